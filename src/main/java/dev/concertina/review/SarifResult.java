package dev.concertina.review;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.concertina.check.Report.Result;
import dev.concertina.check.Report.Suppressed;
import dev.concertina.code.Reference;
import dev.concertina.plan.Plan;
import dev.concertina.rule.Finding;
import dev.concertina.schema.Span;
import java.io.IOException;

/** One finding in SARIF. */
final class SarifResult {

  private SarifResult() {}

  static void write(JsonGenerator json, Result result, int rule) throws IOException {
    Finding finding = result.finding();
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule());
    json.writeNumberField("ruleIndex", rule);
    json.writeStringField("level", Sarif.level(finding.severity()));
    Prose message =
        Prose.of(finding.message()).stopped().literally(" ").then(Prose.of(finding.why()));
    Sarif.message(json, "message", message);
    json.writeArrayFieldStart("locations");
    Sarif.location(json, finding.file(), finding.span());
    json.writeEndArray();
    related(json, finding);
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("concertina/v1", result.fingerprint());
    json.writeEndObject();
    fix(json, finding.file(), result.plan().fix());
    suppressed(json, result.suppressed());
    json.writeEndObject();
  }

  private static void related(JsonGenerator json, Finding finding) throws IOException {
    if (finding.related() == null && finding.references().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("relatedLocations");
    int id = 1;
    Finding.Related related = finding.related();
    if (related != null) {
      related(json, id++, related.file(), related.span(), Prose.of(related.message()));
    }
    for (Reference reference : finding.references()) {
      Span line = new Span(0, 0, reference.line(), 1, reference.line(), 1);
      String verb = reference.kind() == Reference.Kind.DECLARES ? "declares it" : "mentions it";
      related(json, id++, reference.file(), line, Prose.of("The running version " + verb + "."));
    }
    json.writeEndArray();
  }

  private static void related(JsonGenerator json, int id, String file, Span span, Prose message)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", id);
    Sarif.physical(json, file, span);
    Sarif.message(json, "message", message);
    json.writeEndObject();
  }

  /** A region without columns is whole lines, without the line end of the last. */
  private static void fix(JsonGenerator json, String file, Plan.Fix fix) throws IOException {
    if (fix == null) {
      return;
    }
    json.writeArrayFieldStart("fixes");
    json.writeStartObject();
    json.writeArrayFieldStart("artifactChanges");
    json.writeStartObject();
    Sarif.artifact(json, file);
    json.writeArrayFieldStart("replacements");
    json.writeStartObject();
    json.writeObjectFieldStart("deletedRegion");
    json.writeNumberField("startLine", fix.line());
    json.writeNumberField("endLine", fix.endLine());
    json.writeEndObject();
    Sarif.text(json, "insertedContent", fix.replacement());
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void suppressed(JsonGenerator json, Suppressed suppressed) throws IOException {
    if (suppressed == null) {
      return;
    }
    json.writeArrayFieldStart("suppressions");
    json.writeStartObject();
    json.writeStringField("kind", suppressed.by().equals("comment") ? "inSource" : "external");
    json.writeStringField("status", "accepted");
    json.writeStringField("justification", suppressed.reason());
    json.writeEndObject();
    json.writeEndArray();
  }
}
