package dev.concertina.review;

import dev.concertina.plan.Plan;
import dev.concertina.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** A plan in Markdown: a chart, and the steps with their statements to copy. */
final class MarkdownPlan {
  /** What the plan's size stands behind. */
  static final String TITLE = "The plan: ";

  /** Said of a command whose text stands under the plan. */
  static final String BELOW = ", to copy from below";

  /** What a comment shows without a scroll bar. */
  private static final int SQL_WIDTH = 84;

  private MarkdownPlan() {}

  /** Folded away under its size. */
  static String folded(Plan plan) {
    return "<details><summary>"
        + TITLE
        + PlanText.size(plan)
        + "</summary>\n\n"
        + open(plan)
        + "\n</details>\n";
  }

  static String open(Plan plan) {
    Sections parts = new Sections();
    parts.add(0, "", Flowchart.of(plan));
    plan.steps().forEach(step -> parts.add(0, "", step(step)));
    parts.add(0, "", plan.rollbackFloor() > 0 ? PlanText.floor(plan) + "\n" : "");
    if (plan.note() != null) {
      parts.add(0, "", MarkdownText.prose(Prose.of(plan.note())) + "\n");
    }
    return parts.all();
  }

  private static String step(Step step) {
    StringBuilder out = new StringBuilder();
    String indent = " ".repeat((step.number() + ". ").length());
    out.append(step.number()).append(". **");
    out.append(PlanText.release(step.deploy(), step.betweenDeploys()));
    out.append(", ").append(step.phase()).append(".** ");
    out.append(MarkdownText.prose(Prose.of(step.title()))).append('\n');
    if (step.migration() != null) {
      block(out, indent, step.migration().language(), step.migration().text());
    }
    List<String> inSql = PlanText.inSql(step);
    if (!inSql.isEmpty()) {
      List<String> fitting =
          inSql.stream().flatMap(sql -> SqlLines.of(sql, SQL_WIDTH).stream()).toList();
      block(out, indent, "sql", String.join("\n", fitting));
    }
    List<String> lines = new ArrayList<>();
    if (!step.transactional() && !inSql.isEmpty()) {
      lines.add("*Run it* " + PlanText.outside(inSql));
    }
    labelled(lines, "*Code*: ", step.code());
    command(lines, step);
    labelled(lines, "*Go on when* ", step.gate());
    labelled(lines, "*Way back*: ", step.rollback());
    if (!lines.isEmpty()) {
      String before = step.schema().isEmpty() && step.migration() == null ? "\n" : "";
      out.append(before).append(indent);
      // A line of its own for each: a backslash ends a line in comments and in files alike.
      out.append(String.join("\\\n" + indent, lines)).append('\n');
    }
    return out.toString();
  }

  private static void block(StringBuilder out, String indent, String language, String text) {
    MarkdownText.block(language, text)
        .lines()
        .forEach(line -> out.append(line.isEmpty() ? "" : indent + line).append('\n'));
  }

  private static void command(List<String> lines, Step step) {
    if (!step.listings().isEmpty()) {
      String path = step.listings().getFirst().path();
      lines.add("*Command*: " + MarkdownText.code(path) + BELOW);
    }
  }

  private static void labelled(List<String> lines, String label, String text) {
    if (text != null && !text.isBlank()) {
      lines.add(label + MarkdownText.prose(Prose.of(text)));
    }
  }
}
