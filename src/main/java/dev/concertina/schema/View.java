package dev.concertina.schema;

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
}
