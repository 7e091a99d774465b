package dev.concertina.review;

/**
 * Takes out of foreign text what a reader can't see but a terminal or a browser obeys: control
 * characters, bidirectional overrides, zero-width characters. A mark stands where some were, so
 * that nobody takes the text for the original.
 */
final class Clean {

  /** Stands for what was taken out. */
  static final char MARK = '\uFFFD';

  private Clean() {}

  /** The text on one line; line ends and tabs become single spaces. */
  static String line(String text) {
    return inline(text).strip();
  }

  /** The same for a piece of a line: spaces at its ends stay. */
  static String inline(String text) {
    return clean(text, false);
  }

  /** The text with its lines and tabs; every line end becomes a line feed. */
  static String block(String text) {
    return clean(text.replace("\r\n", "\n"), true);
  }

  /** At most so many characters, with an ellipsis where the rest was. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }

  private static String clean(String text, boolean keepLines) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(clean, c, keepLines));
    return clean.toString();
  }

  private static void append(StringBuilder clean, int c, boolean keepLines) {
    boolean layout = c == '\n' || c == '\r' || c == '\t';
    if (layout && keepLines && c != '\r') {
      clean.append((char) c);
    } else if (layout) {
      appendOnce(clean, keepLines ? '\n' : ' ');
    } else if (isSelector(c)) {
      return; // it only chooses between two shapes of the character before
    } else if (isHidden(c)) {
      appendOnce(clean, MARK);
    } else {
      clean.appendCodePoint(c);
    }
  }

  private static void appendOnce(StringBuilder clean, char c) {
    if (clean.isEmpty() || clean.charAt(clean.length() - 1) != c) {
      clean.append(c);
    }
  }

  static boolean isSelector(int c) {
    return c >= 0xFE00 && c <= 0xFE0F;
  }

  /** Whether a character shows nothing or turns the text around it. */
  static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isBlankLetter(c);
    };
  }

  /** Letters and marks that are drawn as nothing: Hangul fillers, joiners, more selectors. */
  private static boolean isBlankLetter(int c) {
    return c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || c >= 0x180B && c <= 0x180F
        || c == 0x2800
        || c == 0x3164
        || isSelector(c)
        || c == 0xFFA0
        || c >= 0xE0100 && c <= 0xE01EF;
  }
}
