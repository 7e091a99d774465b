package dev.concertina.liquibase;

import dev.concertina.schema.Span;

/** Changes of a table's columns. */
final class ColumnChanges {

  private final Identifiers names;
  private final Outbox out;

  ColumnChanges(Identifiers names, Outbox out) {
    this.names = names;
    this.out = out;
  }

  private String table(Element change) {
    return names.in(change.filled("schemaName"), change.get("tableName"));
  }

  private String column(Element change) {
    return names.name(change.get("columnName"));
  }

  private String alter(Element change) {
    return "ALTER TABLE " + table(change) + " ALTER COLUMN " + column(change);
  }

  /** One statement for each column; then come values, and what may only hold with values. */
  void add(Element change) {
    String alter = "ALTER TABLE " + table(change);
    for (Element column : change.columns()) {
      out.send(column.span(), alter + " ADD " + definition(column));
      constraints(column, alter);
    }
    for (Element column : change.columns()) {
      Given value = Given.of(column, "value");
      if (value != null) {
        String set = names.name(column.get("name")) + " = " + value.sql(names);
        out.send(column.span(), "UPDATE " + table(change) + " SET " + set);
      }
    }
    for (Element column : change.columns()) {
      if (Given.of(column, "value") != null && isRequired(column)) {
        String name = names.name(column.get("name"));
        out.send(column.span(), alter + " ALTER COLUMN " + name + " SET NOT NULL");
      }
    }
    for (Element column : change.columns()) {
      String remarks = column.filled("remarks");
      if (remarks != null) {
        String where = table(change) + "." + names.name(column.get("name"));
        out.send(column.span(), "COMMENT ON COLUMN " + where + " IS " + Given.quoted(remarks));
      }
    }
  }

  private static boolean isRequired(Element column) {
    return !Definition.constraint(column, "nullable", true);
  }

  private String definition(Element column) {
    ColumnType type = Definition.type(column);
    StringBuilder sql = new StringBuilder(names.name(column.get("name")));
    sql.append(type == null ? "" : " " + type.sql());
    sql.append(column.flag("autoIncrement") ? " " + Definition.identity(column) : "");
    Given given = Given.of(column, "defaultValue");
    sql.append(given == null ? "" : Definition.defaultClause(given, type, names));
    boolean key = Definition.constraint(column, "primaryKey", false);
    if (key || isRequired(column) && Given.of(column, "value") == null) {
      String name = Definition.constraint(column, "notNullConstraintName");
      sql.append(name == null ? "" : " CONSTRAINT " + names.name(name));
      sql.append(" NOT NULL");
    }
    sql.append(key ? " PRIMARY KEY" : "");
    return sql.toString();
  }

  private void constraints(Element column, String alter) {
    String name = names.name(column.get("name"));
    if (Definition.constraint(column, "unique", false)) {
      String constraint = Definition.constraint(column, "uniqueConstraintName");
      String named = constraint == null ? "" : "CONSTRAINT " + names.name(constraint) + " ";
      out.send(column.span(), alter + " ADD " + named + "UNIQUE (" + name + ")");
    }
    String references = Definition.references(column, names, " ");
    if (references != null) {
      String key = Definition.constraint(column, "foreignKeyName");
      boolean cascade = Definition.constraint(column, "deleteCascade", false);
      boolean unchecked = !Definition.constraint(column, "validateForeignKey", true);
      out.send(
          column.span(),
          alter
              + " ADD "
              + (key == null ? "" : "CONSTRAINT " + names.name(key) + " ")
              + "FOREIGN KEY ("
              + name
              + ") REFERENCES "
              + references
              + (cascade ? " ON DELETE CASCADE" : "")
              + (unchecked ? " NOT VALID" : ""));
    }
  }

  void drop(Element change) {
    if (change.filled("columnName") != null) {
      drop(change, change.span(), change.get("columnName"));
    }
    change.columns().forEach(column -> drop(change, column.span(), column.get("name")));
  }

  private void drop(Element change, Span place, String column) {
    out.send(place, "ALTER TABLE " + table(change) + " DROP COLUMN " + names.name(column));
  }

  void rename(Element change) {
    out.send(
        change.span(),
        "ALTER TABLE "
            + table(change)
            + " RENAME COLUMN "
            + names.name(change.get("oldColumnName"))
            + " TO "
            + names.name(change.get("newColumnName")));
  }

  void modifyType(Element change) {
    String written = change.filled("newDataType");
    String type = written == null ? "" : ColumnType.of(written).sql();
    String column = column(change);
    out.send(
        change.span(), alter(change) + " TYPE " + type + " USING (" + column + "::" + type + ")");
  }

  void addDefault(Element change) {
    Given given = Given.of(change, "defaultValue");
    String type = change.filled("columnDataType");
    if (given == null) {
      out.unread(change.span(), "it says no default");
      return;
    }
    String value = given.sql(names, type == null ? null : ColumnType.of(type));
    out.send(change.span(), alter(change) + " SET DEFAULT " + value);
    if (given.kind() == Given.Kind.SEQUENCE_NEXT) {
      own(change, names.in(change.filled("schemaName"), given.text()));
    }
  }

  private void own(Element change, String sequence) {
    String column = table(change) + "." + column(change);
    out.send(change.span(), "ALTER SEQUENCE " + sequence + " OWNED BY " + column);
  }

  void dropDefault(Element change) {
    out.send(change.span(), alter(change) + " DROP DEFAULT");
  }

  void addNotNull(Element change) {
    String value = change.get("defaultNullValue");
    if (value != null && !value.equalsIgnoreCase("null")) {
      out.send(
          change.span(),
          "UPDATE "
              + table(change)
              + " SET "
              + column(change)
              + " = "
              + Given.quoted(filler(change, value))
              + " WHERE "
              + column(change)
              + " IS NULL");
    }
    out.send(change.span(), alter(change) + " SET NOT NULL");
  }

  private String filler(Element change, String value) {
    String type = change.filled("columnDataType");
    boolean flag = type != null && ColumnType.of(type).family() == Family.BOOLEAN;
    return flag ? new Given(Given.Kind.TEXT, value).sql(names, ColumnType.of(type)) : value;
  }

  void dropNotNull(Element change) {
    out.send(change.span(), alter(change) + " DROP NOT NULL");
  }

  /** A sequence of the column's own: not an identity, since the column is there. */
  void addAutoIncrement(Element change) {
    String own = change.get("tableName") + "_" + change.get("columnName") + "_seq";
    String sequence = names.in(change.filled("schemaName"), own);
    String start = change.filled("startWith");
    String by = change.filled("incrementBy");
    out.send(
        change.span(),
        "CREATE SEQUENCE IF NOT EXISTS "
            + sequence
            + (start == null ? "" : " START WITH " + start)
            + (by == null ? "" : " INCREMENT BY " + by));
    out.send(change.span(), alter(change) + " SET NOT NULL");
    out.send(change.span(), alter(change) + " SET DEFAULT nextval('" + sequence + "')");
    own(change, sequence);
  }

  void merge(Element change) {
    String alter = "ALTER TABLE " + table(change);
    String first = names.name(change.get("column1Name"));
    String second = names.name(change.get("column2Name"));
    String merged = names.name(change.get("finalColumnName"));
    String type = change.filled("finalColumnType");
    String joint = change.get("joinString");
    out.send(
        change.span(),
        alter + " ADD " + merged + (type == null ? "" : " " + ColumnType.of(type).sql()));
    out.send(
        change.span(),
        "UPDATE "
            + table(change)
            + " SET "
            + merged
            + " = "
            + first
            + " || "
            + Given.quoted(joint == null ? "" : joint)
            + " || "
            + second);
    out.send(change.span(), alter + " DROP COLUMN " + first);
    out.send(change.span(), alter + " DROP COLUMN " + second);
  }
}
