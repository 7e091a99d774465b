package dev.concertina.rails;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table that {@code change_table} changes; with {@code bulk: true} in as few statements as go.
 */
final class ChangedTable implements TableBlock {

  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("index", "add_index"),
          Map.entry("rename_index", "rename_index"),
          Map.entry("remove_index", "remove_index"),
          Map.entry("timestamps", "add_timestamps"),
          Map.entry("remove_timestamps", "remove_timestamps"),
          Map.entry("change", "change_column"),
          Map.entry("change_default", "change_column_default"),
          Map.entry("change_null", "change_column_null"),
          Map.entry("remove", "remove_columns"),
          Map.entry("remove_column", "remove_columns"),
          Map.entry("rename", "rename_column"),
          Map.entry("foreign_key", "add_foreign_key"),
          Map.entry("remove_foreign_key", "remove_foreign_key"),
          Map.entry("check_constraint", "add_check_constraint"),
          Map.entry("remove_check_constraint", "remove_check_constraint"),
          Map.entry("validate_check_constraint", "validate_check_constraint"),
          Map.entry("validate_constraint", "validate_constraint"),
          Map.entry("exclusion_constraint", "add_exclusion_constraint"),
          Map.entry("remove_exclusion_constraint", "remove_exclusion_constraint"),
          Map.entry("unique_constraint", "add_unique_constraint"),
          Map.entry("remove_unique_constraint", "remove_unique_constraint"));

  private static final Map<String, String> REFERENCES =
      Map.of(
          "references", "add_reference",
          "belongs_to", "add_reference",
          "remove_references", "remove_reference",
          "remove_belongs_to", "remove_reference");

  /** What goes into one ALTER TABLE with others of these. */
  private static final Set<String> JOINED =
      Set.of(
          "add_column",
          "add_timestamps",
          "remove_columns",
          "remove_timestamps",
          "change_column",
          "change_column_default",
          "change_column_null");

  private final SchemaCalls calls;
  private final Value table;
  private final boolean bulk;
  private final Arguments around;
  private final List<Placed> sent = new ArrayList<>();
  private final List<Placed> waiting = new ArrayList<>();
  private final List<Placed> behind = new ArrayList<>();

  ChangedTable(SchemaCalls calls, Arguments around) {
    this.calls = calls;
    this.around = around;
    table = around.at(0);
    bulk = around.on("bulk");
  }

  @Override
  public boolean knows(String method) {
    return method.equals("column")
        || method.equals("primary_key")
        || METHODS.containsKey(method)
        || REFERENCES.containsKey(method)
        || ColumnType.isMethod(method);
  }

  @Override
  public void call(Arguments given) {
    String method = given.method();
    String reference = REFERENCES.get(method);
    if (reference != null) {
      given.values().forEach(to -> send(given.with(List.of(to)).calling(reference, table)));
    } else if (METHODS.containsKey(method)) {
      send(given.calling(METHODS.get(method), table));
    } else if (method.equals("column")) {
      column(given, given.at(0), given.at(1));
    } else {
      Value type = new Value.Text(method, -1, given.span());
      given.values().forEach(column -> column(given, column, type));
    }
  }

  private void column(Arguments given, Value column, Value type) {
    Arguments own = given.without("index").with(List.of(column, type));
    send(own.calling("add_column", table));
    if (given.on("index")) {
      Arguments index = given.inside("index").with(List.of(column));
      send(index.calling("add_index", table));
    }
  }

  private void send(Arguments given) {
    boolean joins = bulk && JOINED.contains(given.method());
    if (bulk && !joins) {
      join();
    }
    for (Sent one : calls.send(given)) {
      Placed placed = new Placed(given.span(), one);
      (!joins ? sent : one.table() == null ? behind : waiting).add(placed);
    }
  }

  private void join() {
    if (!waiting.isEmpty()) {
      String actions =
          String.join(", ", waiting.stream().map(placed -> placed.sent().sql()).toList());
      Placed only = waiting.size() == 1 ? waiting.get(0) : null;
      sent.add(
          new Placed(
              only == null ? around.span() : only.span(),
              Sent.alter(Arguments.text(table), actions)));
    }
    sent.addAll(behind);
    waiting.clear();
    behind.clear();
  }

  @Override
  public List<Placed> end() {
    join();
    return sent;
  }
}
