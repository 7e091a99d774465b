package dev.concertina.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.check.Report;
import dev.concertina.check.Settings;
import dev.concertina.check.Settings.Comments;
import dev.concertina.check.Settings.Mode;
import dev.concertina.review.Diff.Lines;
import dev.concertina.review.Diff.Place;
import dev.concertina.review.Diff.Side;
import dev.concertina.review.Review.Conclusion;
import dev.concertina.review.Review.Sticky;
import dev.concertina.rule.Severity;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewWriterTest {
  private static final String FILE = SampleReports.index().migrations().getFirst().file();

  private static Review write(Report report, Settings settings, Diff diff) {
    return new ReviewWriter(Options.PLAIN, settings).write(report, diff);
  }

  private static Settings settings(Mode mode, Optional<Severity> failOn, String when) {
    Settings d = Settings.DEFAULT;
    return new Settings(
        d.engine(),
        d.version(),
        d.postDeployAll(),
        d.postDeploy(),
        d.deployMinutes(),
        d.lockTimeoutByRunner(),
        d.large(),
        d.small(),
        d.sizes(),
        d.conventions(),
        d.projects(),
        d.rules(),
        d.allow(),
        failOn,
        mode,
        new Comments(20, when));
  }

  private static Conclusion conclusion(Mode mode, Optional<Severity> failOn, Report report) {
    return write(report, settings(mode, failOn, "findings"), Diff.NONE).check().conclusion();
  }

  private static Diff added(int lines) {
    return new Diff(Map.of(FILE, Lines.of("@@ -0,0 +1," + lines + " @@\n")));
  }

  @Test
  void offers_a_suggestion_on_exactly_the_lines_that_it_replaces() {
    Review.Comment comment =
        write(SampleReports.index(), Settings.DEFAULT, added(9)).comments().getFirst();
    assertThat(comment.body()).contains("```suggestion\n");
    assertThat(comment.elsewhere()).doesNotContain("```suggestion");
    var fix = SampleReports.index().findings().getFirst().plan().fix();
    assertThat(comment.place()).isEqualTo(new Place(Side.RIGHT, fix.line(), fix.endLine()));
  }

  @Test
  void offers_none_where_those_lines_are_not_shown() {
    Diff other = new Diff(Map.of(FILE, Lines.of("@@ -100 +100 @@\n")));
    Review.Comment comment =
        write(SampleReports.index(), Settings.DEFAULT, other).comments().getFirst();
    assertThat(comment.place()).isEqualTo(new Place(Side.RIGHT, 100, 100));
    assertThat(comment.body()).doesNotContain("```suggestion");
  }

  @Test
  void says_of_a_file_that_is_not_in_the_diff_nothing_there() {
    Review.Comment comment =
        write(SampleReports.index(), Settings.DEFAULT, Diff.NONE).comments().getFirst();
    assertThat(comment.place()).isNull();
    assertThat(comment.commentable()).isFalse();
    assertThat(comment.annotation().file()).isEqualTo(FILE);
  }

  @Test
  void concludes_by_mode_and_severity() {
    Report blocked = SampleReports.rename();
    Report clean = SampleReports.clean();
    Optional<Severity> error = Optional.of(Severity.ERROR);
    assertThat(conclusion(Mode.ENFORCE, error, blocked)).isEqualTo(Conclusion.FAILURE);
    assertThat(conclusion(Mode.ENFORCE, Optional.empty(), blocked)).isEqualTo(Conclusion.NEUTRAL);
    assertThat(conclusion(Mode.ADVISE, error, blocked)).isEqualTo(Conclusion.NEUTRAL);
    assertThat(conclusion(Mode.OBSERVE, error, blocked)).isEqualTo(Conclusion.NEUTRAL);
    assertThat(conclusion(Mode.ENFORCE, error, clean)).isEqualTo(Conclusion.SUCCESS);
  }

  @Test
  void comments_when_it_is_told_to() {
    Report blocked = SampleReports.rename();
    Optional<Severity> error = Optional.of(Severity.ERROR);
    assertThat(write(blocked, Settings.DEFAULT, Diff.NONE).sticky()).isEqualTo(Sticky.ALWAYS);
    Report clean = SampleReports.clean();
    assertThat(write(clean, Settings.DEFAULT, Diff.NONE).sticky()).isEqualTo(Sticky.UPDATE);
    Settings always = settings(Mode.ENFORCE, error, "always");
    assertThat(write(clean, always, Diff.NONE).sticky()).isEqualTo(Sticky.ALWAYS);
    Settings never = settings(Mode.ENFORCE, error, "never");
    assertThat(write(blocked, never, Diff.NONE).sticky()).isEqualTo(Sticky.NEVER);
    Settings observe = settings(Mode.OBSERVE, error, "always");
    Review observed = write(blocked, observe, Diff.NONE);
    assertThat(observed.sticky()).isEqualTo(Sticky.NEVER);
    assertThat(observed.comments()).isNotEmpty();
  }

  @Test
  void keeps_within_what_github_takes() {
    for (Report report : new Report[] {HostileReport.report(), SampleReports.rename()}) {
      Review review = write(report, Settings.DEFAULT, added(9));
      assertThat(review.summary().length()).isLessThan(60_000);
      assertThat(review.check().title().length()).isLessThanOrEqualTo(255);
      review.comments().forEach(c -> assertThat(c.body().length()).isLessThan(60_000));
    }
  }
}
