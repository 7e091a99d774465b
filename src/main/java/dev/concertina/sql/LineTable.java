package dev.concertina.sql;

import dev.concertina.schema.Span;
import java.util.Arrays;

/**
 * Where each line of a text begins, for turning offsets into lines and columns. Only a line feed
 * ends a line, as in git and on a forge: a comment on any other count would stand elsewhere.
 */
public final class LineTable {

  private final int[] starts;
  private final int count;

  public LineTable(String text) {
    int[] found = new int[Math.max(16, text.length() / 32)];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        if (lines == found.length) {
          found = Arrays.copyOf(found, lines * 2);
        }
        found[lines++] = i + 1;
      }
    }
    starts = found;
    count = lines;
  }

  /** The line of an offset, from 1. */
  int line(int offset) {
    int index = Arrays.binarySearch(starts, 0, count, offset);
    return index >= 0 ? index + 1 : -index - 1;
  }

  /** The place of the characters from {@code start} to before {@code end}. */
  public Span span(int start, int end) {
    int line = line(start);
    int column = start - starts[line - 1] + 1;
    if (end <= start) {
      return new Span(start, start, line, column, line, column);
    }
    int endLine = line(end - 1);
    return new Span(start, end, line, column, endLine, end - starts[endLine - 1]);
  }
}
