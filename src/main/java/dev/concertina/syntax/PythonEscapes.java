package dev.concertina.syntax;

/** The escapes of a Python string. */
final class PythonEscapes {

  private PythonEscapes() {}

  /** The text that a string stands for; an escape that Python does not know stands for itself. */
  static String read(String written) {
    StringBuilder text = new StringBuilder(written.length());
    int i = 0;
    while (i < written.length()) {
      char c = written.charAt(i++);
      if (c != '\\' || i == written.length()) {
        text.append(c);
        continue;
      }
      char escape = written.charAt(i++);
      switch (escape) {
        case '\n' -> {}
        case '\\', '\'', '"' -> text.append(escape);
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'a' -> text.append('\u0007');
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'v' -> text.append('\u000b');
        case 'x' -> i = code(written, i, 2, 16, text, escape);
        case 'u' -> i = code(written, i, 4, 16, text, escape);
        case 'U' -> i = code(written, i, 8, 16, text, escape);
        case '0', '1', '2', '3', '4', '5', '6', '7' -> i = octal(written, i - 1, text);
        default -> text.append('\\').append(escape);
      }
    }
    return text.toString();
  }

  private static int octal(String written, int from, StringBuilder text) {
    int end = from;
    while (end < written.length()
        && end < from + 3
        && Character.digit(written.charAt(end), 8) >= 0) {
      end++;
    }
    text.append((char) Integer.parseInt(written.substring(from, end), 8));
    return end;
  }

  private static int code(
      String written, int from, int digits, int radix, StringBuilder text, char escape) {
    int end = from;
    int code = 0;
    while (end < written.length()
        && end < from + digits
        && Character.digit(written.charAt(end), radix) >= 0) {
      code = code * radix + Character.digit(written.charAt(end), radix);
      end++;
    }
    if (end != from + digits || !Character.isValidCodePoint(code)) {
      text.append('\\').append(escape);
      return from;
    }
    text.appendCodePoint(code);
    return end;
  }
}
