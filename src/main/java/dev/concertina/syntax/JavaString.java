package dev.concertina.syntax;

import dev.concertina.schema.Span;
import java.util.List;

/** Reads the string literals and text blocks of Java as the compiler does. */
final class JavaString {

  private static final String BLOCK = "\"\"\"";

  private JavaString() {}

  /**
   * @param start where the literal begins in its file
   */
  static Value value(String literal, int start, Span span) {
    boolean block = literal.startsWith(BLOCK) && literal.length() >= 2 * BLOCK.length();
    if (block) {
      return block(literal, start, span);
    }
    String inner = literal.length() < 2 ? "" : literal.substring(1, literal.length() - 1);
    return text(inner, inner, start + 1, span);
  }

  /** What stands at an offset is written there only where nothing has to be taken away. */
  private static Value text(String written, String text, int start, Span span) {
    try {
      String read = text.translateEscapes();
      return new Value.Text(read, read.equals(written) ? start : -1, span);
    } catch (IllegalArgumentException noEscape) {
      return new Value.Unknown(written, span);
    }
  }

  private static Value block(String literal, int start, Span span) {
    int line = literal.indexOf('\n');
    if (line < 0) {
      return new Value.Unknown(literal, span);
    }
    String inner = literal.substring(line + 1, literal.length() - BLOCK.length());
    List<String> lines = List.of(inner.replace("\r\n", "\n").split("\n", -1));
    boolean plain = inner.indexOf('\\') < 0 && inner.indexOf('\r') < 0;
    // White space means nothing to SQL outside of quotes: the text may stand where it is written.
    return plain && inner.indexOf('\'') < 0
        ? new Value.Text(inner, start + line + 1, span)
        : text(inner, String.join("\n", lines).stripIndent(), start, span);
  }
}
