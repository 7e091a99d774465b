package dev.concertina.liquibase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes that make, drop and rename tables, or say something about them. */
final class TableChanges {

  private final Identifiers names;
  private final Outbox out;

  TableChanges(Identifiers names, Outbox out) {
    this.names = names;
    this.out = out;
  }

  void create(Element change) {
    String schema = change.filled("schemaName");
    String table = names.in(schema, change.get("tableName"));
    List<String> parts = new ArrayList<>();
    change.columns().forEach(column -> parts.add(column(column)));
    key(change, parts);
    change.columns().forEach(column -> foreignKey(column, parts));
    unique(change, parts);
    String space = change.filled("tablespace");
    String kind = change.filled("tableType");
    out.send(
        change.span(),
        "CREATE "
            + (kind == null ? "" : kind.toUpperCase(java.util.Locale.ROOT) + " ")
            + "TABLE "
            + (change.flag("ifNotExists") ? "IF NOT EXISTS " : "")
            + table
            + " ("
            + String.join(", ", parts)
            + ")"
            + (space == null ? "" : " TABLESPACE " + space));
    remark(change, "TABLE " + table, change.filled("remarks"));
    for (Element column : change.columns()) {
      String place = "COLUMN " + table + "." + names.name(column.get("name"));
      remark(column, place, column.filled("remarks"));
    }
  }

  private String column(Element column) {
    ColumnType type = Definition.type(column);
    StringBuilder sql = new StringBuilder(names.name(column.get("name")));
    sql.append(type == null ? "" : " " + type.sql());
    boolean counts = column.flag("autoIncrement") || type != null && type.serial();
    Given given = Given.of(column, "defaultValue");
    if (given != null) {
      sql.append(Definition.defaultClause(given, type, names));
    }
    sql.append(counts ? " " + Definition.identity(column) : "");
    boolean required = !Definition.constraint(column, "nullable", true);
    return sql + (required || isKey(column) ? " NOT NULL" : "");
  }

  private static boolean isKey(Element column) {
    return Definition.constraint(column, "primaryKey", false);
  }

  private void key(Element change, List<String> parts) {
    List<Element> columns = change.columns().stream().filter(TableChanges::isKey).toList();
    if (columns.isEmpty()) {
      return;
    }
    String name = Definition.first(columns, "primaryKeyName");
    String space = Definition.first(columns, "primaryKeyTablespace");
    boolean deferred = Definition.constraint(columns.get(0), "initiallyDeferred", false);
    boolean deferrable = Definition.constraint(columns.get(0), "deferrable", false);
    parts.add(
        "CONSTRAINT "
            + (name == null ? names.keyOf(change.get("tableName")) : names.name(name))
            + " PRIMARY KEY ("
            + String.join(", ", columns.stream().map(c -> names.name(c.get("name"))).toList())
            + ")"
            + (space == null ? "" : " USING INDEX TABLESPACE " + space)
            + (deferred ? " INITIALLY DEFERRED" : "")
            + (deferrable ? " DEFERRABLE" : ""));
  }

  private void foreignKey(Element column, List<String> parts) {
    String references = Definition.references(column, names, "");
    if (references != null) {
      parts.add(
          "CONSTRAINT "
              + names.name(Definition.constraint(column, "foreignKeyName"))
              + " FOREIGN KEY ("
              + names.name(column.get("name"))
              + ") REFERENCES "
              + references
              + (Definition.constraint(column, "deleteCascade", false) ? " ON DELETE CASCADE" : "")
              + (Definition.constraint(column, "initiallyDeferred", false)
                  ? " INITIALLY DEFERRED"
                  : "")
              + (Definition.constraint(column, "deferrable", false) ? " DEFERRABLE" : ""));
    }
  }

  /** Those of one name are one constraint, and stand behind those without one. */
  private void unique(Element change, List<String> parts) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    for (Element column : change.columns()) {
      if (Definition.constraint(column, "unique", false)) {
        String name = Definition.constraint(column, "uniqueConstraintName");
        String own = names.name(column.get("name"));
        if (name == null) {
          parts.add("UNIQUE (" + own + ")");
        } else {
          named.computeIfAbsent(name, n -> new ArrayList<>()).add(own);
        }
      }
    }
    named.forEach(
        (name, columns) ->
            parts.add(
                "CONSTRAINT " + names.name(name) + " UNIQUE (" + String.join(", ", columns) + ")"));
  }

  void drop(Element change) {
    String table = names.in(change.filled("schemaName"), change.get("tableName"));
    boolean cascade = change.flag("cascadeConstraints");
    out.send(change.span(), "DROP TABLE " + table + (cascade ? " CASCADE" : ""));
  }

  void rename(Element change) {
    String table = names.in(change.filled("schemaName"), change.get("oldTableName"));
    out.send(
        change.span(),
        "ALTER TABLE " + table + " RENAME TO " + names.name(change.get("newTableName")));
  }

  void setTableRemarks(Element change) {
    String table = names.in(change.filled("schemaName"), change.get("tableName"));
    remark(change, "TABLE " + table, orEmpty(change.get("remarks")));
  }

  void setColumnRemarks(Element change) {
    String table = names.in(change.filled("schemaName"), change.get("tableName"));
    String column = names.name(change.get("columnName"));
    remark(change, "COLUMN " + table + "." + column, orEmpty(change.get("remarks")));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private void remark(Element place, String what, String remarks) {
    if (remarks != null) {
      out.send(place.span(), "COMMENT ON " + what + " IS " + Given.quoted(remarks));
    }
  }

  /** A table of the distinct values of a column, which then refers to it. */
  void addLookupTable(Element change) {
    String fresh = names.in(change.filled("newTableSchemaName"), change.get("newTableName"));
    String old =
        names.in(change.filled("existingTableSchemaName"), change.get("existingTableName"));
    String from = names.name(change.get("existingColumnName"));
    String to = names.name(change.get("newColumnName"));
    String constraint = change.filled("constraintName");
    String name =
        constraint != null
            ? constraint
            : "FK_" + change.get("existingTableName") + "_" + change.get("newTableName");
    out.send(
        change.span(),
        "CREATE TABLE "
            + fresh
            + " AS SELECT DISTINCT "
            + from
            + " AS "
            + to
            + " FROM "
            + old
            + " WHERE "
            + from
            + " IS NOT NULL");
    out.send(change.span(), "ALTER TABLE " + fresh + " ALTER COLUMN " + to + " SET NOT NULL");
    out.send(change.span(), "ALTER TABLE " + fresh + " ADD PRIMARY KEY (" + to + ")");
    out.send(
        change.span(),
        "ALTER TABLE "
            + old
            + " ADD CONSTRAINT "
            + names.name(name)
            + " FOREIGN KEY ("
            + from
            + ") REFERENCES "
            + fresh
            + " ("
            + to
            + ")");
  }
}
