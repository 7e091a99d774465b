package dev.concertina.migration;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file.
 *
 * @param text without a byte-order mark; what is no UTF-8 stands as U+FFFD
 * @param problem what may have been misread, or null
 */
record Decoded(String text, String problem) {

  /** Above this a file is not read: no migration is so long, and a dump of rows is none. */
  static final int LONGEST = 16 << 20;

  static Decoded of(byte[] bytes) {
    if (bytes.length > LONGEST) {
      return new Decoded(
          "", "it has " + bytes.length + " bytes; more than " + LONGEST + " are not read");
    }
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return decode(bytes, 3, StandardCharsets.UTF_8);
    } else if (startsWith(bytes, 0xFF, 0xFE)) {
      return decode(bytes, 2, StandardCharsets.UTF_16LE);
    } else if (startsWith(bytes, 0xFE, 0xFF)) {
      return decode(bytes, 2, StandardCharsets.UTF_16BE);
    }
    return decode(bytes, 0, StandardCharsets.UTF_8);
  }

  private static Decoded decode(byte[] bytes, int from, Charset charset) {
    ByteBuffer content = ByteBuffer.wrap(bytes, from, bytes.length - from);
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(content);
      return checked(text.toString());
    } catch (CharacterCodingException notText) {
      String text = new String(bytes, from, bytes.length - from, charset);
      int line =
          1 + (int) text.chars().limit(text.indexOf('\uFFFD')).filter(c -> c == '\n').count();
      return new Decoded(
          text,
          "it is not valid " + charset + ", first on line " + line + ": parts may be misread");
    }
  }

  private static Decoded checked(String text) {
    int nul = text.indexOf('\0');
    return new Decoded(text, nul < 0 ? null : "it holds NUL characters, which no script may");
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
