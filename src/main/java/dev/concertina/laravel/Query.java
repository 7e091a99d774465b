package dev.concertina.laravel;

import dev.concertina.schema.Operation;
import dev.concertina.syntax.Chain;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A query of Laravel's builder that changes rows, as the SQL that it sends. */
final class Query {

  static final Set<String> WRITES =
      Set.of(
          "update",
          "delete",
          "insert",
          "insertOrIgnore",
          "insertGetId",
          "insertUsing",
          "upsert",
          "updateOrInsert",
          "truncate",
          "increment",
          "decrement",
          "forceDelete");

  private final String table;
  private final Value.Call last;
  private final List<String> conditions = new ArrayList<>();

  Query(String table, Value.Call last) {
    this.table = Names.quote(table);
    this.last = last;
  }

  /** Null for one that only reads. */
  String sql() {
    String method = Chain.method(last);
    if (!WRITES.contains(method)) {
      return null;
    }
    List<Value.Call> calls = Chain.calls(last);
    calls.subList(0, calls.size() - 1).forEach(this::condition);
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    Value given = last.arguments().isEmpty() ? null : last.arguments().get(0);
    return switch (method) {
      case "update" -> "update " + table + " set " + assignments(given) + where;
      case "increment", "decrement" -> {
        String column = Names.of(given);
        String sign = method.equals("increment") ? " + 1" : " - 1";
        yield "update " + table + " set " + column + " = " + column + sign + where;
      }
      case "delete", "forceDelete" -> "delete from " + table + where;
      case "truncate" -> "truncate " + table + " restart identity cascade";
      default -> insert(given, method);
    };
  }

  private void condition(Value.Call call) {
    List<Value> given = call.arguments();
    String method = Chain.method(call);
    if (!method.toLowerCase(Locale.ROOT).contains("where")) {
      return;
    }
    String column = given.isEmpty() || given.get(0).text() == null ? null : Names.of(given.get(0));
    String condition = column == null ? null : known(method, column, given);
    conditions.add(condition == null ? Operation.RunCode.COMPUTED : condition);
  }

  /** Null for one that is not known. */
  private static String known(String method, String column, List<Value> given) {
    return switch (method) {
      case "where" ->
          given.size() == 2
              ? column + " = " + literal(given.get(1))
              : given.size() == 3 && given.get(1).text() != null
                  ? column + " " + operator(given.get(1).text()) + " " + literal(given.get(2))
                  : null;
      case "whereNull" -> column + " is null";
      case "whereNotNull" -> column + " is not null";
      case "whereIn" -> {
        List<Value> items = given.size() < 2 ? List.of() : given.get(1).items();
        yield items.isEmpty()
            ? null
            : column
                + " in ("
                + String.join(", ", items.stream().map(Query::literal).toList())
                + ")";
      }
      default -> null;
    };
  }

  private static String operator(String operator) {
    return switch (operator) {
      case "=", "<", ">", "<=", ">=", "<>", "!=", "like", "ilike", "not like" -> operator;
      default -> "=";
    };
  }

  private static String assignments(Value given) {
    List<String> all = new ArrayList<>();
    if (given instanceof Value.Mapping mapping) {
      for (Map.Entry<Value, Value> entry : mapping.entries()) {
        if (entry.getKey().text() != null) {
          all.add(Names.of(entry.getKey()) + " = " + literal(entry.getValue()));
        }
      }
    }
    return all.isEmpty() ? "\"?\" = " + Operation.RunCode.COMPUTED : String.join(", ", all);
  }

  private String insert(Value given, String method) {
    List<Value> rows =
        given instanceof Value.Many many && !many.items().isEmpty() ? many.items() : List.of();
    Value first = rows.isEmpty() ? given : rows.get(0);
    List<String> columns = new ArrayList<>();
    if (first instanceof Value.Mapping mapping) {
      mapping.entries().stream()
          .filter(entry -> entry.getKey().text() != null)
          .forEach(entry -> columns.add(Names.of(entry.getKey())));
    }
    if (columns.isEmpty()) {
      return "insert into " + table + " select " + Operation.RunCode.COMPUTED;
    }
    int count = Math.max(1, rows.size());
    String row = "(" + "?, ".repeat(columns.size() - 1) + "?)";
    String values = String.join(", ", Collections.nCopies(count, row));
    String conflict =
        method.equals("insertOrIgnore") || method.equals("upsert") ? " on conflict do nothing" : "";
    return "insert into "
        + table
        + " ("
        + String.join(", ", columns)
        + ") values "
        + values
        + conflict;
  }

  /** What only a run knows is a value that is computed. */
  static String literal(Value value) {
    String literal = Names.literal(value);
    return literal == null ? Operation.RunCode.COMPUTED : literal;
  }
}
