package dev.concertina.liquibase;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.concertina.schema.Span;
import dev.concertina.sql.LineTable;
import dev.concertina.syntax.UnreadableSourceException;
import dev.concertina.syntax.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads JSON into values that know their places. */
final class JsonReader {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(Document.DEEPEST).build())
          .build()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS.mappedFeature());

  private final String text;
  private final LineTable lines;

  JsonReader(String text) {
    this.text = text;
    lines = new LineTable(text);
  }

  Document read() {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new UnreadableSourceException("it is empty");
      }
      return new Document(new MappedElements().of(value(parser)), List.of());
    } catch (JsonProcessingException wrong) {
      int line = wrong.getLocation() == null ? 1 : wrong.getLocation().getLineNr();
      throw new UnreadableSourceException("it is no well-formed JSON: line " + line);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Value value(JsonParser parser) throws IOException {
    int from = start(parser);
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      List<Map.Entry<Value, Value>> entries = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        Value key = text(parser.currentName(), start(parser));
        parser.nextToken();
        entries.add(Map.entry(key, value(parser)));
      }
      return new Value.Mapping(entries, lines.span(from, start(parser) + 1));
    } else if (token == JsonToken.START_ARRAY) {
      List<Value> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(parser));
      }
      return new Value.Many(items, lines.span(from, start(parser) + 1));
    } else if (token == JsonToken.VALUE_STRING) {
      return text(parser.getText(), from);
    }
    String written = parser.getText();
    Span span = lines.span(from, from + written.length());
    return token == JsonToken.VALUE_NULL
        ? new Value.Nothing(span)
        : new Value.Text(written, from, span);
  }

  private Value.Text text(String value, int quote) {
    int end = quote + 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    int start =
        text.startsWith(value, quote + 1) && end == quote + 1 + value.length() ? quote + 1 : -1;
    return new Value.Text(value, start, lines.span(quote, Math.min(text.length(), end + 1)));
  }

  private static int start(JsonParser parser) {
    return (int) parser.currentTokenLocation().getCharOffset();
  }
}
