package dev.concertina.review;

/** One line of source as a terminal shows it: tabs as spaces, hidden characters as marks. */
final class SourceLine {
  private static final int TAB = 4;

  private final StringBuilder shown = new StringBuilder();

  /** For every character of the source, its column, and one more for the end. */
  private final int[] columns;

  /** For every character of the source, where it starts in what is shown. */
  private final int[] places;

  private final String source;

  SourceLine(String line) {
    source = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    columns = new int[source.length() + 1];
    places = new int[source.length() + 1];
    int column = 0;
    for (int i = 0; i < source.length(); ) {
      int c = source.codePointAt(i);
      int next = i + Character.charCount(c);
      for (int j = i; j < next; j++) {
        columns[j] = column;
        places[j] = shown.length();
      }
      column += append(c, column);
      i = next;
    }
    columns[source.length()] = column;
    places[source.length()] = shown.length();
  }

  private int append(int c, int column) {
    if (c == '\t') {
      int spaces = TAB - column % TAB;
      shown.append(" ".repeat(spaces));
      return spaces;
    }
    if (Clean.isSelector(c)) {
      return 0;
    }
    if (Clean.isHidden(c)) {
      shown.append(Clean.MARK);
      return 1;
    }
    shown.appendCodePoint(c);
    return Cells.of(c);
  }

  /**
   * What to print.
   *
   * @param indent columns before the mark
   * @param mark the underline, empty when nothing of the clause stands on this line
   */
  record View(String text, int indent, String mark) {}

  /** The line in at most so many columns, around the part from {@code from} to {@code to}. */
  View view(int from, int to, int room) {
    int start = Math.min(from, source.length());
    int end = Math.min(Math.max(start, to), source.length());
    while (start < end && Character.isWhitespace(source.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(source.charAt(end - 1))) {
      end--;
    }
    int left = left(start, end, room);
    int right = right(left, room);
    String before = left > 0 ? "…" : "";
    String after = right < source.length() ? "…" : "";
    int indent = columns[start] - columns[left] + before.length();
    int length = columns[Math.max(start, Math.min(end, right))] - columns[start];
    return new View(
        before + shown.substring(places[left], places[right]).stripTrailing() + after,
        indent,
        "─".repeat(length) + (length > 0 && end > right ? "…" : ""));
  }

  /**
   * The first character that is shown: as much as possible before the clause, all of it if it fits.
   */
  private int left(int start, int end, int room) {
    if (columns[source.length()] <= room) {
      return 0;
    }
    int clause = Math.min(columns[end] - columns[start], room - 2);
    int spare = Math.max(0, (room - 2 - clause) / 2);
    int wanted = Math.min(columns[start] - spare, columns[source.length()] - room + 1);
    if (wanted <= 0) {
      return 0;
    }
    int left = start;
    while (left > 0 && columns[left - 1] >= wanted) {
      left--;
    }
    return left;
  }

  /** After the last character that is shown. */
  private int right(int left, int room) {
    int most = columns[left] + room - (left > 0 ? 1 : 0);
    if (columns[source.length()] <= most) {
      return source.length();
    }
    int right = left;
    while (right < source.length() && columns[right + 1] < most) {
      right++;
    }
    while (right > left && places[right] == places[right - 1]) {
      right--; // never between the halves of a character
    }
    return right;
  }
}
