package dev.concertina.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;
import java.util.List;

/** JSON as every output here writes it: two spaces, line feeds, readable in a diff. */
final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** A generator; closing it does not close what is written to. */
  static JsonGenerator generator(Appendable out) throws IOException {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
    return FACTORY
        .createGenerator(new To(out))
        .setPrettyPrinter(printer)
        .setCharacterEscapes(new Visible());
  }

  static void strings(JsonGenerator json, String field, List<String> values) throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /** Writes a field unless it has nothing to say. */
  static void optional(JsonGenerator json, String field, String value) throws IOException {
    if (value != null && !value.isEmpty()) {
      json.writeStringField(field, value);
    }
  }

  /** Writes what nobody can see, or what turns text around, as an escape: the value stays. */
  private static final class Visible extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
      return standardAsciiEscapesForJSON();
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
      return !Character.isSurrogate((char) c) && Clean.isHidden(c)
          ? new SerializedString(String.format("\\u%04x", c))
          : null;
    }
  }

  /** The writer that Jackson asks for. */
  private static final class To extends Writer {
    private final Appendable out;

    To(Appendable out) {
      this.out = out;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      out.append(CharBuffer.wrap(text, offset, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
