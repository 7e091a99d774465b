package dev.concertina.phinx;

import dev.concertina.schema.Operation;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A query of CakePHP's builder that changes rows, as the SQL that it sends. */
final class RowQuery {

  private String verb = "";
  private String table;
  private final List<String> sets = new ArrayList<>();
  private boolean filters;

  private RowQuery() {}

  /** None for one that is never executed. */
  static Optional<String> sql(List<Value.Call> chain) {
    if (!chain.getLast().name().equals("execute")) {
      return Optional.empty();
    }
    RowQuery query = new RowQuery();
    chain.subList(1, chain.size()).forEach(query::note);
    return Optional.of(query.sql());
  }

  private void note(Value.Call call) {
    switch (call.name()) {
      case "update", "delete", "into", "from" -> {
        verb = call.name().equals("from") && !verb.isEmpty() ? verb : call.name();
        Value named = call.argument("table", 0);
        table = named == null ? table : Sql.needed(named, "the table's name");
      }
      case "set" -> set(call.argument("key", 0), call.argument("value", 1));
      case "where", "andWhere" -> filters = true;
      default -> {}
    }
  }

  private void set(Value key, Value value) {
    if (key instanceof Value.Mapping mapping) {
      mapping.entries().forEach(entry -> set(entry.getKey(), entry.getValue()));
    } else {
      String literal = value == null ? Operation.RunCode.COMPUTED : Sql.literal(value);
      sets.add(Sql.quote(Sql.needed(key, "a column")) + " = " + literal);
    }
  }

  private String sql() {
    if (table == null || verb.equals("update") && sets.isEmpty()) {
      throw new UnreadException("the query is built at run time");
    }
    String where = filters ? " WHERE " + Operation.RunCode.COMPUTED : "";
    return switch (verb) {
      case "update" -> "UPDATE " + Sql.quote(table) + " SET " + String.join(", ", sets) + where;
      case "delete", "from" -> "DELETE FROM " + Sql.quote(table) + where;
      default -> "INSERT INTO " + Sql.quote(table) + " SELECT " + Operation.RunCode.COMPUTED;
    };
  }
}
