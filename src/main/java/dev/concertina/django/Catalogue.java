package dev.concertina.django;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The constraints and indexes that Django has made, by the name that each has in the database.
 * Django looks them up there when it drops them; this is what it would find.
 */
final class Catalogue {

  /** What was made. */
  enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    UNIQUE_INDEX,
    FOREIGN_KEY,
    CHECK,
    SEQUENCE,
    INDEX
  }

  /**
   * @param columns in order; empty when it is over expressions
   */
  record Made(Kind kind, String name, List<String> columns) {}

  private final Map<String, List<Made>> tables = new HashMap<>();

  Catalogue copy() {
    Catalogue copy = new Catalogue();
    // A list that is here is never changed, only replaced.
    copy.tables.putAll(tables);
    return copy;
  }

  void add(String table, Kind kind, String name, List<String> columns) {
    List<Made> all = new ArrayList<>(on(table));
    all.add(new Made(kind, name, List.copyOf(columns)));
    tables.put(table, List.copyOf(all));
  }

  /** All that was made on a table, in order. */
  List<Made> on(String table) {
    return tables.getOrDefault(table, List.of());
  }

  void remove(String table, String name) {
    keep(table, on(table).stream().filter(made -> !made.name().equals(name)).toList());
  }

  void rename(String table, String name, String newName) {
    keep(
        table,
        on(table).stream()
            .map(
                made ->
                    made.name().equals(name)
                        ? new Made(made.kind(), newName, made.columns())
                        : made)
            .toList());
  }

  void renameTable(String table, String newName) {
    List<Made> all = tables.remove(table);
    keep(newName, all == null ? List.of() : all);
  }

  void removeTable(String table) {
    tables.remove(table);
  }

  /** A dropped column takes with it whatever is over it. */
  void removeColumn(String table, String column) {
    keep(table, on(table).stream().filter(made -> !made.columns().contains(column)).toList());
  }

  void renameColumn(String table, String column, String newName) {
    keep(
        table,
        on(table).stream()
            .map(
                made ->
                    new Made(
                        made.kind(),
                        made.name(),
                        made.columns().stream()
                            .map(each -> each.equals(column) ? newName : each)
                            .toList()))
            .toList());
  }

  private void keep(String table, List<Made> all) {
    if (all.isEmpty()) {
      tables.remove(table);
    } else {
      tables.put(table, all);
    }
  }
}
