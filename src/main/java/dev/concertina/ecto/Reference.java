package dev.concertina.ecto;

import dev.concertina.syntax.ElixirValues;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A foreign key: {@code references(:users, on_delete: :delete_all)}. */
final class Reference {

  private static final Map<String, String> ACTIONS =
      Map.of(
          "nilify_all", "SET NULL",
          "nilify", "SET NULL",
          "default_all", "SET DEFAULT",
          "default", "SET DEFAULT",
          "delete_all", "CASCADE",
          "update_all", "CASCADE",
          "restrict", "RESTRICT");

  private final Value.Call call;
  private final Options options;

  private Reference(Value.Call call, Options options) {
    this.call = call;
    this.options = options;
  }

  /** Null where a type is none. */
  static Reference in(Value type, RepoSettings settings) {
    return type instanceof Value.Call call && call.name().equals("references")
        ? new Reference(call, Options.of(call, 1).over(settings.reference()))
        : null;
  }

  Value type() {
    Value type = options.get("type");
    return type == null ? new Value.Text("bigserial", -1, call.span()) : type;
  }

  /** The type of a column that refers to a key of this type. */
  String columnType(Options column) {
    String type = type().text() == null ? "" : type().text();
    return switch (type) {
      case "serial" -> "integer";
      case "bigserial", "identity" -> "bigint";
      default -> ColumnType.of(type(), column);
    };
  }

  String name(Table table, String column) {
    String name = options.text("name");
    return name == null ? table.name() + "_" + column + "_fkey" : name;
  }

  String sql(Table table, String column) {
    List<String> own = new ArrayList<>(List.of(column));
    List<String> theirs = new ArrayList<>();
    String key = options.text("column");
    theirs.add(key == null ? "id" : key);
    Value with = options.get("with");
    for (Value pair : with == null ? List.<Value>of() : ElixirValues.tuples(with).items()) {
      List<String> names = Names.list(pair);
      own.add(names.get(0));
      theirs.add(names.get(names.size() - 1));
    }
    String prefix = options.has("prefix") ? options.text("prefix") : table.prefix();
    String match = options.text("match");
    return "CONSTRAINT "
        + Names.quote(name(table, column))
        + " FOREIGN KEY ("
        + Names.quoted(own)
        + ") REFERENCES "
        + Names.quote(prefix, Names.of(call.argument("table", 0)))
        + "("
        + Names.quoted(theirs)
        + ")"
        + (match == null ? "" : " MATCH " + match.toUpperCase(Locale.ROOT))
        + action("DELETE", options.get("on_delete"))
        + action("UPDATE", options.get("on_update"))
        + (options.isFalse("validate") ? " NOT VALID" : "");
  }

  private static String action(String event, Value action) {
    List<Value> parts = action == null ? List.of() : action.items();
    String name = action == null ? "nothing" : Names.of(parts.isEmpty() ? action : parts.get(0));
    String sql = ACTIONS.get(name);
    String columns = parts.size() == 2 ? " (" + Names.quoted(Names.list(parts.get(1))) + ")" : "";
    return sql == null ? "" : " ON " + event + " " + sql + columns;
  }
}
