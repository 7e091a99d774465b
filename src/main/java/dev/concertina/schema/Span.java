package dev.concertina.schema;

/**
 * A place in a file's text, exact to the character, so that a finding can stand at the very clause
 * that raises it.
 *
 * @param start offset of the first character, from 0, in UTF-16 units of the decoded text
 * @param end offset after the last character
 * @param line line of the first character, from 1
 * @param column column of the first character, from 1, in UTF-16 units
 * @param endLine line of the last character
 * @param endColumn column of the last character, inclusive
 */
public record Span(int start, int end, int line, int column, int endLine, int endColumn) {

  /** The first character of a file: where a finding about a whole file stands. */
  public static final Span FILE = new Span(0, 0, 1, 1, 1, 1);

  /** From the start of this span to the end of {@code last}. */
  public Span to(Span last) {
    return new Span(start, last.end, line, column, last.endLine, last.endColumn);
  }

  /** Whether {@code other} lies inside this span. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }
}
