package dev.concertina.review;

import dev.concertina.review.Paint.Style;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;

/** The source lines of a clause, with the clause underlined. */
final class Excerpt {

  /** A clause on more lines than these shows its first and its last. */
  private static final int MOST_LINES = 4;

  private final String text;
  private final Span span;
  private final Paint paint;
  private final Style style;
  private final int room;
  private final int digits;

  /**
   * @param room columns for the source itself, beside line number and bar
   */
  Excerpt(String text, Span span, Paint paint, Style style, int width) {
    this.text = text;
    this.span = span;
    this.paint = paint;
    this.style = style;
    this.digits = Math.max(3, String.valueOf(span.endLine()).length() + 2);
    this.room = Math.max(20, width - digits - 3);
  }

  /** The lines to print; none for a finding about a whole file. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (span.end() > text.length() || span.start() >= span.end()) {
      return lines;
    }
    int start = lineStart(span.start());
    for (int line = span.line(); start < span.end() && start <= text.length(); line++) {
      int end = lineEnd(start);
      if (isShown(line)) {
        show(lines, line, start, end);
      } else if (line == span.line() + 1) {
        lines.add(gutter("⋮"));
      }
      start = end + 1;
    }
    return lines;
  }

  private boolean isShown(int line) {
    return span.endLine() - span.line() < MOST_LINES
        || line == span.line()
        || line == span.endLine();
  }

  private void show(List<String> lines, int number, int start, int end) {
    SourceLine line = new SourceLine(text.substring(start, end));
    SourceLine.View view =
        line.view(Math.max(span.start(), start) - start, Math.min(span.end(), end) - start, room);
    lines.add(gutter(String.valueOf(number)) + view.text());
    if (!view.mark().isEmpty()) {
      lines.add(gutter("") + " ".repeat(view.indent()) + paint.on(style, view.mark()));
    }
  }

  private String gutter(String number) {
    return paint.on(Style.DIM, " ".repeat(digits - number.length()) + number + " │") + " ";
  }

  private int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  private int lineEnd(int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }
}
