package dev.concertina.check;

/** The text of a clause without what does not change its meaning. */
final class Clause {
  private final String text;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private Clause(String text) {
    this.text = text;
  }

  /** One space for every stretch of white space and comments outside quotes. */
  static String normalise(String text) {
    return new Clause(text).read();
  }

  private String read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("--", at)) {
        skipTo("\n");
        space();
      } else if (text.startsWith("/*", at)) {
        skipTo("*/");
        space();
      } else if (Character.isWhitespace(c)) {
        at++;
        space();
      } else if (c == '\'' || c == '"' || c == '`') {
        quoted(c);
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString().strip();
  }

  private void space() {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }

  private void skipTo(String end) {
    int found = text.indexOf(end, at + 2);
    at = found < 0 ? text.length() : found + end.length();
  }

  private void quoted(char quote) {
    int end = text.indexOf(quote, at + 1);
    int after = end < 0 ? text.length() : end + 1;
    out.append(text, at, after);
    at = after;
  }
}
