package dev.concertina.syntax;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.sql.Statement;
import java.util.List;
import java.util.function.Function;

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

  /** What a text holds, read from its tree; one that can't be parsed is not analysed. */
  public static List<Program> read(
      Grammar grammar, String text, Function<SourceFile, List<Program>> reader) {
    try {
      return reader.apply(grammar.parse(text));
    } catch (UnreadableSourceException unreadable) {
      return List.of(unread(unreadable.getMessage()));
    }
  }

  /** One of which nothing could be read. */
  public static Program unread(String reason) {
    Operation unread = new Operation.NotAnalysed(reason, Span.FILE);
    return new Program(List.of(new Statement("", Span.FILE, List.of(unread), List.of())), true);
  }
}
