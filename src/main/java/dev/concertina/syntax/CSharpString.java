package dev.concertina.syntax;

import dev.concertina.schema.Span;

/** Reads the string literals of C# as the compiler does. */
final class CSharpString {

  private CSharpString() {}

  /** {@code @"…"}: a quote is written twice, and nothing else is escaped. */
  static Value verbatim(String literal, int start, Span span) {
    if (literal.length() < 3) {
      return new Value.Unknown(literal, span);
    }
    String written = literal.substring(2, literal.length() - 1);
    String text = written.replace("\"\"", "\"");
    return new Value.Text(text, text.equals(written) ? start + 2 : -1, span);
  }

  /** {@code """…"""}: how far it is indented means nothing to SQL. */
  static Value raw(String literal, int start, Span span) {
    int quotes = 0;
    while (quotes < literal.length() && literal.charAt(quotes) == '"') {
      quotes++;
    }
    return literal.length() < 2 * quotes
        ? new Value.Unknown(literal, span)
        : new Value.Text(
            literal.substring(quotes, literal.length() - quotes), start + quotes, span);
  }

  /** {@code "…"}, whose escapes are those of C. */
  static Value plain(String literal, int start, Span span) {
    if (literal.length() < 2) {
      return new Value.Unknown(literal, span);
    }
    String written = literal.substring(1, literal.length() - 1);
    if (written.indexOf('\\') < 0) {
      return new Value.Text(written, start + 1, span);
    }
    String text = unescaped(written);
    return text == null ? new Value.Unknown(literal, span) : new Value.Text(text, -1, span);
  }

  /** Null for an escape that there is none of. */
  private static String unescaped(String written) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      if (++i == written.length()) {
        return null;
      }
      int hex = "uU".indexOf(written.charAt(i));
      if (hex >= 0) {
        int digits = hex == 0 ? 4 : 8;
        int code = code(written, i + 1, digits);
        if (code < 0) {
          return null;
        }
        text.appendCodePoint(code);
        i += digits;
        continue;
      }
      int known = "0abfnrtv\\'\"".indexOf(written.charAt(i));
      if (known < 0) {
        return null;
      }
      text.append("\0\u0007\b\f\n\r\t\u000b\\'\"".charAt(known));
    }
    return text.toString();
  }

  private static int code(String written, int from, int digits) {
    if (from + digits > written.length()) {
      return -1;
    }
    try {
      int code = Integer.parseInt(written.substring(from, from + digits), 16);
      return Character.isValidCodePoint(code) ? code : -1;
    } catch (NumberFormatException noCode) {
      return -1;
    }
  }
}
