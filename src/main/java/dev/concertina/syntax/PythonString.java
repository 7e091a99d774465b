package dev.concertina.syntax;

/** Foreign text as a string of Python's, so that it shows and can't act. */
public final class PythonString {

  private PythonString() {}

  /** A string on one line; what a reader could not see is written as an escape. */
  public static String literal(String text) {
    return literal(text, '"');
  }

  /** The same in the quotes that need fewer escapes. */
  public static String readable(String text) {
    boolean single = text.indexOf('"') >= 0 && text.indexOf('\'') < 0;
    return literal(text, single ? '\'' : '"');
  }

  private static String literal(String text, char quote) {
    StringBuilder literal = new StringBuilder().append(quote);
    text.codePoints().forEach(c -> append(literal, c, quote));
    return literal.append(quote).toString();
  }

  private static void append(StringBuilder literal, int c, char quote) {
    switch (c) {
      case '"', '\'' -> literal.append(c == quote ? "\\" : "").appendCodePoint(c);
      case '\\' -> literal.append("\\\\");
      case '\n' -> literal.append("\\n");
      default -> {
        if (isVisible(c)) {
          literal.appendCodePoint(c);
        } else {
          literal.append("\\U%08x".formatted(c));
        }
      }
    }
  }

  private static boolean isVisible(int c) {
    return c == ' ' || c > ' ' && c < 0x7f || Character.isLetterOrDigit(c);
  }
}
