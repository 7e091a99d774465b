package dev.concertina.sql;

/** The classes of characters that {@code scan.l} knows. */
final class Characters {

  private Characters() {}

  static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r' || c == '\uFEFF';
  }

  static boolean isWordStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
  }

  static boolean isWordPart(char c) {
    return isWordStart(c) || c >= '0' && c <= '9' || c == '$';
  }

  static boolean isOperator(char c) {
    return "+-*/<>=~!@#%^&|`?".indexOf(c) >= 0;
  }
}
