package dev.concertina.sql;

import java.nio.charset.StandardCharsets;

/** What the identifiers in a text are called in the database. */
final class Names {

  private static final int LONGEST = 63;

  private Names() {}

  /** The name that a word, a quoted name or a placeholder stands for. */
  static String fold(Tokens tokens, int token) {
    String text = tokens.text(token);
    return switch (tokens.kind(token)) {
      case WORD -> truncate(lowerCase(text));
      case QUOTED, STRING -> truncate(unquote(text, '\\'));
      default -> text;
    };
  }

  /** A {@code U&"…"} name with its own escape character. */
  static String unescape(String quoted, char escape) {
    return truncate(unquote(quoted, escape));
  }

  /** ASCII letters alone, as the database does in a UTF-8 cluster. */
  static String lowerCase(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (isUpper(word.charAt(i))) {
        char[] chars = word.toCharArray();
        for (int j = i; j < chars.length; j++) {
          chars[j] = isUpper(chars[j]) ? (char) (chars[j] + 32) : chars[j];
        }
        return new String(chars);
      }
    }
    return word;
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static String unquote(String quoted, char escape) {
    boolean unicode = quoted.startsWith("U&") || quoted.startsWith("u&");
    int start = unicode ? 3 : 1;
    char quote = quoted.charAt(start - 1);
    boolean closed = quoted.length() > start && quoted.charAt(quoted.length() - 1) == quote;
    String inner = quoted.substring(start, quoted.length() - (closed ? 1 : 0));
    String doubled = String.valueOf(quote).repeat(2);
    String name = inner.contains(doubled) ? inner.replace(doubled, String.valueOf(quote)) : inner;
    return unicode ? Literals.unicode(name, escape) : name;
  }

  private static String truncate(String name) {
    if (name.length() <= LONGEST / 3) {
      return name;
    }
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST) {
      return name;
    }
    int length = LONGEST;
    while (length > 0 && (bytes[length] & 0xC0) == 0x80) {
      length--;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
