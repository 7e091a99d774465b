package dev.concertina.liquibase;

import java.util.List;

/** What a column of a change says about itself. */
final class Definition {

  private Definition() {}

  /** Its type, or null where it has none. */
  static ColumnType type(Element column) {
    String type = column.filled("type");
    return type == null ? null : ColumnType.of(type);
  }

  /** An attribute of its constraints, or null. */
  static String constraint(Element column, String name) {
    Element constraints = column.child("constraints");
    return constraints == null ? null : constraints.filled(name);
  }

  static boolean constraint(Element column, String name, boolean otherwise) {
    Element constraints = column.child("constraints");
    return constraints == null ? otherwise : constraints.flag(name, otherwise);
  }

  /** The first of several columns that says something wins. */
  static String first(List<Element> columns, String name) {
    return columns.stream()
        .map(column -> constraint(column, name))
        .filter(value -> value != null)
        .findFirst()
        .orElse(null);
  }

  /** The clause of a default, which may also be how the column is generated. */
  static String defaultClause(Given given, ColumnType type, Identifiers names) {
    return given.text().startsWith("GENERATED ALWAYS ")
        ? " " + given.text()
        : " DEFAULT " + given.sql(names, type);
  }

  static String identity(Element column) {
    String how = column.filled("generationType");
    String start = column.filled("startWith");
    String by = column.filled("incrementBy");
    String options =
        (start == null ? "" : "START WITH " + start)
            + (start == null || by == null ? "" : " ")
            + (by == null ? "" : "INCREMENT BY " + by);
    return "GENERATED "
        + (how == null ? "BY DEFAULT" : how)
        + " AS IDENTITY"
        + (options.isEmpty() ? "" : " (" + options + ")");
  }

  /**
   * The table and the columns that a column refers to, or null.
   *
   * @param space what stands between them
   */
  static String references(Element column, Identifiers names, String space) {
    String written = constraint(column, "references");
    if (written != null && space.isEmpty()) {
      return written;
    }
    int open = written == null ? -1 : written.indexOf('(');
    String table = constraint(column, "referencedTableName");
    String columns = constraint(column, "referencedColumnNames");
    String schema = constraint(column, "referencedTableSchemaName");
    if (open > 0) {
      table = written.substring(0, open).strip();
      columns = written.substring(open + 1).replace(")", "").strip();
      int dot = table.indexOf('.');
      schema = dot > 0 ? table.substring(0, dot) : null;
      table = table.substring(dot + 1);
    }
    return table == null || columns == null
        ? null
        : names.in(schema, table) + space + "(" + names.names(columns) + ")";
  }
}
