package dev.concertina.plan;

import dev.concertina.schema.Constraint;
import dev.concertina.schema.Identifier;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;

/** The statements that make a column and what belongs to it, each by itself. */
final class ColumnSql {

  private final Operation.AddColumn add;
  private final Name table;
  private final String column;

  ColumnSql(Operation.AddColumn add) {
    this.add = add;
    table = add.table();
    column = Identifier.quote(add.column().name());
  }

  String addAlone() {
    return alter("ADD COLUMN " + column + " " + add.column().type());
  }

  /** With its default where it has one, and NOT NULL only then. */
  String addPlain() {
    boolean defaults = add.column().defaultValue() != null;
    return defaults && add.column().notNull()
        ? addWithDefault()
        : defaults
            ? alter(
                "ADD COLUMN %s %s DEFAULT %s"
                    .formatted(column, add.column().type(), add.column().defaultValue().text()))
            : addAlone();
  }

  String addWithDefault() {
    String value = add.column().defaultValue().text();
    return alter("ADD COLUMN " + column + " " + add.column().type() + " NOT NULL DEFAULT " + value);
  }

  /** The index that PostgreSQL would make for {@code UNIQUE} in the declaration of a column. */
  Name uniqueIndex() {
    return table.sibling(table.local() + "_" + add.column().name() + "_key");
  }

  String buildUniqueIndex() {
    return "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s (%s);"
        .formatted(Identifier.quote(uniqueIndex().local()), table.sql(), column);
  }

  String addUnique() {
    String name = Identifier.quote(uniqueIndex().local());
    return addConstraint(name, "UNIQUE USING INDEX " + name);
  }

  /** Django counts on foreign keys that are looked at when the transaction ends. */
  String addKey(Constraint.ForeignKey key) {
    String referenced =
        key.referencedColumns().isEmpty()
            ? ""
            : " (" + Identifier.quote(key.referencedColumns().get(0)) + ")";
    return addConstraint(
        Identifier.quote(key.name()),
        "FOREIGN KEY (%s) REFERENCES %s%s DEFERRABLE INITIALLY DEFERRED NOT VALID"
            .formatted(column, key.referenced().sql(), referenced));
  }

  /** The check that proves NOT NULL. */
  String present() {
    return table.local() + "_" + add.column().name() + "_present";
  }

  String addPresent() {
    return addConstraint(
        Identifier.quote(present()), "CHECK (" + column + " IS NOT NULL) NOT VALID");
  }

  String setNotNull() {
    return alter("ALTER COLUMN " + column + " SET NOT NULL");
  }

  String validate(String constraint) {
    return alter("VALIDATE CONSTRAINT " + Identifier.quote(constraint));
  }

  String drop(String constraint) {
    return alter("DROP CONSTRAINT " + Identifier.quote(constraint));
  }

  private String addConstraint(String name, String definition) {
    return alter("ADD CONSTRAINT " + name + " " + definition);
  }

  private String alter(String action) {
    return "ALTER TABLE " + table.sql() + " " + action + ";";
  }
}
