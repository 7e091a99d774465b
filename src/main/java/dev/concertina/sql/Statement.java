package dev.concertina.sql;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import java.util.List;

/**
 * One statement of a script and what it does.
 *
 * @param text the source text, from the first token to the last, without the semicolon
 * @param span where it stands
 * @param operations what it does, in order; never empty: what can't be read is {@link
 *     Operation.NotAnalysed}
 * @param comments the comments that stand between the statement before and the end of this
 *     statement's last line, where suppressions are written
 */
public record Statement(
    String text, Span span, List<Operation> operations, List<Comment> comments) {

  public Statement {
    operations = List.copyOf(operations);
    comments = List.copyOf(comments);
  }

  /** The same statement, of whose operations more is known. */
  public Statement with(List<Operation> known) {
    return new Statement(text, span, known, comments);
  }

  /**
   * A comment.
   *
   * @param text without its delimiters, trimmed
   */
  public record Comment(String text, Span span) {}
}
