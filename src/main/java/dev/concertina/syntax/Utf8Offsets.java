package dev.concertina.syntax;

/** From offsets in bytes of UTF-8, in which the parser counts, to those of the text. */
final class Utf8Offsets {

  /** The offset in the text of each byte; null where the two are the same. */
  private final int[] units;

  Utf8Offsets(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      bytes += length(text.charAt(i));
    }
    units = bytes == text.length() ? null : new int[bytes + 1];
    if (units != null) {
      int at = 0;
      for (int i = 0; i < text.length(); i++) {
        for (int n = length(text.charAt(i)); n > 0; n--) {
          units[at++] = i;
        }
      }
      units[bytes] = text.length();
    }
  }

  int unit(int offset) {
    return units == null ? offset : units[offset];
  }

  /** Each half of a pair of surrogates counts as two of its four bytes. */
  private static int length(char c) {
    if (c < 0x80) {
      return 1;
    }
    return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }
}
