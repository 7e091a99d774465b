package dev.concertina.sql;

import dev.concertina.schema.Expression;
import dev.concertina.schema.Query;
import dev.concertina.schema.Span;

/**
 * A text to read, with the place of everything in it. The text of a string literal that holds
 * escapes is a source of its own, in which everything stands where the literal stands. In a
 * template that was filled in, everything stands where the template has it.
 */
final class Source {

  private final String text;
  private final LineTable lines;
  private final Span fixed;
  private final Filled filled;
  private final Expressions expressions;

  private Source(String text, LineTable lines, Span fixed, Filled filled, Expressions expressions) {
    this.text = text;
    this.lines = lines;
    this.fixed = fixed;
    this.filled = filled;
    this.expressions = expressions;
  }

  static Source of(String text, Expressions expressions) {
    return new Source(text, new LineTable(text), null, null, expressions);
  }

  /** A template, filled in. */
  static Source of(String template, Filled filled, Expressions expressions) {
    return new Source(filled.text(), new LineTable(template), null, filled, expressions);
  }

  /** A text that was taken out of a literal at {@code place} and unescaped. */
  Source unescaped(String inner, Span place) {
    return new Source(inner, lines, place, null, expressions);
  }

  String text() {
    return text;
  }

  Span span(int start, int end) {
    if (fixed != null) {
      return fixed;
    }
    return filled == null
        ? lines.span(start, end)
        : lines.span(filled.startOf(start), filled.endOf(end));
  }

  /** The line of an offset; everything inside an unescaped literal is on one line. */
  int line(int offset) {
    if (fixed != null) {
      return fixed.line();
    }
    return lines.line(filled == null ? offset : filled.startOf(offset));
  }

  Expression expression(int start, int end) {
    return new Expression(text.substring(start, end), span(start, end), expressions::expression);
  }

  Query query(int start, int end) {
    return query("", start, end);
  }

  /** A query that needs another head than the source gives it: PERFORM reads like a SELECT. */
  Query query(String head, int start, int end) {
    String query = head + text.substring(start, end);
    return new Query(query, span(start, end), expressions::query);
  }
}
