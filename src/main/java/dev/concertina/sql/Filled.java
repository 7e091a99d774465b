package dev.concertina.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A text that others were put into, and where everything in it stands in the text before that. */
final class Filled {

  /**
   * A value that was put in.
   *
   * @param start where it begins in the filled text
   * @param end where it ends there
   * @param from where what it stands for begins in the text before
   * @param to where that ends
   */
  private record Value(int start, int end, int from, int to) {}

  private final String text;
  private final int from;
  private final List<Value> values;

  private Filled(String text, int from, List<Value> values) {
    this.text = text;
    this.from = from;
    this.values = values;
  }

  /** The filled text. */
  String text() {
    return text;
  }

  /** Where the character stands that begins at an offset of the filled text. */
  int startOf(int offset) {
    Value before = lastFrom(offset);
    return before == null
        ? from + offset
        : offset < before.end ? before.from : before.to + offset - before.end;
  }

  /** Where the text stands that ends at an offset of the filled text. */
  int endOf(int offset) {
    Value before = offset == 0 ? null : lastFrom(offset - 1);
    return before == null
        ? from + offset
        : offset <= before.end ? before.to : before.to + offset - before.end;
  }

  /** The last value that begins at the offset or before it, or null. */
  private Value lastFrom(int offset) {
    int found =
        Collections.binarySearch(
            values, new Value(offset, 0, 0, 0), (a, b) -> Integer.compare(a.start, b.start));
    int at = found >= 0 ? found : -found - 2;
    return at < 0 ? null : values.get(at);
  }

  /** Puts a filled text together, from its beginning to its end. */
  static final class Builder {
    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final List<Value> values = new ArrayList<>();
    private int first = -1;

    Builder(String source) {
      this.source = source;
    }

    /** A stretch that stays as it is. */
    void keep(int from, int to) {
      first = first < 0 ? from : first;
      text.append(source, from, to);
    }

    /** A value in place of a stretch. */
    void put(String value, int from, int to) {
      first = first < 0 ? from : first;
      values.add(new Value(text.length(), text.length() + value.length(), from, to));
      text.append(value);
    }

    Filled build() {
      return new Filled(text.toString(), Math.max(0, first), List.copyOf(values));
    }
  }
}
