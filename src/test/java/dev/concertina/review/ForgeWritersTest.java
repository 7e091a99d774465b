package dev.concertina.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concertina.check.Report;
import dev.concertina.check.Report.RollbackFloor;
import dev.concertina.check.Report.Verdict;
import dev.concertina.review.Sample.Draft;
import dev.concertina.rule.Severity;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForgeWritersTest {
  private final ReportWriter github = new GithubWriter();
  private final ReportWriter gitlab = new GitlabWriter();

  @Test
  void they_read_as_their_golden_files() throws IOException {
    for (Map.Entry<String, Report> sample : SampleReports.all().entrySet()) {
      Golden.check(sample.getKey() + ".github.txt", github.write(sample.getValue()));
      Golden.check(sample.getKey() + ".gitlab.json", gitlab.write(sample.getValue()));
    }
  }

  @Test
  void commands_are_escaped() {
    List<String> lines = github.write(HostileReport.report()).lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.subList(0, 3))
        .allMatch(line -> line.matches("::(error|warning) file=[^:,]*(,[a-zA-Z]+=[^:,]*)*::.*"));
    assertThat(lines.getLast()).startsWith("1 migration");
  }

  @Test
  void ten_of_each_level_and_a_word_about_the_rest() {
    Sample sample =
        new Sample().migration("a.sql", 1, 0, Verdict.BLOCKED, RollbackFloor.NEW, "DROP TABLE a;");
    for (int i = 0; i < 25; i++) {
      for (Severity severity : Severity.values()) {
        sample.finding(new Draft("any/a", severity, "a.sql", "DROP TABLE a").says("m", "w"));
      }
    }
    String text = github.write(sample.report());
    assertThat(text.lines().filter(line -> line.startsWith("::error "))).hasSize(10);
    assertThat(text.lines().filter(line -> line.startsWith("::warning "))).hasSize(10);
    assertThat(text.lines().filter(line -> line.startsWith("::notice "))).hasSize(10);
    assertThat(text).contains("::15 more errors, 15 more warnings and 16 more notices:");
  }

  @Test
  void columns_are_given_for_one_line_alone() {
    String text = github.write(SampleReports.layout());
    assertThat(text).contains("line=12,endLine=12,col=1,endColumn=22,title=any/example::");
    assertThat(text).contains("line=4,endLine=5,title=");
  }

  @Test
  void gitlab_gets_what_it_requires() throws IOException {
    for (Report report : SampleReports.all().values()) {
      JsonNode entries = new ObjectMapper().readTree(gitlab.write(report));
      assertThat(entries.isArray()).isTrue();
      Set<String> fingerprints = new HashSet<>();
      for (JsonNode entry : entries) {
        assertThat(entry.path("description").asText()).isNotEmpty();
        assertThat(entry.path("check_name").asText()).contains("/");
        assertThat(fingerprints.add(entry.path("fingerprint").asText())).isTrue();
        assertThat(entry.path("severity").asText()).isIn("info", "minor", "major", "critical");
        assertThat(entry.at("/location/path").asText()).isNotEmpty();
        assertThat(entry.at("/location/lines/begin").asInt()).isPositive();
      }
    }
  }

  @Test
  void every_format_has_a_name_and_a_writer() {
    for (String name : List.of("text", "json", "markdown", "sarif", "github", "gitlab")) {
      Format format = Format.of(name).orElseThrow();
      assertThat(format).hasToString(name);
      assertThat(format.writer(Options.PLAIN).write(SampleReports.clean())).endsWith("\n");
    }
    assertThat(Format.of("TEXT")).isEmpty();
  }
}
