package dev.concertina.efcore;

import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Npgsql sends for {@code CreateIndex}. */
final class Index {

  private static final String PREFIX = "Npgsql:";
  private static final Set<String> KNOWN =
      Set.of(
          "CreatedConcurrently",
          "IndexMethod",
          "IndexInclude",
          "IndexOperators",
          "IndexSortOrder",
          "IndexNullSortOrder",
          "NullsDistinct");

  private final Asked asked;

  Index(Asked asked) {
    this.asked = asked;
  }

  boolean concurrently() {
    Value value = annotation("CreatedConcurrently");
    return value != null && value.isTrue();
  }

  String sql() {
    for (String name : asked.annotations().keySet()) {
      if (name.startsWith(PREFIX) && !KNOWN.contains(name.substring(PREFIX.length()))) {
        throw new UnreadException("its annotation " + name + " is not known");
      }
    }
    List<String> columns = asked.texts("column", "columns", 2);
    if (columns.isEmpty()) {
      throw new UnreadException("it has no columns");
    }
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      keys.add(Sql.quote(columns.get(i)) + operator(i) + order(i) + nulls(i));
    }
    Value method = annotation("IndexMethod");
    Value include = annotation("IndexInclude");
    Value distinct = annotation("NullsDistinct");
    String filter = asked.text("filter");
    return "CREATE "
        + (asked.is("unique") ? "UNIQUE " : "")
        + "INDEX "
        + (concurrently() ? "CONCURRENTLY " : "")
        + Sql.quote(asked.needed("name", 0))
        + " ON "
        + Sql.quote(asked.text("schema", 3), asked.needed("table", 1))
        + (method == null || method.text() == null ? "" : " USING " + method.text())
        + " ("
        + String.join(", ", keys)
        + ")"
        + (include == null ? "" : " INCLUDE " + Sql.columns(included(include)))
        + (distinct != null && distinct.isFalse() ? " NULLS NOT DISTINCT" : "")
        + (filter == null ? "" : " WHERE " + filter);
  }

  private Value annotation(String name) {
    return asked.annotations().get(PREFIX + name);
  }

  private static List<String> included(Value include) {
    List<String> columns = new ArrayList<>();
    for (Value item : include.items()) {
      if (item.text() != null) {
        columns.add(item.text());
      }
    }
    if (columns.isEmpty() || columns.size() < include.items().size()) {
      throw new UnreadException("the columns that it includes are built at run time");
    }
    return columns;
  }

  private Value at(Value list, int i) {
    return list == null || i >= list.items().size() ? null : list.items().get(i);
  }

  private String operator(int i) {
    Value operator = at(annotation("IndexOperators"), i);
    boolean none = operator == null || operator.text() == null || operator.text().isEmpty();
    return none ? "" : " " + operator.text();
  }

  /** No entry for any column means that all of them descend. */
  private String order(int i) {
    Value descending = asked.argument("descending");
    boolean all = descending instanceof Value.Many many && many.items().isEmpty();
    Value own = at(descending, i);
    boolean older = last(at(annotation("IndexSortOrder"), i)).equals("Descending");
    return all || own != null && own.isTrue() || older ? " DESC" : "";
  }

  private String nulls(int i) {
    return Map.of("NullsFirst", " NULLS FIRST", "NullsLast", " NULLS LAST")
        .getOrDefault(last(at(annotation("IndexNullSortOrder"), i)), "");
  }

  private static String last(Value value) {
    return value instanceof Value.Name name
        ? name.name().substring(name.name().lastIndexOf('.') + 1)
        : "";
  }
}
