package dev.concertina.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concertina.check.Report;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SarifWriterTest {
  private final ReportWriter writer =
      new SarifWriter(
          Options.PLAIN
              .withProject("api")
              .withVersion("1.2.3")
              .withLinks(MarkdownWriterTest.LINKS));

  @Test
  void reads_as_its_golden_files() throws IOException {
    for (Map.Entry<String, Report> sample : SampleReports.all().entrySet()) {
      Golden.check(sample.getKey() + ".sarif", writer.write(sample.getValue()));
    }
  }

  @Test
  void holds_to_the_standard() throws IOException {
    JsonSchema schema = JsonSchema.sarif();
    SampleReports.all().values().forEach(report -> schema.check(writer.write(report)));
    assertThat(schema.accepts("{\"version\": \"2.1.0\"}")).isFalse();
  }

  @Test
  void a_clause_is_a_region_that_ends_after_its_last_character() throws IOException {
    JsonNode region =
        run(SampleReports.rename()).at("/results/0/locations/0/physicalLocation/region");
    assertThat(region.path("startLine").asInt()).isEqualTo(3);
    assertThat(region.path("startColumn").asInt()).isEqualTo(19);
    assertThat(region.path("endColumn").asInt()).isEqualTo(52);
  }

  @Test
  void every_result_points_to_its_rule() throws IOException {
    for (Report report : SampleReports.all().values()) {
      JsonNode run = run(report);
      for (JsonNode result : run.path("results")) {
        JsonNode rule = run.at("/tool/driver/rules/" + result.path("ruleIndex").asInt());
        assertThat(rule.path("id")).isEqualTo(result.path("ruleId"));
      }
    }
  }

  @Test
  void suppressions_and_notifications_are_said() throws IOException {
    JsonNode allowed = run(SampleReports.allowed()).path("results");
    assertThat(allowed.at("/0/suppressions/0/kind").asText()).isEqualTo("inSource");
    assertThat(allowed.at("/1/suppressions/0/kind").asText()).isEqualTo("external");
    assertThat(allowed.at("/2/suppressions").isMissingNode()).isTrue();
    JsonNode invocation = run(SampleReports.unread()).at("/invocations/0");
    assertThat(invocation.path("toolExecutionNotifications")).hasSize(2);
    assertThat(invocation.path("toolConfigurationNotifications")).hasSize(1);
  }

  @Test
  void no_name_makes_a_link() throws IOException {
    assertThat(run(HostileReport.report()).at("/results/0/message/text").asText())
        .doesNotContain("](");
  }

  private JsonNode run(Report report) throws IOException {
    return new ObjectMapper().readTree(writer.write(report)).at("/runs/0");
  }
}
