package dev.concertina.review;

import dev.concertina.check.Report;
import dev.concertina.check.Report.Problem;
import dev.concertina.check.Report.Result;
import dev.concertina.check.Report.Unread;
import dev.concertina.check.Report.Verdict;
import dev.concertina.rule.Finding;
import dev.concertina.rule.Severity;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The summary that a pull request gets: one sticky comment, and the page of a job. */
public final class MarkdownWriter implements ReportWriter {

  /** The longest summary, in bytes. GitHub takes 65,535; the rest is for what a publisher adds. */
  public static final int LIMIT = 60_000;

  private static final int MOST_FINDINGS = 20;
  private static final int MOST_ENTRIES = 20;
  private static final int MOST_BESIDE = 5;
  private static final int LONGEST_FINDINGS = 15_000;

  private final Options options;
  private final Links links;

  public MarkdownWriter(Options options) {
    this.options = options;
    this.links = options.links();
  }

  /** The first line of a summary, by which its author knows it again. */
  public static String marker(String project) {
    return "<!-- concertina:summary:v1 project=" + name(project) + " -->";
  }

  /** A project's name as it can stand in a hidden line. */
  static String name(String project) {
    StringBuilder name = new StringBuilder();
    Clean.line(project)
        .codePoints()
        .map(c -> Character.isLetterOrDigit(c) || "-_./".indexOf(c) >= 0 ? c : '_')
        .forEach(name::appendCodePoint);
    // Two hyphens may not stand in an HTML comment.
    return Clean.cut(name.toString().replace("--", "-_"), 100);
  }

  @Override
  public void write(Report report, Appendable out) throws IOException {
    Sections sections = new Sections();
    sections.add(0, "", marker(options.project()) + "\n### Concertina: " + title(report) + "\n");
    if (!report.migrations().isEmpty()) {
      sections.add(1, "the table of migrations", new MarkdownTable(report, links).write());
    }
    sections.add(2, "the findings", findings(report));
    sections.add(3, "the alternatives", alternatives(report));
    sections.add(6, "the plan", plan(report));
    sections.add(7, "the command to copy", MarkdownListings.folded(report.plan(), links));
    sections.add(5, "what was not analysed", unread(report));
    sections.add(7, "problems of the configuration", problems(report));
    sections.add(8, "what was allowed", allowed(report));
    sections.add(4, "how to accept a finding", accept(report));
    sections.add(0, "", MarkdownFooter.of(report));
    out.append(sections.fit(LIMIT));
  }

  private static String title(Report report) {
    if (report.migrations().isEmpty() && report.findings().isEmpty()) {
      return "no migrations in this change";
    }
    return switch (report.verdict()) {
      case BLOCKED -> "this change can't roll out without downtime yet";
      case REVIEW -> "worth a look before merging";
      case SAFE -> "ready to roll out";
    };
  }

  private String findings(Report report) {
    List<Block> blocks = Block.worstFirst(report);
    Set<String> explained = new HashSet<>();
    StringBuilder out = new StringBuilder();
    int shown = 0;
    while (shown < Math.min(MOST_FINDINGS, blocks.size()) && out.length() < LONGEST_FINDINGS) {
      finding(out, blocks.get(shown), explained);
      shown++;
    }
    if (shown < blocks.size()) {
      paragraph(out, "and " + English.count(blocks.size() - shown, "more finding"));
    }
    return out.toString();
  }

  private void finding(StringBuilder out, Block block, Set<String> explained) {
    Finding worst = block.worst();
    MarkdownFinding text = new MarkdownFinding(block.results().getFirst(), links);
    boolean first = explained.add(worst.rule()) && worst.severity() != Severity.INFO;
    paragraph(out, text.headline() + "\\\n" + text.small(text.place(), text.rule()));
    paragraph(out, first ? text.why() : "");
    paragraph(out, text.failure(), text.uses(), text.rollback(), text.related());
    block.results().stream().skip(1).limit(MOST_BESIDE).forEach(also -> also(out, also));
    String fix = text.fix();
    if (!fix.isEmpty()) {
      out.append("\n").append(fix);
    }
  }

  private void also(StringBuilder out, Result result) {
    MarkdownFinding also = new MarkdownFinding(result, links);
    paragraph(out, also.beside());
  }

  private static void paragraph(StringBuilder out, String... sentences) {
    String text = String.join(" ", List.of(sentences).stream().filter(s -> !s.isEmpty()).toList());
    if (!text.isEmpty()) {
      out.append(out.isEmpty() ? "" : "\n").append(text).append('\n');
    }
  }

  private static String alternatives(Report report) {
    StringBuilder out = new StringBuilder();
    String label = "**Is there a shorter way?** ";
    for (String alternative : report.plan().alternatives()) {
      out.append(label).append(MarkdownText.prose(Prose.of(alternative))).append('\n');
      label = "\nOr: ";
    }
    return out.toString();
  }

  private static String plan(Report report) {
    return report.plan().steps().isEmpty() ? "" : MarkdownPlan.folded(report.plan());
  }

  private String unread(Report report) {
    if (report.notAnalysed().isEmpty()) {
      return "";
    }
    List<String> entries =
        report.notAnalysed().stream().limit(MOST_ENTRIES).map(this::unread).toList();
    Totals totals = Totals.of(report);
    String some = totals.notAnalysed() + " of " + English.count(totals.statements(), "statement");
    return "Not analysed: "
        + (totals.notAnalysed() == 0 ? "" : some + ", ")
        + String.join("; ", entries)
        + rest(report.notAnalysed())
        + ".\n";
  }

  private String unread(Unread unread) {
    int line = unread.span().line();
    return MarkdownText.link(
            MarkdownText.code(Paths.name(unread.file()) + ":" + line),
            links.head(unread.file(), line))
        + " ("
        + MarkdownText.shortProse(unread.reason())
        + ")";
  }

  private static String problems(Report report) {
    StringBuilder out = new StringBuilder();
    for (Problem problem : report.problems().stream().limit(MOST_ENTRIES).toList()) {
      out.append("- ")
          .append(MarkdownText.code(problem.file() + ":" + problem.line()))
          .append(": ")
          .append(MarkdownText.shortProse(problem.message()))
          .append('\n');
    }
    return out.isEmpty()
        ? ""
        : "To mend in the configuration" + rest(report.problems()) + ":\n" + out;
  }

  private String allowed(Report report) {
    List<Result> allowed = report.findings().stream().filter(result -> !result.counts()).toList();
    if (allowed.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    out.append("<details><summary>Allowed: ")
        .append(English.count(allowed.size(), "finding"))
        .append("</summary>\n\n");
    for (Result result : allowed.subList(0, Math.min(MOST_ENTRIES, allowed.size()))) {
      MarkdownFinding text = new MarkdownFinding(result, links);
      out.append("- ").append(text.place()).append(' ').append(text.rule()).append(": ");
      out.append(MarkdownText.code(result.suppressed().reason()));
      out.append(" (").append(TextWriter.terms(result.suppressed())).append(")\n");
    }
    return out.append(rest(allowed)).append("\n</details>\n").toString();
  }

  private static String rest(List<?> all) {
    return all.size() > MOST_ENTRIES ? " and " + (all.size() - MOST_ENTRIES) + " more" : "";
  }

  private static String accept(Report report) {
    return report.verdict() == Verdict.SAFE
        ? ""
        : Block.worstFirst(report).stream()
            .findFirst()
            .map(block -> accept(block.worst()))
            .orElse("");
  }

  /** How to let one finding be. */
  static String accept(Finding finding) {
    String comment = MarkdownText.code(AllowLine.comment(finding));
    String elsewhere = "an entry under `allow` in the configuration";
    String way =
        switch (finding.scope()) {
          case STATEMENT -> comment + " above the line";
          case FILE -> comment + " at the top of the file";
          case NONE -> elsewhere;
        };
    way = AllowLine.possible(finding.file()) ? way : elsewhere;
    return "To accept a finding: "
        + way
        + ", or reply "
        + MarkdownText.code(AllowLine.command(finding))
        + ".\n";
  }
}
