package dev.concertina.review;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.concertina.rule.Finding;
import java.io.IOException;

/** What SARIF wants to know about a rule, as far as a finding of it can tell. */
final class SarifRule {

  private SarifRule() {}

  static void write(JsonGenerator json, Finding finding, Links links) throws IOException {
    String id = finding.rule();
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeStringField("name", name(id));
    Sarif.text(json, "shortDescription", words(id));
    json.writeObjectFieldStart("help");
    json.writeStringField("text", "concertina explain " + id);
    json.writeStringField("markdown", MarkdownText.code("concertina explain " + id));
    json.writeEndObject();
    Json.optional(json, "helpUri", links.rule(id));
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", Sarif.level(finding.severity()));
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeArrayFieldStart("tags");
    json.writeString("migration");
    json.writeString(finding.kind().toString());
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** {@code Renamed column}. */
  private static String words(String id) {
    String words = Clean.line(Paths.name(id).replace('-', ' '));
    return words.isEmpty() ? id : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** {@code RenamedColumn}. */
  private static String name(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : words(id).split(" ")) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
      }
    }
    return name.toString();
  }
}
