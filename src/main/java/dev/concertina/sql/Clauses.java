package dev.concertina.sql;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.NotAnalysed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads clauses so that one that can't be read costs itself alone, and nothing is left unsaid. */
final class Clauses {

  private Clauses() {}

  /** Every clause between the commas of the rest. */
  static List<Operation> each(Cursor cursor, Function<Cursor, List<Operation>> reader) {
    List<Operation> operations = new ArrayList<>();
    do {
      int from = cursor.at();
      try {
        cursor.skipToComma();
      } catch (UnreadableException unclosed) {
        cursor.skipRest();
      }
      operations.addAll(whole(cursor.range(from, cursor.at()), reader));
    } while (cursor.accept(TokenKind.COMMA));
    return operations;
  }

  /** What a clause does, and what in it could not be read. */
  static List<Operation> whole(Cursor clause, Function<Cursor, List<Operation>> reader) {
    List<Operation> operations = new ArrayList<>();
    try {
      operations.addAll(reader.apply(clause));
      if (!clause.done()) {
        String reason = clause.expected("the end").getMessage();
        operations.add(new NotAnalysed(reason, clause.span(clause.at(), clause.limit())));
      }
    } catch (UnreadableException unreadable) {
      operations.add(new NotAnalysed(unreadable.getMessage(), clause.span()));
    }
    return operations;
  }
}
