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

class TextWriterTest {
  private final ReportWriter writer = new TextWriter(Options.PLAIN);

  @Test
  void reads_as_its_golden_files() throws IOException {
    for (Map.Entry<String, Report> sample : SampleReports.all().entrySet()) {
      Golden.check(sample.getKey() + ".txt", writer.write(sample.getValue()));
    }
  }

  @Test
  void colours_change_nothing_but_colour() throws IOException {
    ReportWriter coloured = new TextWriter(Options.PLAIN.withColor(true));
    for (Report report : SampleReports.all().values()) {
      String text = coloured.write(report).replaceAll("\u001b\\[[0-9;]*m", "");
      assertThat(text).isEqualTo(writer.write(report));
    }
    Golden.check("rename-colour.txt", coloured.write(SampleReports.rename()));
  }

  @Test
  void a_clean_change_is_one_line() {
    assertThat(writer.write(SampleReports.clean()))
        .isEqualTo(
            "1 migration, 2 statements: the running version keeps working, nothing blocks.\n");
  }

  @Test
  void the_last_line_is_the_total() {
    assertThat(writer.write(SampleReports.rename()))
        .endsWith(
            "\n\n2 migrations, 7 statements (1 not analysed): 2 errors, 1 warning. Blocked.\n");
  }

  @Test
  void lines_fit_a_hundred_columns() {
    for (Report report : SampleReports.all().values()) {
      if (report.migrations().stream().noneMatch(m -> m.file().contains("evil"))) {
        assertThat(writer.write(report).lines())
            .allSatisfy(line -> assertThat(Cells.of(line)).isLessThanOrEqualTo(100));
      }
    }
  }

  @Test
  void a_narrow_terminal_gets_the_rule_and_the_counts_on_lines_of_their_own() {
    String file = "a/".repeat(20) + "V1__x.sql";
    Sample sample =
        new Sample().migration(file, 1, 0, Verdict.BLOCKED, RollbackFloor.NEW, "DROP x");
    sample.finding(new Draft("any/dropped-table", Severity.ERROR, file, "DROP x").says("m", ""));
    String written = new TextWriter(Options.PLAIN.withWidth(60)).write(sample.report());
    assertThat(written)
        .startsWith(file + ":1:1\n  error  any/dropped-table\n")
        .endsWith("\n1 migration, 1 statement: 1 error. Blocked.\n");
    assertThat(new TextWriter(Options.PLAIN.withWidth(60)).write(SampleReports.rename()))
        .endsWith(
            "\n2 migrations, 7 statements (1 not analysed):\n2 errors, 1 warning. Blocked.\n");
  }

  @Test
  void nothing_foreign_controls_the_terminal() {
    assertThat(writer.write(HostileReport.report()).codePoints())
        .allMatch(c -> c == '\n' || !Clean.isHidden(c));
  }

  @Test
  void a_line_of_megabytes_costs_a_line() {
    String text = "a ".repeat(1_000_000) + "DROP TABLE x;" + " b".repeat(1_000_000);
    Sample sample = new Sample().migration("a.sql", 1, 0, Verdict.BLOCKED, RollbackFloor.NEW, text);
    for (int i = 0; i < 20; i++) {
      sample.finding(new Draft("any/a", Severity.ERROR, "a.sql", "DROP TABLE x").says("m", ""));
    }
    sample.finding(new Draft("any/b", Severity.ERROR, "a.sql", text.strip()).says("m", ""));
    String written = writer.write(sample.report());
    assertThat(written).hasSizeLessThan(5_000).contains("DROP TABLE x");
    assertThat(written.lines()).allMatch(line -> Cells.of(line) <= 100);
  }
}
