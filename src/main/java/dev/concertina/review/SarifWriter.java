package dev.concertina.review;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.concertina.check.Report;
import dev.concertina.check.Report.Problem;
import dev.concertina.check.Report.Result;
import dev.concertina.check.Report.Unread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report as SARIF 2.1.0, for code scanning. */
public final class SarifWriter implements ReportWriter {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final Options options;

  public SarifWriter(Options options) {
    this.options = options;
  }

  @Override
  public void write(Report report, Appendable out) throws IOException {
    Map<String, Result> rules = new LinkedHashMap<>();
    report.findings().forEach(result -> rules.putIfAbsent(result.finding().rule(), result));
    List<String> ids = new ArrayList<>(rules.keySet());
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      tool(json, rules.values());
      json.writeObjectFieldStart("automationDetails");
      json.writeStringField("id", "concertina/" + Links.path(options.project()) + "/");
      json.writeEndObject();
      json.writeStringField("columnKind", "utf16CodeUnits");
      invocation(json, report);
      json.writeArrayFieldStart("results");
      Map<String, Integer> indexes = new LinkedHashMap<>();
      ids.forEach(id -> indexes.put(id, indexes.size()));
      for (Result result : report.findings()) {
        SarifResult.write(json, result, indexes.get(result.finding().rule()));
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    out.append('\n');
  }

  private void tool(JsonGenerator json, Iterable<Result> rules) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "Concertina");
    json.writeStringField("version", options.version());
    json.writeStringField("informationUri", "https://github.com/concertina/concertina");
    json.writeArrayFieldStart("rules");
    for (Result rule : rules) {
      SarifRule.write(json, rule.finding(), options.links());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void invocation(JsonGenerator json, Report report) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", true);
    json.writeArrayFieldStart("toolConfigurationNotifications");
    for (Problem problem : report.problems()) {
      json.writeStartObject();
      json.writeStringField("level", "warning");
      Sarif.message(json, "message", Prose.of(problem.message()));
      json.writeArrayFieldStart("locations");
      Sarif.location(json, problem.file(), problem.line());
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("toolExecutionNotifications");
    for (Unread unread : report.notAnalysed()) {
      json.writeStartObject();
      json.writeStringField("level", "warning");
      Sarif.message(json, "message", Prose.of("Not analysed: " + unread.reason()));
      json.writeArrayFieldStart("locations");
      Sarif.location(json, unread.file(), unread.span());
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }
}
