package dev.concertina.review;

import dev.concertina.review.Paint.Style;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;

/** The source lines of a clause, with the clause underlined. */
final class Excerpt {

  /** A clause on more lines than these shows its first and its last. */
  private static final int MOST_LINES = 4;

  /** More of a line than any terminal shows: lines of megabytes are not read to their ends. */
  private static final int FAR = 2_000;

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
    int first = span.start() - span.column() + 1;
    if (span.end() > text.length() || span.start() >= span.end() || first < 0) {
      return lines;
    }
    if (span.endLine() - span.line() < MOST_LINES) {
      int start = first;
      for (int line = span.line(); line <= span.endLine(); line++) {
        show(lines, line, start);
        start = text.indexOf('\n', Math.max(start, span.start())) + 1;
      }
    } else {
      show(lines, span.line(), first);
      lines.add(gutter("⋮"));
      show(lines, span.endLine(), span.end() - span.endColumn());
    }
    return lines;
  }

  private void show(List<String> lines, int number, int start) {
    int from = Math.max(span.start(), start);
    int slice = Math.max(start, from - FAR);
    int limit = Math.min(text.length(), from + FAR);
    int found = text.indexOf('\n', from, limit);
    int end = found < 0 ? limit : found;
    SourceLine line = new SourceLine(text.substring(slice, end));
    SourceLine.View view = line.view(from - slice, Math.min(span.end(), end) - slice, room);
    lines.add(gutter(String.valueOf(number)) + view.text());
    if (!view.mark().isEmpty()) {
      lines.add(gutter("") + " ".repeat(view.indent()) + paint.on(style, view.mark()));
    }
  }

  private String gutter(String number) {
    return paint.on(Style.DIM, " ".repeat(digits - number.length()) + number + " │") + " ";
  }
}
