package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names and values as Knex writes them. */
final class KnexSql {

  private KnexSql() {}

  /** A table or column, or what a raw piece of SQL says. */
  static String wrap(Value value) {
    return value instanceof KnexRaw raw ? raw.sql() : wrap(Values.need(value, "a name"));
  }

  static String wrap(String name) {
    int as = name.toLowerCase(Locale.ROOT).indexOf(" as ");
    if (as >= 0) {
      return wrap(name.substring(0, as)) + " as " + wrap(name.substring(as + 4));
    }
    List<String> parts = new ArrayList<>();
    for (String part : name.split("\\.")) {
      parts.add(part.strip().equals("*") ? "*" : Quoting.name(part.strip()));
    }
    return String.join(".", parts);
  }

  /** A list of names in brackets, or one. */
  static String columns(Value value) {
    if (!(value instanceof Value.Many many)) {
      return wrap(value);
    }
    return String.join(", ", many.items().stream().map(KnexSql::wrap).toList());
  }

  static String value(Value value) {
    return switch (value) {
      case KnexRaw raw -> raw.sql();
      case Value.Nothing nothing -> "NULL";
      default -> Quoting.value(value);
    };
  }

  /** The names in the name of a constraint or index. */
  static String madeName(String table, Value columns, String kind) {
    List<String> names = Values.needAll(columns, "the columns");
    String start = table.replace('.', '_').replace('-', '_');
    return (start + "_" + String.join("_", names) + "_" + kind).toLowerCase(Locale.ROOT);
  }

  /** SQL with its question marks and names filled in. */
  static String fill(String sql, Value bindings) {
    if (bindings instanceof Value.Mapping named) {
      return byName(sql, named);
    }
    List<Value> values =
        bindings instanceof Value.Many many
            ? many.items()
            : bindings instanceof Value.Nothing ? List.of() : List.of(bindings);
    if (values.isEmpty()) {
      return sql;
    }
    StringBuilder filled = new StringBuilder();
    int next = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c == '\\' && i + 1 < sql.length() && sql.charAt(i + 1) == '?') {
        filled.append('?');
        i++;
      } else if (c == '?' && next < values.size()) {
        boolean name = i + 1 < sql.length() && sql.charAt(i + 1) == '?';
        filled.append(name ? columns(values.get(next)) : value(values.get(next)));
        next++;
        i += name ? 1 : 0;
      } else {
        filled.append(c);
      }
    }
    return filled.toString();
  }

  private static String byName(String sql, Value.Mapping named) {
    String filled = sql;
    for (var entry : named.entries()) {
      String key = entry.getKey().text();
      if (key != null && filled.contains(":" + key + ":")) {
        filled = filled.replace(":" + key + ":", columns(entry.getValue()));
      } else if (key != null) {
        filled = filled.replace(":" + key, value(entry.getValue()));
      }
    }
    return filled;
  }
}
