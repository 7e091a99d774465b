package dev.concertina.review;

import dev.concertina.check.Report;
import dev.concertina.check.Report.Problem;
import dev.concertina.check.Report.Result;
import dev.concertina.check.Report.Suppressed;
import dev.concertina.check.Report.Unread;
import dev.concertina.check.Report.Verdict;
import dev.concertina.review.Paint.Style;
import dev.concertina.rule.Finding;
import java.io.IOException;
import java.util.List;

/** The review on a terminal. A change without findings is one line. */
public final class TextWriter implements ReportWriter {
  private static final String INDENT = "  ";

  private final Options options;

  public TextWriter(Options options) {
    this.options = options;
  }

  @Override
  public void write(Report report, Appendable out) throws IOException {
    Page page = new Page(options);
    Sources sources = new Sources(report);
    FindingText findings = new FindingText(page, sources);
    Block.of(report).forEach(findings::write);
    if (!report.plan().steps().isEmpty()) {
      new PlanText(page).write(report.plan());
    }
    unread(page, report, findings);
    suppressed(page, report.findings());
    problems(page, report.problems());
    page.blank();
    page.line(total(page, report));
    out.append(page.toString());
  }

  private static void unread(Page page, Report report, FindingText findings) {
    List<Unread> left = NotAnalysed.withoutFindings(report);
    if (left.isEmpty()) {
      return;
    }
    title(page, "Not analysed, so not known to be safe");
    for (Unread unread : left) {
      page.line(INDENT + place(unread.file(), unread.span().line(), unread.span().column()));
      findings.excerpt(unread.file(), unread.span(), Style.WARNING);
      page.paragraph(INDENT + INDENT, Prose.of(unread.reason()));
    }
  }

  private static void suppressed(Page page, List<Result> results) {
    List<Result> suppressed = results.stream().filter(result -> !result.counts()).toList();
    if (suppressed.isEmpty()) {
      return;
    }
    title(page, "Allowed");
    for (Result result : suppressed) {
      Finding finding = result.finding();
      page.line(
          INDENT
              + place(finding.file(), finding.span().line(), finding.span().column())
              + "  "
              + Clean.line(finding.rule()));
      page.paragraph(INDENT + INDENT, Prose.EMPTY.literally(reason(result.suppressed())));
    }
  }

  /** {@code shipped unread since 3.2 (by the configuration, until 2027-01-31)}. */
  private static String reason(Suppressed suppressed) {
    return suppressed.reason() + " (" + terms(suppressed) + ")";
  }

  /** Who allowed it, and how long. */
  static String terms(Suppressed suppressed) {
    String until = suppressed.until() == null ? "" : ", until " + suppressed.until();
    return by(suppressed.by()) + until;
  }

  private static String by(String by) {
    return switch (by) {
      case "comment" -> "by a comment";
      case "config" -> "by the configuration";
      case "command" -> "by a command";
      default -> "otherwise";
    };
  }

  private static void problems(Page page, List<Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    title(page, "To mend in the configuration");
    for (Problem problem : problems) {
      page.line(INDENT + place(problem.file(), problem.line(), problem.column()));
      page.paragraph(INDENT + INDENT, Prose.of(problem.message()));
    }
  }

  private static void title(Page page, String title) {
    page.blank();
    page.line(page.paint().on(Style.BOLD, title));
  }

  private static String place(String file, int line, int column) {
    return Clean.line(file) + ":" + line + ":" + column;
  }

  private static String total(Page page, Report report) {
    String whole = Verdicts.sentence(report);
    String sentence = whole.length() <= page.width() ? whole : whole.replaceFirst(": ", ":\n");
    String word = Verdicts.word(report.verdict());
    return sentence.endsWith(word)
        ? sentence.substring(0, sentence.length() - word.length())
            + page.paint().on(look(report.verdict()), word)
        : sentence;
  }

  private static Style look(Verdict verdict) {
    return switch (verdict) {
      case BLOCKED -> Style.ERROR;
      case REVIEW -> Style.WARNING;
      case SAFE -> Style.GOOD;
    };
  }
}
