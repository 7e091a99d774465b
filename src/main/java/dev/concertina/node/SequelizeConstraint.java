package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Locale;

/** The constraints that Sequelize adds. */
final class SequelizeConstraint {

  private SequelizeConstraint() {}

  /** The statement that adds one. */
  static String add(SequelizeTable table, Value options) {
    List<String> fields =
        Values.needAll(Values.entry(options, "fields"), "the columns of the constraint");
    String type =
        Values.need(Values.entry(options, "type"), "the kind of constraint")
            .toUpperCase(Locale.ROOT);
    Value references = Values.entry(options, "references");
    String end =
        switch (type) {
          case "UNIQUE" -> "uk";
          case "CHECK" -> "ck";
          case "PRIMARY KEY" -> "pk";
          default -> SequelizeTable.of(Values.entry(references, "table")).name() + "_fk";
        };
    Value given = Values.entry(options, "name");
    String own =
        Values.isSet(given)
            ? Values.need(given, "the constraint's name")
            : table.name() + "_" + String.join("_", fields) + "_" + end;
    String columns = "(" + Quoting.names(fields) + ")";
    StringBuilder sql =
        new StringBuilder(table.alter() + "ADD CONSTRAINT " + Quoting.name(own) + " ");
    switch (type) {
      case "CHECK" ->
          sql.append("CHECK (")
              .append(SequelizeWhere.condition(Values.entry(options, "where")))
              .append(')');
      case "FOREIGN KEY" -> sql.append(foreignKey(columns, options, references));
      default -> sql.append(type).append(' ').append(columns);
    }
    boolean check = type.equals("CHECK");
    return sql + (check ? "" : SequelizeTable.deferrable(Values.entry(options, "deferrable")));
  }

  private static String foreignKey(String columns, Value options, Value references) {
    Value one = Values.entry(references, "field");
    Value others = Values.isSet(one) ? one : Values.entry(references, "fields");
    String onUpdate = Values.text(options, "onUpdate");
    String onDelete = Values.text(options, "onDelete");
    return "FOREIGN KEY "
        + columns
        + " REFERENCES "
        + SequelizeTable.of(Values.entry(references, "table")).path()
        + " ("
        + Quoting.names(Values.needAll(others, "the other columns"))
        + ")"
        + (onUpdate == null ? "" : " ON UPDATE " + onUpdate.toUpperCase(Locale.ROOT))
        + (onDelete == null ? "" : " ON DELETE " + onDelete.toUpperCase(Locale.ROOT));
  }
}
