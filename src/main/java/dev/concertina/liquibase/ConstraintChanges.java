package dev.concertina.liquibase;

/** Changes of a table's keys and constraints. */
final class ConstraintChanges {

  private final Identifiers names;
  private final Outbox out;

  ConstraintChanges(Identifiers names, Outbox out) {
    this.names = names;
    this.out = out;
  }

  private String alter(Element change) {
    String table = names.in(change.filled("schemaName"), change.get("tableName"));
    return "ALTER TABLE " + table;
  }

  private String add(Element change) {
    String name = change.filled("constraintName");
    return " ADD " + (name == null ? "" : "CONSTRAINT " + names.name(name) + " ");
  }

  void addPrimaryKey(Element change) {
    String space = change.filled("tablespace");
    out.send(
        change.span(),
        alter(change)
            + add(change)
            + "PRIMARY KEY ("
            + names.names(change.get("columnNames"))
            + ")"
            + (space == null ? "" : " USING INDEX TABLESPACE " + space));
  }

  void addUnique(Element change) {
    String space = change.filled("tablespace");
    String index = change.filled("forIndexName");
    out.send(
        change.span(),
        alter(change)
            + add(change)
            + "UNIQUE ("
            + names.names(change.get("columnNames"))
            + ")"
            + deferral(change)
            + (space == null ? "" : " USING INDEX TABLESPACE " + space)
            + (index == null ? "" : " USING INDEX " + names.name(index)));
  }

  private static String deferral(Element change) {
    return (change.flag("deferrable") ? " DEFERRABLE" : "")
        + (change.flag("initiallyDeferred") ? " INITIALLY DEFERRED" : "");
  }

  void addForeignKey(Element change) {
    String update = change.filled("onUpdate");
    String delete = change.filled("onDelete");
    out.send(
        change.span(),
        "ALTER TABLE "
            + names.in(change.filled("baseTableSchemaName"), change.get("baseTableName"))
            + add(change)
            + "FOREIGN KEY ("
            + names.names(change.get("baseColumnNames"))
            + ") REFERENCES "
            + names.in(
                change.filled("referencedTableSchemaName"), change.get("referencedTableName"))
            + " ("
            + names.names(change.get("referencedColumnNames"))
            + ")"
            + (update == null ? "" : " ON UPDATE " + update)
            + (delete == null ? "" : " ON DELETE " + delete)
            + deferral(change)
            + (change.flag("validate", true) ? "" : " NOT VALID"));
  }

  void addCheck(Element change) {
    String body = change.filled("constraintBody");
    out.send(change.span(), alter(change) + add(change) + "CHECK (" + body + ")");
  }

  void dropPrimaryKey(Element change) {
    if (change.filled("constraintName") == null) {
      // Liquibase asks the database for the name; PostgreSQL's own is the likely one.
      drop(change, alter(change), names.keyOf(change.get("tableName")));
    } else {
      drop(change);
    }
  }

  void drop(Element change) {
    drop(change, alter(change), names.name(change.get("constraintName")));
  }

  void dropForeignKey(Element change) {
    String table = names.in(change.filled("baseTableSchemaName"), change.get("baseTableName"));
    drop(change, "ALTER TABLE " + table, names.name(change.get("constraintName")));
  }

  private void drop(Element change, String alter, String name) {
    out.send(change.span(), alter + " DROP CONSTRAINT " + name);
  }
}
