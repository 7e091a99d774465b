package dev.concertina.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * A view as the schema keeps it.
 *
 * @param columns the names that the statement gave; empty when the query names them
 */
public record View(Name name, boolean materialized, List<String> columns, Query query) {
  public View {
    columns = List.copyOf(columns);
  }

  /** The result columns: those given, else the query's; see {@link Query.Detail#outputs}. */
  public List<String> outputs() {
    return columns.isEmpty() ? query.detail().outputs() : columns;
  }

  /** The same view over another query. */
  View reading(Query other) {
    return new View(name, materialized, columns, other);
  }

  /** The view as a statement declares it. */
  public static View of(Operation.CreateView created) {
    return new View(created.view(), created.materialized(), created.columns(), created.query());
  }

  /**
   * The view as it is when it is created now: a star of one table that is wholly known is written
   * out, as the database does then and for good.
   */
  public View createdIn(Schema now) {
    if (!columns.isEmpty() || query.text().indexOf('*') < 0) {
      return this;
    }
    Name only = query.detail().onlyTable();
    Table table = only == null ? null : now.table(only).filter(Table::complete).orElse(null);
    if (table == null || !outputs().contains("*")) {
      return this;
    }
    List<String> written = new ArrayList<>();
    for (String output : outputs()) {
      written.addAll(output.equals("*") ? table.columns().keySet() : List.of(output));
    }
    return new View(name, materialized, written, query);
  }
}
