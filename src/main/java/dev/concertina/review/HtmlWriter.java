package dev.concertina.review;

import dev.concertina.check.Report;
import dev.concertina.check.Report.Result;
import dev.concertina.check.Report.Unread;
import dev.concertina.check.Report.Verdict;
import dev.concertina.plan.Plan;
import dev.concertina.rule.Finding;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Compatibility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A review as a part of a page, with classes to style it by and nothing that acts. */
public final class HtmlWriter implements ReportWriter {
  private static final int MOST_BLOCKS = 50;
  private static final int MOST_UNREAD = 20;
  private static final int LONGEST_FIX = 6_000;

  private final String rules;

  /**
   * @param rules what addresses of rules' pages begin with, ending in a slash
   */
  public HtmlWriter(String rules) {
    this.rules = rules;
  }

  @Override
  public void write(Report report, Appendable out) throws IOException {
    String verdict = report.verdict().name().toLowerCase(Locale.ROOT);
    out.append("<p class=\"verdict ").append(verdict).append("\">");
    out.append(HtmlText.escaped(Verdicts.sentence(report))).append("</p>\n");
    List<Block> blocks = Block.of(report);
    Sources sources = new Sources(report);
    Set<String> explained = new HashSet<>();
    for (Block block : blocks.subList(0, Math.min(MOST_BLOCKS, blocks.size()))) {
      out.append(block(block, sources, explained.add(block.worst().rule())));
    }
    if (blocks.size() > MOST_BLOCKS) {
      String rest = English.count(blocks.size() - MOST_BLOCKS, "more finding");
      out.append("<p class=\"quiet\">and ").append(rest).append("</p>\n");
    }
    unread(report, out);
    if (!report.plan().steps().isEmpty()) {
      out.append(HtmlPlan.of(report.plan()));
    } else if (report.verdict() == Verdict.SAFE && report.statements() == 0) {
      out.append("<p class=\"quiet\">No statement was found.</p>\n");
    }
  }

  private String block(Block block, Sources sources, boolean first) {
    Finding worst = block.worst();
    StringBuilder html = new StringBuilder();
    html.append("<section class=\"finding\">\n<h2>").append(HtmlText.prose(worst.message()));
    html.append("</h2>\n<p class=\"facts\">").append(heading(worst));
    html.append(" · line ").append(worst.span().line()).append("</p>\n");
    sources.text(worst.file()).ifPresent(text -> html.append(HtmlText.excerpt(text, worst.span())));
    if (first && worst.severity() != Severity.INFO && !worst.why().isBlank()) {
      html.append("<p>").append(HtmlText.prose(worst.why())).append("</p>\n");
    }
    html.append(impact(worst)).append(remedy(block.results().getFirst().plan()));
    for (Result also : block.results().subList(1, block.results().size())) {
      html.append("<p class=\"also\">").append(heading(also.finding())).append("<br>");
      html.append(HtmlText.prose(also.finding().message())).append("</p>\n");
      html.append(remedy(also.plan()));
    }
    return html.append("</section>\n").toString();
  }

  private String heading(Finding finding) {
    String severity = finding.severity().toString();
    String rule = HtmlText.escaped(finding.rule());
    return ("<span class=\"" + severity + "\">" + severity + "</span> · <a href=\"")
        + (rules + Links.path(finding.rule()) + "\"><code>" + rule + "</code></a>");
  }

  private static String impact(Finding finding) {
    Compatibility compatibility = finding.compatibility();
    List<String> broken = new ArrayList<>(Impact.breaks(compatibility));
    if (compatibility.breaksRollback()) {
      broken.add("the way back");
    }
    String reason = compatibility.reason().isEmpty() ? "" : ": " + compatibility.reason();
    Prose breaks =
        broken.isEmpty() ? Prose.EMPTY : Prose.EMPTY.literally(English.and(broken) + reason);
    String locks = HtmlText.prose(Impact.locks(finding.effect()));
    String items = item("Locks", locks) + item("Breaks", HtmlText.prose(breaks));
    return items.isEmpty() ? "" : "<dl>" + items + "</dl>\n";
  }

  /** A term and what it is; nothing when it is nothing. */
  static String item(String term, String html) {
    return html.isEmpty() ? "" : "<dt>" + term + "</dt><dd>" + html + "</dd>";
  }

  private static String remedy(Plan plan) {
    Plan.Fix fix = plan.fix();
    if (fix == null || fix.replacement().length() > LONGEST_FIX) {
      return "";
    }
    String lines =
        fix.line() == fix.endLine()
            ? "line " + fix.line()
            : "lines " + fix.line() + " to " + fix.endLine();
    return "<p>Replace " + lines + " with</p>\n" + HtmlText.block(List.of(fix.replacement()));
  }

  private static void unread(Report report, Appendable out) throws IOException {
    if (report.notAnalysed().isEmpty()) {
      return;
    }
    out.append("<h2>Not analyzed</h2>\n<ul>\n");
    for (Unread unread : report.notAnalysed().stream().limit(MOST_UNREAD).toList()) {
      out.append("<li>line ").append(String.valueOf(unread.span().line())).append(": ");
      out.append(HtmlText.prose(unread.reason())).append("</li>\n");
    }
    int rest = report.notAnalysed().size() - MOST_UNREAD;
    out.append(rest > 0 ? "<li>and " + rest + " more</li>\n</ul>\n" : "</ul>\n");
  }
}
