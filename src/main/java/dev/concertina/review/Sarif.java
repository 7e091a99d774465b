package dev.concertina.review;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Span;
import java.io.IOException;

/** The parts of SARIF that stand in many places. */
final class Sarif {

  private Sarif() {}

  static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.toString();
  }

  /** A message, plain and as Markdown. */
  static void message(JsonGenerator json, String field, Prose prose) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", plain(prose));
    json.writeStringField("markdown", MarkdownText.prose(prose));
    json.writeEndObject();
  }

  static void text(JsonGenerator json, String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  /** Plain messages know one markup, [text](target), which a name must not be able to make. */
  private static String plain(Prose prose) {
    return prose.plain().replace("](", "] (");
  }

  static void artifact(JsonGenerator json, String file) throws IOException {
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", Links.path(file));
    json.writeStringField("uriBaseId", "%SRCROOT%");
    json.writeEndObject();
  }

  /** A location that is one line. */
  static void location(JsonGenerator json, String file, int line) throws IOException {
    json.writeStartObject();
    physical(json, file, new Span(0, 0, line, 1, line, 1));
    json.writeEndObject();
  }

  /** A location that is a clause. */
  static void location(JsonGenerator json, String file, Span span) throws IOException {
    json.writeStartObject();
    physical(json, file, span);
    json.writeEndObject();
  }

  static void physical(JsonGenerator json, String file, Span span) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    artifact(json, file);
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", span.line());
    if (span.end() > span.start()) {
      json.writeNumberField("startColumn", span.column());
      json.writeNumberField("endLine", span.endLine());
      json.writeNumberField("endColumn", span.endColumn() + 1);
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
