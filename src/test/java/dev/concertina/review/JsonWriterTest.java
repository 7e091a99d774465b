package dev.concertina.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concertina.check.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  private static final Path SCHEMA = Path.of("docs/schema/report.schema.json");

  private final ObjectMapper mapper = new ObjectMapper();
  private final ReportWriter writer = new JsonWriter();

  @Test
  void reads_as_its_golden_files() throws IOException {
    for (Map.Entry<String, Report> sample : SampleReports.all().entrySet()) {
      Golden.check(sample.getKey() + ".json", writer.write(sample.getValue()));
    }
  }

  @Test
  void holds_to_the_published_schema() throws IOException {
    JsonSchema schema = JsonSchema.report();
    SampleReports.all().values().forEach(report -> schema.check(writer.write(report)));
  }

  @Test
  void the_schema_knows_what_is_wrong() throws IOException {
    JsonSchema schema = JsonSchema.report();
    String json = writer.write(SampleReports.allowed());
    assertThat(schema.accepts(json)).isTrue();
    assertThat(schema.accepts(json.replace("\"safe\"", "\"fine\""))).isFalse();
    assertThat(schema.accepts(json.replace("\"findings\"", "\"discoveries\""))).isFalse();
    assertThat(schema.accepts(json.replace("2027-01-31", "some day"))).isFalse();
  }

  @Test
  void every_documented_field_is_written() throws IOException {
    Set<String> documented = new TreeSet<>();
    collectSchema(mapper.readTree(SCHEMA.toFile()), documented);
    Set<String> written = new TreeSet<>();
    for (Report report : SampleReports.all().values()) {
      collect(mapper.readTree(writer.write(report)), written);
    }
    assertThat(written).isEqualTo(documented);
  }

  private static void collectSchema(JsonNode node, Set<String> names) {
    node.path("properties").fieldNames().forEachRemaining(names::add);
    node.forEach(child -> collectSchema(child, names));
  }

  private static void collect(JsonNode node, Set<String> names) {
    node.fieldNames().forEachRemaining(names::add);
    node.forEach(child -> collect(child, names));
  }

  @Test
  void keeps_to_the_promised_order_and_values() throws IOException {
    JsonNode json = mapper.readTree(writer.write(SampleReports.rename()));
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "schema", "verdict", "summary", "migrations", "findings", "notAnalysed", "problems");
    assertThat(json.path("summary").path("analysed").asInt()).isEqualTo(6);
    JsonNode finding = json.path("findings").path(0);
    assertThat(finding.path("table").asText()).isEqualTo("public.audio");
    assertThat(finding.path("column").asInt()).isEqualTo(19);
    assertThat(finding.path("endColumn").asInt()).isEqualTo(51);
    assertThat(finding.path("locks").path(0).path("mode").asText()).isEqualTo("ACCESS EXCLUSIVE");
    assertThat(finding.path("breaks").path("running")).hasSize(2);
    assertThat(finding.path("plan")).hasSize(5);
  }
}
