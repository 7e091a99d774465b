package dev.concertina.node;

/** The escapes in strings of JavaScript. */
final class Escapes {

  private Escapes() {}

  /** What an escape stands for, or null. */
  static String of(String escape) {
    if (escape.length() < 2) {
      return null;
    }
    char kind = escape.charAt(1);
    return switch (kind) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'v' -> "\u000B";
      case '0' -> "\0";
      case '\n', '\r' -> "";
      case 'x', 'u' -> number(escape.substring(2).replace("{", "").replace("}", ""));
      default -> escape.substring(1);
    };
  }

  private static String number(String digits) {
    try {
      return Character.toString(Integer.parseInt(digits, 16));
    } catch (IllegalArgumentException none) {
      return null;
    }
  }
}
