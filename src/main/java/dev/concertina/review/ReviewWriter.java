package dev.concertina.review;

import dev.concertina.check.Report;
import dev.concertina.check.Report.Unread;
import dev.concertina.check.Report.Verdict;
import dev.concertina.check.Settings;
import dev.concertina.check.Settings.Mode;
import dev.concertina.plan.Plan;
import dev.concertina.review.Review.Annotation;
import dev.concertina.review.Review.Check;
import dev.concertina.review.Review.Comment;
import dev.concertina.review.Review.Conclusion;
import dev.concertina.review.Review.Sticky;
import dev.concertina.rule.Finding;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a review out of a report: what to say, and where in the diff. */
public final class ReviewWriter {
  private static final int LONGEST_MESSAGE = 4_000;
  private static final int LONGEST_TITLE = 250;

  private final Options options;
  private final Settings settings;
  private final CommentWriter comments;

  public ReviewWriter(Options options, Settings settings) {
    this.options = options;
    this.settings = settings;
    this.comments = new CommentWriter(options.links());
  }

  /** The review of a report. */
  public Review write(Report report, Diff diff) {
    String summary = summary(report);
    List<Comment> all =
        Block.worstFirst(report).stream().map(block -> comment(block, diff)).toList();
    List<Annotation> annotations = new ArrayList<>();
    NotAnalysed.withoutFindings(report).forEach(unread -> annotations.add(annotation(unread)));
    Check check = new Check(conclusion(report), title(report), visible(summary), annotations);
    boolean goesOn =
        report.verdict() == Verdict.SAFE
            && !report.migrations().isEmpty()
            && report.plan().steps().isEmpty();
    int inline = settings.comments().inline();
    return new Review(summary, sticky(report), goesOn, inline, all, check);
  }

  /**
   * The check of a change that could not be checked.
   *
   * @param problem one line: what was expected, what was found, where, what to do
   */
  public Check unusable(String problem) {
    String text = MarkdownText.prose(Prose.of(problem).stopped());
    return new Check(
        Conclusion.FAILURE, "The check could not be carried out", text + "\n", List.of());
  }

  private String summary(Report report) {
    try {
      StringBuilder summary = new StringBuilder();
      new MarkdownWriter(options).write(report, summary);
      return summary.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written to", e);
    }
  }

  /** A check run needs no marker. */
  private static String visible(String summary) {
    return summary.substring(summary.indexOf('\n') + 1);
  }

  private static String title(Report report) {
    return Clean.cut(Verdicts.sentence(report), LONGEST_TITLE);
  }

  private Sticky sticky(Report report) {
    String when = settings.comments().when();
    if (settings.mode() == Mode.OBSERVE || when.equals("never")) {
      return Sticky.NEVER;
    }
    boolean something =
        report.verdict() != Verdict.SAFE
            || !report.problems().isEmpty() && !report.migrations().isEmpty();
    return something || when.equals("always") ? Sticky.ALWAYS : Sticky.UPDATE;
  }

  private Conclusion conclusion(Report report) {
    Optional<Severity> limit = settings.failOn();
    if (settings.mode() == Mode.ENFORCE && limit.isPresent() && report.reaches(limit.get())) {
      return Conclusion.FAILURE;
    }
    return report.verdict() == Verdict.SAFE ? Conclusion.SUCCESS : Conclusion.NEUTRAL;
  }

  private Comment comment(Block block, Diff diff) {
    Finding worst = block.worst();
    Plan.Fix fix = block.results().getFirst().plan().fix();
    boolean exact = fix != null && diff.shows(worst.file(), fix.line(), fix.endLine());
    Span span = worst.span();
    Diff.Place place =
        exact
            ? new Diff.Place(Diff.Side.RIGHT, fix.line(), fix.endLine())
            : diff.place(worst.file(), span.line(), Math.max(span.line(), span.endLine()))
                .orElse(null);
    return new Comment(
        block.results().stream().map(Report.Result::fingerprint).toList(),
        worst.severity(),
        worst.file(),
        place,
        // Advice is in the summary; a comment is for what needs somebody's attention.
        worst.severity() != Severity.INFO && diff.has(worst.file()),
        comments.write(block, options.project(), exact),
        comments.write(block, options.project(), false),
        annotation(worst));
  }

  private static Annotation annotation(Finding finding) {
    String message = Prose.of(finding.message()).plain() + "\n" + Prose.of(finding.why()).plain();
    return annotation(finding.file(), finding.span(), finding.severity(), finding.rule(), message);
  }

  private static Annotation annotation(Unread unread) {
    String message = Prose.of(unread.reason()).plain();
    return annotation(unread.file(), unread.span(), Severity.WARNING, "Not analysed", message);
  }

  /** GitHub takes columns only for a place on one line. */
  private static Annotation annotation(
      String file, Span span, Severity severity, String title, String message) {
    boolean oneLine = span.line() == span.endLine() && span.end() > span.start();
    return new Annotation(
        file,
        Math.max(1, span.line()),
        Math.max(1, span.endLine()),
        oneLine ? span.column() : 0,
        oneLine ? span.endColumn() : 0,
        severity,
        Clean.cut(Clean.line(title), LONGEST_TITLE),
        Clean.cut(message.strip(), LONGEST_MESSAGE));
  }
}
