package dev.concertina.review;

import dev.concertina.plan.Listing;
import dev.concertina.plan.Plan;
import dev.concertina.plan.Step;
import java.util.List;

/** A plan as a part of a page: one list of steps for each release. */
final class HtmlPlan {
  private HtmlPlan() {}

  static String of(Plan plan) {
    StringBuilder html = new StringBuilder();
    html.append("<h2>The plan: ").append(PlanText.size(plan)).append("</h2>\n");
    String label = "Instead?";
    for (String alternative : plan.alternatives()) {
      html.append("<p><strong>").append(label).append("</strong> ");
      html.append(HtmlText.prose(alternative)).append("</p>\n");
      label = "Or";
    }
    Step last = null;
    for (Step step : plan.steps()) {
      if (last == null || !PlanText.isSameRelease(last, step)) {
        html.append(last == null ? "" : "</ol>\n");
        html.append("<h3>").append(PlanText.release(step.deploy(), step.betweenDeploys()));
        html.append(" <span class=\"quiet\">· ").append(PlanText.phases(plan, step));
        html.append("</span></h3>\n<ol start=\"").append(step.number()).append("\">\n");
      }
      html.append(step(step));
      last = step;
    }
    html.append("</ol>\n").append(listings(plan));
    if (plan.rollbackFloor() > 0) {
      html.append("<p>").append(PlanText.floor(plan)).append("</p>\n");
    }
    if (plan.note() != null && !plan.note().isBlank()) {
      html.append("<p>").append(HtmlText.prose(plan.note())).append("</p>\n");
    }
    return html.toString();
  }

  private static String step(Step step) {
    StringBuilder html = new StringBuilder("<li>");
    html.append(HtmlText.prose(step.title())).append('\n');
    String outside = "";
    if (step.migration() != null) {
      html.append(HtmlText.block(List.of(step.migration().text())));
    }
    List<String> inSql = PlanText.inSql(step);
    if (!inSql.isEmpty()) {
      html.append(HtmlText.block(inSql));
      outside = step.transactional() ? "" : PlanText.outside(inSql);
    }
    String items =
        HtmlWriter.item("Run it", outside)
            + item("Code", step.code())
            + HtmlWriter.item("Command", command(step))
            + item("Go on when", step.gate())
            + item("Way back", step.rollback());
    return html.append(items.isEmpty() ? "" : "<dl>" + items + "</dl>\n")
        .append("</li>\n")
        .toString();
  }

  private static String command(Step step) {
    return step.listings().isEmpty()
        ? ""
        : "<code>"
            + HtmlText.escaped(Clean.line(step.listings().getFirst().path()))
            + "</code>, to copy from below";
  }

  private static String listings(Plan plan) {
    StringBuilder html = new StringBuilder();
    for (Listing listing : MarkdownListings.of(plan)) {
      html.append("<details><summary><code>");
      html.append(HtmlText.escaped(Clean.line(listing.path()))).append("</code></summary>\n");
      html.append(HtmlText.block(List.of(listing.text()))).append("</details>\n");
    }
    return html.toString();
  }

  private static String item(String term, String markdown) {
    return markdown == null ? "" : HtmlWriter.item(term, HtmlText.prose(markdown));
  }
}
