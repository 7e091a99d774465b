package dev.concertina.sql;

import dev.concertina.schema.Operation.Assignment;
import java.util.ArrayList;
import java.util.List;

/** Reads one assignment of an UPDATE; one to several columns is an assignment to each of them. */
final class AssignmentReader {

  private AssignmentReader() {}

  static List<Assignment> read(Cursor c) {
    if (c.isSymbol("(")) {
      return several(c);
    }
    String column = column(c);
    equals(c);
    return List.of(new Assignment(column, c.expression()));
  }

  private static String column(Cursor c) {
    String column = c.identifier();
    // UPDATE t SET t.c = … is refused, and c.part = … sets a part of c; MySQL means the column.
    while (c.accept(TokenKind.DOT)) {
      String part = c.identifier();
      column = c.tokens().syntax().mysqlFamily() ? part : column;
    }
    while (c.isSymbol("[")) {
      c.group();
      if (c.accept(TokenKind.DOT)) {
        c.identifier();
      }
    }
    return column;
  }

  private static void equals(Cursor c) {
    if (!c.acceptSymbol("=") && !c.acceptSymbol(":=")) {
      throw c.expected("\"=\"");
    }
  }

  private static List<Assignment> several(Cursor c) {
    List<String> columns = new ArrayList<>();
    for (Cursor item : c.group().items()) {
      columns.add(column(item));
    }
    equals(c);
    int from = c.at();
    c.accept("row");
    List<Cursor> values = List.of();
    if (c.isSymbol("(") && !c.is(1, "select")) {
      values = c.group().items();
    }
    boolean paired = values.size() == columns.size() && c.done();
    c.skipRest();
    List<Assignment> assignments = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      assignments.add(
          new Assignment(
              columns.get(i), paired ? values.get(i).expression() : c.expression(from, c.limit())));
    }
    return assignments;
  }
}
