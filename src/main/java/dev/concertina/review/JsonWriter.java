package dev.concertina.review;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.concertina.check.Report;
import dev.concertina.check.Report.MigrationResult;
import dev.concertina.check.Report.Problem;
import dev.concertina.check.Report.Result;
import dev.concertina.check.Report.Unread;
import java.io.IOException;
import java.util.Locale;

/**
 * The report for other programs: {@code concertina/1}, which docs/schema/report.schema.json
 * describes. What does not apply is left out.
 */
public final class JsonWriter implements ReportWriter {

  /** The version of the document. It changes only when a reader must. */
  public static final String SCHEMA = "concertina/1";

  @Override
  public void write(Report report, Appendable out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("schema", SCHEMA);
      json.writeStringField("verdict", lower(report.verdict()));
      summary(json, Totals.of(report));
      json.writeArrayFieldStart("migrations");
      for (MigrationResult migration : report.migrations()) {
        migration(json, migration);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("findings");
      for (Result result : report.findings()) {
        JsonFinding.write(json, result);
      }
      json.writeEndArray();
      unread(json, report);
      problems(json, report);
      json.writeEndObject();
    }
    out.append('\n');
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static void summary(JsonGenerator json, Totals totals) throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("migrations", totals.migrations());
    json.writeNumberField("statements", totals.statements());
    json.writeNumberField("analysed", totals.analysed());
    json.writeNumberField("notAnalysed", totals.notAnalysed());
    json.writeNumberField("errors", totals.errors());
    json.writeNumberField("warnings", totals.warnings());
    json.writeNumberField("infos", totals.infos());
    json.writeNumberField("suppressed", totals.suppressed());
    json.writeNumberField("deploys", totals.deploys());
    json.writeEndObject();
  }

  private static void migration(JsonGenerator json, MigrationResult migration) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", migration.file());
    json.writeStringField("framework", migration.framework());
    json.writeStringField("dialect", migration.dialect());
    json.writeStringField("direction", migration.up() ? "up" : "down");
    json.writeBooleanField("transactional", migration.transactional());
    json.writeStringField("phase", migration.postDeploy() ? "after" : "before");
    json.writeStringField("verdict", lower(migration.verdict()));
    json.writeStringField("rollbackFloor", lower(migration.rollbackFloor()));
    json.writeEndObject();
  }

  private static void unread(JsonGenerator json, Report report) throws IOException {
    json.writeArrayFieldStart("notAnalysed");
    for (Unread unread : report.notAnalysed()) {
      json.writeStartObject();
      json.writeStringField("file", unread.file());
      json.writeNumberField("line", unread.span().line());
      json.writeStringField("reason", unread.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void problems(JsonGenerator json, Report report) throws IOException {
    json.writeArrayFieldStart("problems");
    for (Problem problem : report.problems()) {
      json.writeStartObject();
      json.writeStringField("file", problem.file());
      json.writeNumberField("line", problem.line());
      json.writeNumberField("column", problem.column());
      json.writeStringField("message", problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
