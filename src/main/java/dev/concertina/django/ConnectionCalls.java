package dev.concertina.django;

import dev.concertina.syntax.Node;
import dev.concertina.syntax.Value;
import java.util.Set;

/** Reads the methods of schema editors, connections and cursors. */
final class ConnectionCalls {

  /** What a schema editor does beside running SQL. */
  private static final Set<String> CHANGES =
      Set.of(
          "add_constraint",
          "add_field",
          "add_index",
          "alter_db_table",
          "alter_field",
          "create_model",
          "delete_model",
          "remove_constraint",
          "remove_field",
          "remove_index");

  private final RowWriter rows;

  ConnectionCalls(RowWriter rows) {
    this.rows = rows;
  }

  Binding connection(Node node, Value.Call call, String method) {
    String old = text(call, "old_db_table", 1);
    String renamed = text(call, "new_db_table", 2);
    if (method.equals("cursor")) {
      return Binding.CURSOR;
    } else if (method.equals("execute")) {
      rows.sql(call.argument("sql", 0), call.argument("params", 1));
    } else if (method.equals("alter_db_table") && old != null && renamed != null) {
      rows.send(node, "ALTER TABLE " + Names.quote(old) + " RENAME TO " + Names.quote(renamed));
    } else if (CHANGES.contains(method)) {
      rows.unread(call.span(), "it changes the schema by schema_editor." + method);
    }
    return Binding.OTHER;
  }

  private static String text(Value.Call call, String name, int position) {
    Value value = call.argument(name, position);
    return value == null ? null : value.text();
  }

  Binding cursor(Node node, Value.Call call, String method) {
    switch (method) {
      case "execute" -> rows.sql(call.argument("sql", 0), call.argument("params", 1));
      case "executemany" -> rows.sql(call.argument("sql", 0), null);
      case "callproc", "copy", "copy_from", "copy_expert" ->
          rows.unread(call.span(), "it calls cursor." + method);
      default -> {}
    }
    return Binding.OTHER;
  }
}
