package dev.concertina.sql;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import java.util.List;

/**
 * One statement that the database is sent, and what it does.
 *
 * @param text the source text that asks for it: in a script from the first token to the last,
 *     without the semicolon, in a program the call
 * @param span where it stands
 * @param operations what it does, in order; never empty: what can't be read is {@link
 *     Operation.NotAnalysed}
 * @param comments the comments that stand between the statement before and the end of this
 *     statement's last line, where suppressions are written
 * @param sql what is sent: the text itself in a script
 */
public record Statement(
    String text, Span span, List<Operation> operations, List<Comment> comments, String sql) {

  /** A statement that stands in a script as it is sent. */
  public Statement(String text, Span span, List<Operation> operations, List<Comment> comments) {
    this(text, span, operations, comments, text);
  }

  public Statement {
    operations = List.copyOf(operations);
    comments = List.copyOf(comments);
  }

  /** The same statement, of whose operations more is known. */
  public Statement with(List<Operation> known) {
    return new Statement(text, span, known, comments, sql);
  }

  /** The same statement, at which more comments stand. */
  public Statement withComments(List<Comment> all) {
    return new Statement(text, span, operations, all, sql);
  }

  /**
   * A comment.
   *
   * @param text without its delimiters, trimmed
   */
  public record Comment(String text, Span span) {}
}
