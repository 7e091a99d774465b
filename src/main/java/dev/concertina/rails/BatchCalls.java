package dev.concertina.rails;

import dev.concertina.schema.Operation.RunCode;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.Set;

/** Methods of libraries that change rows of a table batch by batch. */
final class BatchCalls {

  private static final Set<String> METHODS =
      Set.of(
          "update_column_in_batches",
          "update_columns_in_batches",
          "backfill_column_in_batches",
          "backfill_column_in_background");

  private final Outcome outcome;

  BatchCalls(Outcome outcome) {
    this.outcome = outcome;
  }

  boolean knows(String method) {
    return METHODS.contains(method);
  }

  void follow(Arguments given) {
    Value column = given.at(1);
    if (column.text() == null) {
      throw new UnreadException("which columns " + given.method() + " writes is not seen");
    }
    String set = Names.quote(column.text()) + " = ";
    String value = given.count() > 2 ? RowConditions.value(given.at(2)) : RunCode.COMPUTED;
    String table = given.name(0);
    outcome.code(
        given.span(),
        rows -> {
          rows.loop();
          rows.send(given.span(), "UPDATE " + Names.table(table) + " SET " + set + value);
        });
  }
}
