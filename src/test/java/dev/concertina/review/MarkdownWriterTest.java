package dev.concertina.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.check.Report;
import dev.concertina.check.Report.RollbackFloor;
import dev.concertina.check.Report.Verdict;
import dev.concertina.review.Sample.Draft;
import dev.concertina.rule.Severity;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownWriterTest {
  static final Links LINKS =
      new Links(
          "https://forge.example/api/blob/3f2c1ab/",
          "https://forge.example/api/blob/9d0e77c/",
          "https://forge.example/concertina/rules/");

  private final ReportWriter writer =
      new MarkdownWriter(Options.PLAIN.withProject("api").withLinks(LINKS));

  @Test
  void reads_as_its_golden_files() throws IOException {
    for (Map.Entry<String, Report> sample : SampleReports.all().entrySet()) {
      Golden.check(sample.getKey() + ".md", writer.write(sample.getValue()));
    }
  }

  @Test
  void starts_with_a_marker_that_nothing_can_close() {
    assertThat(writer.write(SampleReports.clean()))
        .startsWith("<!-- concertina:summary:v1 project=api -->\n### Concertina: ready");
    assertThat(MarkdownWriter.marker("a --> <b>\n-- x"))
        .isEqualTo("<!-- concertina:summary:v1 project=a_-____b__-__x -->");
  }

  @Test
  void without_links_it_names_places() {
    assertThat(new MarkdownWriter(Options.PLAIN).write(SampleReports.rename()))
        .contains("`V42__rename_length.sql:3`")
        .doesNotContain("](");
  }

  @Test
  void is_bounded_and_says_what_it_leaves_out() {
    Sample sample = new Sample();
    String huge = "x".repeat(300) + " `" + "y".repeat(300) + "` @a ".repeat(300);
    for (int i = 0; i < 300; i++) {
      String file = "db/" + i + "é".repeat(100) + ".sql";
      sample.migration(file, 1, 1, Verdict.BLOCKED, RollbackFloor.NEW, "DROP TABLE a;");
      sample.finding(new Draft("any/a", Severity.ERROR, file, "DROP TABLE a").says(huge, huge));
      sample.unread(file, "DROP TABLE a", huge);
      sample.problem(file, 1, 1, huge);
    }
    String text = writer.write(sample.plan(SamplePlans.RENAME).report());
    assertThat(text).hasSizeLessThan(MarkdownWriter.LIMIT);
    assertThat(text).contains("more migrations", "more findings", "Left out because", "<sub>");
    assertThat(text).contains("this change can't roll out", "To accept a finding");
  }
}
