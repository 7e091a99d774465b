package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  /** A column's options, where its type may stand for all of them. */
  private static Value.Mapping options(Value value) {
    Value type = value instanceof Value.Mapping ? Values.entry(value, "type") : value;
    List<Map.Entry<Value, Value>> entries = new ArrayList<>();
    if ("id".equals(type.text())) {
      entries.add(
          Map.entry(Values.made("primaryKey", value.span()), new Value.Flag(true, value.span())));
      type = Values.made("serial", value.span());
    }
    entries.add(0, Map.entry(Values.made("type", value.span()), type));
    if (value instanceof Value.Mapping mapping) {
      mapping.entries().stream()
          .filter(entry -> !"type".equals(entry.getKey().text()))
          .forEach(entries::add);
    }
    return new Value.Mapping(entries, value.span());
  }

  private static boolean is(Value options, String key) {
    return Values.isOn(Values.entry(options, key));
  }

  private static String text(Value options, String key) {
    Value value = Values.entry(options, key);
    return Values.isSet(value) ? Values.need(value, "`" + key + "`") : null;
  }

  List<String> create(Value columns, Value options) {
    List<Map.Entry<Value, Value>> all = PgNames.entries(columns, "what columns it has");
    List<String> keys =
        all.stream()
            .filter(entry -> is(options(entry.getValue()), "primaryKey"))
            .map(entry -> entry.getKey().text())
            .toList();
    boolean together = keys.size() > 1;
    List<String> parts = new ArrayList<>();
    all.forEach(e -> parts.add(column(e.getKey().text(), options(e.getValue()), !together)));
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
            + (is(options, "temporary") ? " TEMPORARY" : "")
            + (is(options, "unlogged") ? " UNLOGGED" : "")
            + " TABLE "
            + (is(options, "ifNotExists") ? "IF NOT EXISTS " : "")
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
    return " PARTITION BY " + text(partition, "strategy") + " (" + Quoting.names(columns) + ")";
  }

  private void comments(List<Map.Entry<Value, Value>> columns, List<String> sql) {
    for (Map.Entry<Value, Value> column : columns) {
      Value comment = Values.entry(options(column.getValue()), "comment");
      if (Values.isSet(comment)) {
        String name = path() + "." + Quoting.name(column.getKey().text());
        sql.add("COMMENT ON COLUMN " + name + " IS " + PgNames.value(comment));
      }
    }
  }

  private String column(String name, Value options, boolean withKey) {
    StringBuilder sql = new StringBuilder(Quoting.name(name) + " " + type(options));
    String collation = text(options, "collation");
    sql.append(collation == null ? "" : " COLLATE " + collation);
    Value value = ((Value.Mapping) options).get("default");
    sql.append(value == null ? "" : " DEFAULT " + PgNames.value(value));
    sql.append(is(options, "unique") ? " UNIQUE" : "");
    sql.append(withKey && is(options, "primaryKey") ? " PRIMARY KEY" : "");
    sql.append(is(options, "notNull") ? " NOT NULL" : "");
    String check = text(options, "check");
    sql.append(check == null ? "" : " CHECK (" + check + ")");
    if (Values.isSet(Values.entry(options, "references"))) {
      String key = text(options, "referencesConstraintName");
      sql.append(key == null ? " " : " CONSTRAINT " + Quoting.name(key) + " ");
      sql.append(references(options));
    }
    sql.append(is(options, "deferrable") ? deferrable(options) : "");
    Value sequence = Values.entry(options, "sequenceGenerated");
    if (Values.isSet(sequence)) {
      sql.append(" GENERATED ").append(text(sequence, "precedence")).append(" AS IDENTITY");
    }
    String expression = text(options, "expressionGenerated");
    sql.append(expression == null ? "" : " GENERATED ALWAYS AS (" + expression + ") STORED");
    return sql.toString();
  }

  private static String type(Value options) {
    Value type = Values.entry(options, "type");
    Value array = Values.entry(options, "array");
    String own =
        type instanceof Value.Mapping
            ? PgNames.path(type)
            : PgNames.type(Values.need(type, "the column's type"));
    return own
        + (array instanceof Value.Number size
            ? " ARRAY[" + size.digits() + "]"
            : array.isTrue() ? " ARRAY" : "");
  }

  private static String deferrable(Value options) {
    return " DEFERRABLE INITIALLY " + (is(options, "deferred") ? "DEFERRED" : "IMMEDIATE");
  }

  private static String references(Value options) {
    Value references = Values.entry(options, "references");
    String text = references.text();
    boolean written = text != null && (text.startsWith("\"") || text.endsWith(")"));
    StringBuilder sql = new StringBuilder("REFERENCES ");
    sql.append(written ? text : PgNames.path(references));
    for (String word : List.of("match", "onDelete", "onUpdate")) {
      String value = text(options, word);
      if (value != null) {
        sql.append(
            word.equals("match")
                ? " MATCH "
                : word.equals("onDelete") ? " ON DELETE " : " ON UPDATE ");
        sql.append(value);
      }
    }
    return sql.toString();
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
      String own = text(foreign, "referencesConstraintName");
      sql.add(
          constraint(own == null ? name : own, "_fk_" + String.join("_", columns))
              + "FOREIGN KEY ("
              + Quoting.names(columns)
              + ") "
              + references(foreign));
    }
    String exclude = text(options, "exclude");
    if (exclude != null) {
      sql.add(constraint(name, "_excl") + "EXCLUDE " + exclude);
    }
    if (is(options, "deferrable")) {
      for (int i = first; i < sql.size(); i++) {
        sql.set(i, sql.get(i) + deferrable(options));
      }
    }
  }

  private String constraint(String name, String made) {
    return "CONSTRAINT " + Quoting.name(name == null ? bare() + made : name) + " ";
  }

  List<String> addColumns(Value columns, Value options) {
    String add = is(options, "ifNotExists") ? "ADD IF NOT EXISTS " : "ADD ";
    List<Map.Entry<Value, Value>> all = PgNames.entries(columns, "what columns are added");
    List<String> parts = new ArrayList<>();
    all.forEach(e -> parts.add(add + column(e.getKey().text(), options(e.getValue()), true)));
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
    String type = text(options, "type");
    if (type != null) {
      String collation = text(options, "collation");
      String using = text(options, "using");
      parts.add(
          alter
              + "SET DATA TYPE "
              + PgNames.type(type)
              + (collation == null ? "" : " COLLATE " + collation)
              + (using == null ? "" : " USING " + using));
    }
    if (is(options, "notNull")) {
      parts.add(alter + "SET NOT NULL");
    } else if (Values.entry(options, "notNull").isFalse() || is(options, "allowNull")) {
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

  private static List<Value> keys(Value columns) {
    return columns instanceof Value.Many many ? many.items() : List.of(columns);
  }

  private String indexName(Value columns, Value options) {
    String given = text(options, "name");
    if (given != null) {
      return given;
    }
    List<String> words = keys(columns).stream().map(PgNames::bare).toList();
    return bare()
        + "_"
        + String.join("_", words)
        + (is(options, "unique") ? "_unique" : "")
        + "_index";
  }

  String createIndex(Value columns, Value options) {
    String method = text(options, "method");
    String where = text(options, "where");
    String nulls = text(options, "nulls");
    Value include = Values.entry(options, "include");
    return "CREATE"
        + (is(options, "unique") ? " UNIQUE" : "")
        + " INDEX"
        + (is(options, "concurrently") ? " CONCURRENTLY" : "")
        + (is(options, "ifNotExists") ? " IF NOT EXISTS" : "")
        + " "
        + Quoting.name(indexName(columns, options))
        + " ON "
        + path()
        + (method == null ? "" : " USING " + method)
        + " ("
        + String.join(", ", keys(columns).stream().map(PgTable::key).toList())
        + ")"
        + (Values.isSet(include)
            ? " INCLUDE (" + Quoting.names(Values.needAll(include, "the columns")) + ")"
            : "")
        + (nulls == null ? "" : " NULLS " + nulls.toUpperCase(Locale.ROOT))
        + (where == null ? "" : " WHERE " + where);
  }

  private static String key(Value column) {
    if (!(column instanceof Value.Mapping)) {
      return PgNames.path(column);
    }
    Value opclass = Values.entry(column, "opclass");
    String sort = Values.text(column, "sort");
    return PgNames.path(Values.entry(column, "name"))
        + (Values.isSet(opclass) ? " " + PgNames.path(opclass) : "")
        + (sort == null ? "" : " " + sort);
  }

  String dropIndex(Value columns, Value options) {
    String schema = PgNames.schema(table);
    return "DROP INDEX"
        + (is(options, "concurrently") ? " CONCURRENTLY" : "")
        + PgMigrate.ifExists(options)
        + " "
        + (schema == null ? "" : Quoting.name(schema) + ".")
        + Quoting.name(indexName(columns, options))
        + PgMigrate.cascade(options);
  }
}
