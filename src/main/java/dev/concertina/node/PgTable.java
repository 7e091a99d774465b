package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The SQL that node-pg-migrate sends for one table. */
record PgTable(Value table) {

  private String path() {
    return PgNames.path(table);
  }

  private String alter() {
    return "ALTER TABLE " + path() + " ";
  }

  private String bare() {
    return PgNames.bare(table);
  }

  List<String> create(Value columns, Value options) {
    List<Map.Entry<Value, Value>> all = PgNames.entries(columns, "what columns it has");
    List<String> keys =
        all.stream()
            .filter(entry -> PgNames.isOn(PgColumn.options(entry.getValue()), "primaryKey"))
            .map(entry -> entry.getKey().text())
            .toList();
    boolean together = keys.size() > 1;
    List<String> parts = new ArrayList<>();
    all.forEach(
        e ->
            parts.add(
                PgColumn.definition(e.getKey().text(), PgColumn.options(e.getValue()), !together)));
    Value constraints = Values.entry(options, "constraints");
    constraints(constraints, null, parts);
    if (together) {
      parts.add(
          "CONSTRAINT "
              + Quoting.name(bare() + "_pkey")
              + " PRIMARY KEY ("
              + Quoting.names(keys)
              + ")");
    }
    Value like = Values.entry(options, "like");
    if (Values.isSet(like)) {
      parts.add("LIKE " + PgNames.path(like));
    }
    Value inherits = Values.entry(options, "inherits");
    List<String> sql = new ArrayList<>();
    sql.add(
        "CREATE"
            + (PgNames.isOn(options, "temporary") ? " TEMPORARY" : "")
            + (PgNames.isOn(options, "unlogged") ? " UNLOGGED" : "")
            + " TABLE "
            + (PgNames.isOn(options, "ifNotExists") ? "IF NOT EXISTS " : "")
            + path()
            + " ( "
            + String.join(", ", parts)
            + " )"
            + (Values.isSet(inherits) ? " INHERITS (" + PgNames.path(inherits) + ")" : "")
            + partition(Values.entry(options, "partition")));
    comments(all, sql);
    Value comment = Values.entry(options, "comment");
    if (Values.isSet(comment)) {
      sql.add("COMMENT ON TABLE " + path() + " IS " + PgNames.value(comment));
    }
    return sql;
  }

  private static String partition(Value partition) {
    if (!Values.isSet(partition)) {
      return "";
    }
    List<String> columns =
        Values.needAll(Values.entry(partition, "columns"), "the partition's key");
    return " PARTITION BY "
        + PgNames.text(partition, "strategy")
        + " ("
        + Quoting.names(columns)
        + ")";
  }

  private void comments(List<Map.Entry<Value, Value>> columns, List<String> sql) {
    for (Map.Entry<Value, Value> column : columns) {
      Value comment = Values.entry(PgColumn.options(column.getValue()), "comment");
      if (Values.isSet(comment)) {
        String name = path() + "." + Quoting.name(column.getKey().text());
        sql.add("COMMENT ON COLUMN " + name + " IS " + PgNames.value(comment));
      }
    }
  }

  private static List<Value> all(Value value) {
    return value instanceof Value.Many many
        ? many.items()
        : Values.isSet(value) ? List.of(value) : List.of();
  }

  /**
   * @param name that the contributor gave, or null
   */
  private void constraints(Value options, String name, List<String> sql) {
    int first = sql.size();
    Value checks = Values.entry(options, "check");
    int number = 0;
    for (Value check : all(checks)) {
      number++;
      String own = "_chck" + (checks instanceof Value.Many ? "_" + number : "");
      sql.add(constraint(name, own) + "CHECK (" + Values.need(check, "the condition") + ")");
    }
    Value unique = Values.entry(options, "unique");
    boolean several = unique.items().stream().anyMatch(Value.Many.class::isInstance);
    for (Value set :
        several ? unique.items() : Values.isSet(unique) ? List.of(unique) : List.<Value>of()) {
      List<String> columns = Values.needAll(set, "the columns");
      sql.add(
          constraint(name, "_uniq_" + String.join("_", columns))
              + "UNIQUE ("
              + Quoting.names(columns)
              + ")");
    }
    Value key = Values.entry(options, "primaryKey");
    if (Values.isSet(key)) {
      String columns = Quoting.names(Values.needAll(key, "the columns"));
      sql.add(constraint(name, "_pkey") + "PRIMARY KEY (" + columns + ")");
    }
    for (Value foreign : all(Values.entry(options, "foreignKeys"))) {
      List<String> columns = Values.needAll(Values.entry(foreign, "columns"), "the columns");
      String own = PgNames.text(foreign, "referencesConstraintName");
      sql.add(
          constraint(own == null ? name : own, "_fk_" + String.join("_", columns))
              + "FOREIGN KEY ("
              + Quoting.names(columns)
              + ") "
              + PgColumn.references(foreign));
    }
    String exclude = PgNames.text(options, "exclude");
    if (exclude != null) {
      sql.add(constraint(name, "_excl") + "EXCLUDE " + exclude);
    }
    if (PgNames.isOn(options, "deferrable")) {
      for (int i = first; i < sql.size(); i++) {
        sql.set(i, sql.get(i) + PgColumn.deferrable(options));
      }
    }
  }

  private String constraint(String name, String made) {
    return "CONSTRAINT " + Quoting.name(name == null ? bare() + made : name) + " ";
  }

  List<String> addColumns(Value columns, Value options) {
    String add = PgNames.isOn(options, "ifNotExists") ? "ADD IF NOT EXISTS " : "ADD ";
    List<Map.Entry<Value, Value>> all = PgNames.entries(columns, "what columns are added");
    List<String> parts = new ArrayList<>();
    all.forEach(
        e ->
            parts.add(
                add
                    + PgColumn.definition(
                        e.getKey().text(), PgColumn.options(e.getValue()), true)));
    List<String> sql = new ArrayList<>(List.of(alter() + String.join(", ", parts)));
    comments(all, sql);
    return sql;
  }

  String dropColumns(Value columns, Value options) {
    List<String> names =
        columns instanceof Value.Mapping mapping
            ? mapping.entries().stream().map(entry -> entry.getKey().text()).toList()
            : Values.needAll(columns, "what columns are dropped");
    String end = PgMigrate.cascade(options);
    String drop = "DROP" + PgMigrate.ifExists(options) + " ";
    return alter()
        + String.join(", ", names.stream().map(n -> drop + Quoting.name(n) + end).toList());
  }

  List<String> alterColumn(Value column, Value options) {
    String alter = "ALTER " + PgNames.path(column) + " ";
    List<String> parts = new ArrayList<>();
    Value value = options instanceof Value.Mapping mapping ? mapping.get("default") : null;
    if (value != null) {
      parts.add(alter + (value.isNull() ? "DROP DEFAULT" : "SET DEFAULT " + PgNames.value(value)));
    }
    String type = PgNames.text(options, "type");
    if (type != null) {
      String collation = PgNames.text(options, "collation");
      String using = PgNames.text(options, "using");
      parts.add(
          alter
              + "SET DATA TYPE "
              + PgNames.type(type)
              + (collation == null ? "" : " COLLATE " + collation)
              + (using == null ? "" : " USING " + using));
    }
    if (PgNames.isOn(options, "notNull")) {
      parts.add(alter + "SET NOT NULL");
    } else if (Values.entry(options, "notNull").isFalse() || PgNames.isOn(options, "allowNull")) {
      parts.add(alter + "DROP NOT NULL");
    }
    List<String> sql = new ArrayList<>();
    if (!parts.isEmpty()) {
      sql.add(alter() + String.join(", ", parts));
    }
    Value comment = Values.entry(options, "comment");
    if (Values.isSet(comment)) {
      String name = path() + "." + PgNames.path(column);
      sql.add("COMMENT ON COLUMN " + name + " IS " + PgNames.value(comment));
    }
    if (sql.isEmpty()) {
      throw new NotSaidException("what is changed");
    }
    return sql;
  }

  List<String> addConstraint(Value name, Value what) {
    String own = name.text();
    List<String> parts = new ArrayList<>();
    if (what.text() != null) {
      parts.add((own == null ? "" : "CONSTRAINT " + Quoting.name(own) + " ") + what.text());
    } else {
      PgNames.entries(what, "the constraint");
      constraints(what, own, parts);
    }
    return List.of(alter() + String.join(", ", parts.stream().map(p -> "ADD " + p).toList()));
  }
}
