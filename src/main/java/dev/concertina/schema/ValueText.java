package dev.concertina.schema;

import java.util.List;

/**
 * The text of a value without what makes no difference to it, so that two spellings of one value
 * are equal: needless quotes around names, a cast of a literal or of an array without items, the
 * default schema of a sequence.
 */
final class ValueText {

  /** What may follow the first word of a type's name. */
  private static final List<String> MORE_WORDS =
      List.of(" varying", " precision", " without time zone", " with time zone");

  /** {@code ARRAY[]}, as words are quoted here. */
  private static final String NO_ITEMS = "\"array\"[]";

  private final String text;
  private final StringBuilder plain = new StringBuilder();
  private int at;

  private ValueText(String text) {
    this.text = text;
  }

  static String plain(String text) {
    return new ValueText(Words.quoted(text)).plain();
  }

  private String plain() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\'') {
        literal();
      } else if (text.startsWith(NO_ITEMS, at)) {
        at += NO_ITEMS.length();
        cast();
        plain.append("'{}'");
      } else {
        plain.append(c);
        at++;
      }
    }
    return plain.toString().strip();
  }

  private void literal() {
    int from = at++;
    while (at < text.length() && text.charAt(at) != '\'') {
      at++;
    }
    at = Math.min(at + 1, text.length());
    String literal = text.substring(from, at);
    boolean doubled = at < text.length() && text.charAt(at) == '\'';
    String cast = doubled ? "" : cast();
    plain.append(
        cast.contains("regclass") ? literal.replace("\"", "").replace("public.", "") : literal);
  }

  /** Goes over a cast and gives its text. */
  private String cast() {
    int from = at;
    if (!text.startsWith("::", at)) {
      return "";
    }
    at += 2;
    while (at < text.length() && inName(text.charAt(at))) {
      at++;
    }
    MORE_WORDS.stream()
        .filter(words -> text.startsWith(words, at))
        .findFirst()
        .ifPresent(words -> at += words.length());
    int close = text.startsWith("(", at) ? text.indexOf(')', at) : -1;
    at = close < 0 ? at : close + 1;
    while (text.startsWith("[]", at)) {
      at += 2;
    }
    return text.substring(from, at);
  }

  private static boolean inName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '"';
  }
}
