package dev.concertina.liquibase;

import dev.concertina.schema.Span;
import dev.concertina.sql.Statement;
import java.util.List;

/**
 * A change set: what Liquibase runs in one transaction and remembers by its id, its author and the
 * path of its file.
 *
 * @param id with the author before it: {@code author:id}
 * @param transactional false when it asks for no transaction
 * @param repeatable whether it runs again when it was edited, or always
 * @param editable whether it says that it is the same still after an edit
 * @param wording what its checksum is made of: white space and comments left out
 * @param statements what it sends
 * @param span its first line
 */
public record ChangeSet(
    String id,
    boolean transactional,
    boolean repeatable,
    boolean editable,
    String wording,
    List<Statement> statements,
    Span span) {

  public ChangeSet {
    statements = List.copyOf(statements);
  }
}
