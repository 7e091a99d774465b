package dev.concertina.syntax;

import java.util.function.UnaryOperator;

/** Texts of Python that names are filled into: {@code f"DROP TABLE {table}"}. */
final class PythonFormat {

  private PythonFormat() {}

  /**
   * The text of a formatted string literal whose fields are plain names; null when it is none, or
   * when a field is computed.
   *
   * @param written quotes included
   * @param names what a dotted name puts into a text, or null
   */
  static String fill(String written, UnaryOperator<String> names) {
    int quote = 0;
    while (quote < written.length() && Character.isLetter(written.charAt(quote))) {
      quote++;
    }
    String prefix = written.substring(0, quote).toLowerCase(java.util.Locale.ROOT);
    PythonLiteral plain =
        prefix.contains("f")
            ? PythonLiteral.read(prefix.replace("f", "") + written.substring(quote))
            : null;
    return plain == null ? null : filled(plain.text(), names);
  }

  private static String filled(String text, UnaryOperator<String> names) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == c;
      if ((c == '{' || c == '}') && doubled) {
        filled.append(c);
        at += 2;
      } else if (c == '{') {
        int end = text.indexOf('}', at);
        String field = end < 0 ? null : names.apply(text.substring(at + 1, end).strip());
        if (field == null || !Constants.mayJoin(filled.length(), field.length())) {
          return null;
        }
        filled.append(field);
        at = end + 1;
      } else {
        filled.append(c);
        at++;
      }
    }
    return filled.toString();
  }
}
