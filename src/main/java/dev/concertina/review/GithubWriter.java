package dev.concertina.review;

import dev.concertina.check.Report;
import dev.concertina.check.Report.Problem;
import dev.concertina.check.Report.Result;
import dev.concertina.check.Report.Unread;
import dev.concertina.rule.Finding;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Workflow commands that GitHub's runner turns into annotations. It shows ten of each level for a
 * step; what is beyond is counted in a last notice. No foreign text begins a line.
 */
public final class GithubWriter implements ReportWriter {
  private static final int MOST = 10;

  /** One annotation that waits for its turn. */
  private record Annotation(Severity severity, String command) {}

  @Override
  public void write(Report report, Appendable out) throws IOException {
    List<Annotation> all = annotations(report);
    List<String> left = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      List<Annotation> some = all.stream().filter(a -> a.severity() == severity).toList();
      // One notice is kept for the last word.
      int most = severity == Severity.INFO ? MOST - 1 : MOST;
      for (Annotation annotation : some.subList(0, Math.min(most, some.size()))) {
        out.append(annotation.command()).append('\n');
      }
      if (some.size() > most) {
        left.add(English.count(some.size() - most, "more " + WorkflowCommand.level(severity)));
      }
    }
    if (!left.isEmpty()) {
      String more = ": GitHub shows ten of each for a step. The other formats have all of them.";
      out.append(WorkflowCommand.of(Severity.INFO, "Concertina", English.and(left) + more))
          .append('\n');
    }
    out.append(Verdicts.sentence(report)).append('\n');
  }

  private static List<Annotation> annotations(Report report) {
    List<Annotation> all = new ArrayList<>();
    report.findings().stream()
        .filter(Result::counts)
        .map(Result::finding)
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .forEach(finding -> all.add(annotation(finding)));
    for (Unread unread : NotAnalysed.withoutFindings(report)) {
      String message = "Not analysed: " + Prose.of(unread.reason()).plain();
      String place = place(unread.file(), unread.span());
      all.add(annotation(Severity.WARNING, place, "not analysed", message));
    }
    for (Problem problem : report.problems()) {
      Span line =
          new Span(0, 0, problem.line(), problem.column(), problem.line(), problem.column());
      String message = Prose.of(problem.message()).plain();
      String place = place(problem.file(), line);
      all.add(annotation(Severity.WARNING, place, "configuration", message));
    }
    return all;
  }

  private static Annotation annotation(Finding finding) {
    String message = Prose.of(finding.message()).plain() + "\n" + Prose.of(finding.why()).plain();
    return annotation(
        finding.severity(), place(finding.file(), finding.span()), finding.rule(), message);
  }

  private static Annotation annotation(
      Severity severity, String place, String title, String message) {
    return new Annotation(severity, WorkflowCommand.at(severity, place, title, message));
  }

  /** The runner takes columns only for a place on one line. */
  private static String place(String file, Span span) {
    String lines =
        "file="
            + WorkflowCommand.property(file)
            + ",line="
            + span.line()
            + ",endLine="
            + span.endLine();
    boolean oneLine = span.line() == span.endLine() && span.end() > span.start();
    return oneLine ? lines + ",col=" + span.column() + ",endColumn=" + span.endColumn() : lines;
  }
}
