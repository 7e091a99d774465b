package dev.concertina.efcore;

import dev.concertina.schema.Operation;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What EF Core sends for rows that a migration holds: one statement for each that changes. */
final class Rows {

  private final Asked asked;
  private final String table;

  Rows(Asked asked) {
    this.asked = asked;
    table = Sql.quote(asked.text("schema"), asked.needed("table", 0));
  }

  List<String> insert() {
    List<String> columns = asked.texts("column", "columns", 1);
    List<String> rows = new ArrayList<>();
    for (List<Value> row : rows("value", "values", 2, columns)) {
      rows.add("(" + String.join(", ", row.stream().map(Rows::literal).toList()) + ")");
    }
    return List.of(
        "INSERT INTO " + table + " " + Sql.columns(columns) + " VALUES " + String.join(", ", rows));
  }

  List<String> update() {
    List<String> keys = asked.texts("keyColumn", "keyColumns", 1);
    List<List<Value>> chosen = rows("keyValue", "keyValues", 2, keys);
    List<String> columns = asked.texts("column", "columns", 3);
    List<List<Value>> values = rows("value", "values", 4, columns);
    if (chosen.size() != values.size()) {
      throw new UnreadException("its keys and values don't go together");
    }
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      String set = String.join(", ", equal(columns, values.get(i)));
      sent.add("UPDATE " + table + " SET " + set + where(keys, chosen.get(i)));
    }
    return sent;
  }

  List<String> delete() {
    List<String> keys = asked.texts("keyColumn", "keyColumns", 1);
    return rows("keyValue", "keyValues", 2, keys).stream()
        .map(row -> "DELETE FROM " + table + where(keys, row))
        .toList();
  }

  private static String where(List<String> keys, List<Value> row) {
    return " WHERE " + String.join(" AND ", equal(keys, row));
  }

  private static List<String> equal(List<String> columns, List<Value> row) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      all.add(Sql.quote(columns.get(i)) + " = " + literal(row.get(i)));
    }
    return all;
  }

  private static String literal(Value value) {
    String literal = Sql.literal(value, null);
    return literal == null ? Operation.RunCode.COMPUTED : literal;
  }

  /** One value, the values of a row, the values of a column, or rows of values. */
  private List<List<Value>> rows(String one, String many, int position, List<String> columns) {
    Value value = asked.call().argument(many, position);
    value = value == null ? asked.call().argument(one, -1) : value;
    if (columns.isEmpty() || value == null) {
      throw new UnreadException("its rows are built at run time");
    }
    List<List<Value>> rows = new ArrayList<>();
    boolean table =
        value instanceof Value.Many
            && value.items().stream().allMatch(Value.Many.class::isInstance);
    if (!(value instanceof Value.Many)) {
      rows.add(Collections.singletonList(value));
    } else if (table) {
      value.items().forEach(row -> rows.add(row.items()));
    } else if (columns.size() == 1) {
      value.items().forEach(item -> rows.add(List.of(item)));
    } else {
      rows.add(value.items());
    }
    if (rows.isEmpty() || rows.stream().anyMatch(row -> row.size() != columns.size())) {
      throw new UnreadException("its rows are built at run time");
    }
    return rows;
  }
}
