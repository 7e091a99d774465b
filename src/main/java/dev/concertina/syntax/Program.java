package dev.concertina.syntax;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.sql.Statement;
import java.util.List;

/**
 * What a migration that is a program does to the database, as far as it can be read without running
 * it.
 *
 * @param statements what it sends on its way up, in order
 * @param transactional false when it asks its framework for no transaction
 */
public record Program(List<Statement> statements, boolean transactional) {
  public Program {
    statements = List.copyOf(statements);
  }

  /** One of which nothing could be read. */
  public static Program unread(String reason) {
    Operation unread = new Operation.NotAnalysed(reason, Span.FILE);
    return new Program(List.of(new Statement("", Span.FILE, List.of(unread), List.of())), true);
  }
}
