package dev.concertina.review;

import dev.concertina.review.Paint.Style;
import dev.concertina.review.Prose.Kind;
import dev.concertina.review.Prose.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A terminal being written to: lines, wrapped paragraphs, and labels with text beside them. */
final class Page {
  private static final int LABEL = 13;

  /** Wider paragraphs are hard to read, however wide the terminal is. */
  private static final int WIDEST = 100;

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.$/-]+");

  private final StringBuilder out = new StringBuilder();
  private final Paint paint;
  private final int width;
  private boolean blank;

  Page(Options options) {
    this.paint = new Paint(options.color());
    this.width = options.width();
  }

  Paint paint() {
    return paint;
  }

  int width() {
    return width;
  }

  void line(String line) {
    if (blank && !out.isEmpty()) {
      out.append('\n');
    }
    blank = false;
    out.append(line.stripTrailing()).append('\n');
  }

  /** An empty line between what was written and what comes; never two, never at an end. */
  void blank() {
    blank = true;
  }

  void paragraph(String indent, Prose prose) {
    wrapped(prose, width(indent)).forEach(line -> line(indent + line));
  }

  /** A paragraph behind a number or a bullet. */
  void numbered(String number, Prose prose) {
    String head = number;
    for (String line : wrapped(prose, width(number))) {
      line(head + line);
      head = " ".repeat(number.length());
    }
  }

  /** A label, and the text beside it. */
  void labelled(String indent, String label, Prose prose) {
    labelledLines(indent, label, wrapped(prose, width(indent) - LABEL));
  }

  /** A label, and finished lines beside it. */
  void labelledLines(String indent, String label, List<String> lines) {
    String head = indent + paint.on(Style.DIM, label) + " ".repeat(LABEL - label.length());
    for (String line : lines) {
      line(head + line);
      head = indent + " ".repeat(LABEL);
    }
  }

  private int width(String indent) {
    return Math.min(width, WIDEST) - indent.length();
  }

  private List<String> wrapped(Prose prose, int room) {
    Wrap wrap = new Wrap(room);
    prose.runs().forEach(run -> words(wrap, run));
    return wrap.lines();
  }

  /** Code that is more than a name keeps its ticks: else nobody sees where it ends. */
  private void words(Wrap wrap, Run run) {
    boolean ticks = run.kind() == Kind.CODE && !NAME.matcher(run.text()).matches();
    String text = ticks ? "`" + run.text() + "`" : run.text();
    wrap.add(text, word -> paint.on(style(run.kind()), word));
  }

  private static Style style(Kind kind) {
    return switch (kind) {
      case TEXT, EMPHASIS -> Style.PLAIN;
      case STRONG -> Style.BOLD;
      case CODE -> Style.CODE;
    };
  }

  /** Statements, indented; long lines continue further in. */
  void sql(String indent, List<String> statements) {
    for (String statement : statements) {
      for (String line : SqlLines.of(Clean.block(statement), width - indent.length())) {
        line(indent + paint.on(Style.CODE, line));
      }
    }
  }

  /** Lines of another language as they are, indented. */
  void code(String indent, String text) {
    Clean.block(text).lines().forEach(line -> line(indent + paint.on(Style.CODE, line)));
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** Text in columns: the first padded to the widest of them. */
  static List<String> columns(List<String> first, List<String> second) {
    int widest = first.stream().mapToInt(Cells::of).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      String left = first.get(i);
      lines.add(left + " ".repeat(widest - Cells.of(left) + 2) + second.get(i));
    }
    return lines;
  }
}
