package dev.concertina.review;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.concertina.check.Report.Result;
import dev.concertina.check.Report.Suppressed;
import dev.concertina.code.Reference;
import dev.concertina.plan.Listing;
import dev.concertina.plan.Plan;
import dev.concertina.plan.Step;
import dev.concertina.rule.Finding;
import dev.concertina.schema.Compatibility;
import dev.concertina.schema.Effect;
import dev.concertina.schema.Effect.Held;
import dev.concertina.schema.Span;
import java.io.IOException;
import java.util.List;

/** One finding in {@code concertina/1}. */
final class JsonFinding {

  private JsonFinding() {}

  static void write(JsonGenerator json, Result result) throws IOException {
    Finding finding = result.finding();
    json.writeStartObject();
    json.writeStringField("rule", finding.rule());
    json.writeStringField("kind", finding.kind().toString());
    json.writeStringField("severity", finding.severity().toString());
    json.writeStringField("file", finding.file());
    span(json, finding.span());
    if (finding.table() != null) {
      json.writeStringField("table", finding.table().qualified());
    }
    Json.optional(json, "object", finding.object());
    json.writeStringField("message", finding.message());
    Json.optional(json, "why", finding.why());
    effect(json, finding.effect());
    breaks(json, finding.compatibility());
    references(json, finding.references());
    related(json, finding.related());
    plan(json, result.plan());
    json.writeStringField("fingerprint", result.fingerprint());
    suppressed(json, result.suppressed());
    json.writeEndObject();
  }

  private static void span(JsonGenerator json, Span span) throws IOException {
    json.writeNumberField("line", span.line());
    json.writeNumberField("column", span.column());
    json.writeNumberField("endLine", span.endLine());
    json.writeNumberField("endColumn", span.endColumn());
  }

  private static void effect(JsonGenerator json, Effect effect) throws IOException {
    if (!effect.locks().isEmpty()) {
      json.writeArrayFieldStart("locks");
      for (Held held : effect.locks()) {
        json.writeStartObject();
        json.writeStringField("relation", held.relation().qualified());
        json.writeStringField("mode", held.mode().toString());
        Json.strings(json, "blocks", Impact.blocks(held.mode()));
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (!effect.equals(Effect.NONE)) {
      json.writeStringField("work", JsonWriter.lower(effect.work()));
    }
  }

  private static void breaks(JsonGenerator json, Compatibility compatibility) throws IOException {
    List<String> running = Impact.breaks(compatibility);
    if (!running.isEmpty() || compatibility.breaksRollback()) {
      json.writeObjectFieldStart("breaks");
      Json.strings(json, "running", running);
      json.writeBooleanField("rollback", compatibility.breaksRollback());
      json.writeEndObject();
    }
  }

  private static void references(JsonGenerator json, List<Reference> references)
      throws IOException {
    if (references.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("references");
    for (Reference reference : references) {
      json.writeStartObject();
      json.writeStringField("file", reference.file());
      json.writeNumberField("line", reference.line());
      json.writeStringField("kind", JsonWriter.lower(reference.kind()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void related(JsonGenerator json, Finding.Related related) throws IOException {
    if (related != null) {
      json.writeArrayFieldStart("related");
      json.writeStartObject();
      json.writeStringField("file", related.file());
      json.writeNumberField("line", related.span().line());
      json.writeStringField("message", related.message());
      json.writeEndObject();
      json.writeEndArray();
    }
  }

  private static void plan(JsonGenerator json, Plan plan) throws IOException {
    if (!plan.steps().isEmpty()) {
      json.writeArrayFieldStart("plan");
      for (Step step : plan.steps()) {
        step(json, step);
      }
      json.writeEndArray();
    }
    if (plan.fix() != null) {
      json.writeObjectFieldStart("fix");
      json.writeNumberField("line", plan.fix().line());
      json.writeNumberField("endLine", plan.fix().endLine());
      json.writeStringField("replacement", plan.fix().replacement());
      json.writeEndObject();
    }
  }

  private static void step(JsonGenerator json, Step step) throws IOException {
    json.writeStartObject();
    json.writeNumberField("step", step.number());
    json.writeNumberField("deploy", step.deploy());
    json.writeStringField("phase", step.phase().toString());
    json.writeStringField("title", step.title());
    if (!step.schema().isEmpty()) {
      Json.strings(json, "schema", step.schema());
    }
    Json.optional(json, "migration", step.migration() == null ? null : step.migration().text());
    Json.optional(json, "code", step.code());
    Json.optional(json, "gate", step.gate());
    Json.optional(json, "rollback", step.rollback());
    if (!step.listings().isEmpty()) {
      json.writeArrayFieldStart("listings");
      for (Listing listing : step.listings()) {
        json.writeStartObject();
        json.writeStringField("path", listing.path());
        json.writeStringField("language", listing.language());
        json.writeStringField("text", listing.text());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void suppressed(JsonGenerator json, Suppressed suppressed) throws IOException {
    if (suppressed != null) {
      json.writeObjectFieldStart("suppressed");
      json.writeStringField("reason", suppressed.reason());
      json.writeStringField("by", suppressed.by());
      Json.optional(
          json, "until", suppressed.until() == null ? null : suppressed.until().toString());
      json.writeEndObject();
    }
  }
}
