package dev.concertina.rails;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a model's table.
 *
 * @param imported whether the model is the application's own of today
 * @param conditions what holds for all of them, as SQL
 * @param batched whether they are gone through batch by batch
 */
record RowQuery(String table, boolean imported, List<String> conditions, boolean batched) {

  RowQuery {
    conditions = List.copyOf(conditions);
  }

  static RowQuery all(String table, boolean imported) {
    return new RowQuery(table, imported, List.of(), false);
  }

  RowQuery and(String condition) {
    List<String> more = new ArrayList<>(conditions);
    more.add(condition);
    return new RowQuery(table, imported, more, batched);
  }

  RowQuery inBatches() {
    return new RowQuery(table, imported, conditions, true);
  }

  String where() {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }
}
