package dev.concertina.migration;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Numbers in as few bytes as they need; a text that occurs again as the number of the first. */
final class ByteWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, Integer> texts = new HashMap<>();

  void number(int number) {
    int rest = number;
    while ((rest & ~0x7F) != 0) {
      out.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /** 0 is null, 1 announces a new text, the others name an earlier one. */
  void text(String text) {
    Integer known = text == null ? Integer.valueOf(-2) : texts.get(text);
    if (known != null) {
      number(known + 2);
      return;
    }
    texts.put(text, texts.size());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(1);
    number(bytes.length);
    out.writeBytes(bytes);
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
