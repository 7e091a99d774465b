package dev.concertina.sql;

/** The values of string literals, and the text inside them where that is SQL itself. */
final class Literals {

  private Literals() {}

  /** A text inside a text. */
  record Inner(Source source, int from, int to) {}

  /** The value of a string. */
  static String value(Tokens tokens, int token) {
    String text = tokens.text(token);
    if (tokens.kind(token) == TokenKind.DOLLAR_STRING) {
      int tag = text.indexOf('$', 1) + 1;
      boolean closed = text.length() >= 2 * tag && text.endsWith(text.substring(0, tag));
      return text.substring(tag, closed ? text.length() - tag : text.length());
    }
    boolean escapes =
        text.charAt(0) == 'e' || text.charAt(0) == 'E' || tokens.syntax().mysqlFamily();
    boolean unicode = text.startsWith("U&") || text.startsWith("u&");
    char quote = text.indexOf('\'') < 0 ? '"' : '\'';
    String joined = join(text, quote, escapes);
    return unicode ? unicode(joined, '\\') : joined;
  }

  /**
   * The text inside a string, in place wherever it stands there as it is, so that what is read in
   * it has its exact place.
   */
  static Inner inner(Tokens tokens, int token) {
    Source source = tokens.source();
    int start = tokens.start(token);
    int end = tokens.end(token);
    String text = tokens.text(token);
    String value = value(tokens, token);
    int offset = text.indexOf(value);
    boolean verbatim = offset >= 0 && offset <= text.indexOf('\'') + 1;
    if (tokens.kind(token) == TokenKind.DOLLAR_STRING) {
      offset = text.indexOf('$', 1) + 1;
      verbatim = true;
    }
    if (verbatim) {
      return new Inner(source, start + offset, start + offset + value.length());
    }
    return new Inner(source.unescaped(value, source.span(start, end)), 0, value.length());
  }

  private static String join(String text, char quote, boolean escapes) {
    StringBuilder value = new StringBuilder(text.length());
    boolean inside = false;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == quote) {
        boolean doubled = inside && i + 1 < text.length() && text.charAt(i + 1) == quote;
        if (doubled) {
          value.append(quote);
          i++;
        } else {
          inside = !inside;
        }
        i++;
      } else if (inside && escapes && c == '\\' && i + 1 < text.length()) {
        i = escape(text, i + 1, value);
      } else {
        if (inside) {
          value.append(c);
        } else if (c == '-' && text.startsWith("--", i)) {
          i = Math.max(i, text.indexOf('\n', i));
        }
        i++;
      }
    }
    return value.toString();
  }

  private static int escape(String text, int at, StringBuilder value) {
    char c = text.charAt(at);
    switch (c) {
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'r' -> value.append('\r');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'u' -> {
        return code(text, at + 1, 4, value);
      }
      case 'U' -> {
        return code(text, at + 1, 8, value);
      }
      default -> value.append(c);
    }
    return at + 1;
  }

  /** Reads {@code \0061} and {@code \+000061}. */
  static String unicode(String text, char escape) {
    if (text.indexOf(escape) < 0) {
      return text;
    }
    StringBuilder value = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : '\0';
      if (c != escape) {
        value.append(c);
        i++;
      } else if (next == escape) {
        value.append(c);
        i += 2;
      } else {
        i = next == '+' ? code(text, i + 2, 6, value) : code(text, i + 1, 4, value);
      }
    }
    return value.toString();
  }

  private static int code(String text, int from, int digits, StringBuilder value) {
    int end = Math.min(text.length(), from + digits);
    int code = 0;
    for (int i = from; i < end; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return i;
      }
      code = code << 4 | digit;
    }
    if (Character.isBmpCodePoint(code)) {
      value.append((char) code);
    } else {
      value.append(Character.isValidCodePoint(code) ? Character.toString(code) : "\uFFFD");
    }
    return end;
  }
}
