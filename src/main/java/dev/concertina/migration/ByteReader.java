package dev.concertina.migration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link ByteWriter} wrote; any other bytes end in an unchecked exception. */
final class ByteReader {

  private static final int DEEPEST = 300;

  private final byte[] bytes;
  private final List<String> texts = new ArrayList<>();
  private int at;
  private int depth;

  /** Something that is read inside of something else. */
  interface Reading {
    Object read() throws ReflectiveOperationException;
  }

  ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int number() {
    int number = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      byte next = bytes[at++];
      number |= (next & 0x7F) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("a number does not end");
  }

  /** The number of things that follow: each takes at least one byte. */
  int size() {
    int size = number();
    if (size < 0 || size > bytes.length - at) {
      throw new IllegalArgumentException("there are not so many bytes");
    }
    return size;
  }

  String text() {
    int which = number();
    if (which != 1) {
      return which == 0 ? null : texts.get(which - 2);
    }
    int length = size();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    texts.add(text);
    return text;
  }

  /** Reads one level down; nothing that was written is deep. */
  Object nested(Reading reading) throws ReflectiveOperationException {
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException("it is nested too deeply");
    }
    Object value = reading.read();
    depth--;
    return value;
  }
}
