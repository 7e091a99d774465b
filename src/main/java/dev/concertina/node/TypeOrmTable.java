package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The SQL that TypeORM sends for what belongs to one table. */
record TypeOrmTable(String name) {

  private static final String COLUMNS = "the columns";

  String path() {
    return Quoting.path(name);
  }

  private String alter() {
    return "ALTER TABLE " + path() + " ";
  }

  private static List<TypeOrmColumn> columns(String table, Value options) {
    Value columns = Values.entry(options, "columns");
    if (!(columns instanceof Value.Many) && Values.isSet(columns)) {
      throw new NotSaidException(COLUMNS);
    }
    return columns.items().stream()
        .map(column -> new TypeOrmColumn(table, TypeOrmRunner.options(column)))
        .toList();
  }

  private static List<Value> parts(Value options, String key) {
    Value parts = Values.entry(options, key);
    if (!(parts instanceof Value.Many) && Values.isSet(parts)) {
      throw new NotSaidException("`" + key + "` of the table");
    }
    return parts.items().stream().map(TypeOrmRunner::options).toList();
  }

  /** All that {@code createTable} sends. */
  static List<String> create(Value options, boolean keys, boolean indexes) {
    String name = Values.need(Values.entry(options, "name"), "the table's name");
    TypeOrmTable table = new TypeOrmTable(name);
    List<TypeOrmColumn> columns = columns(name, options);
    Set<String> sql = new LinkedHashSet<>();
    columns.stream().filter(TypeOrmColumn::isEnum).forEach(c -> sql.add(c.createEnum()));
    StringBuilder create = new StringBuilder("CREATE TABLE " + table.path() + " (");
    List<String> all = new ArrayList<>();
    columns.forEach(column -> all.add(column.definition()));
    List<Value> uniques = parts(options, "uniques");
    uniques.forEach(unique -> all.add(table.unique(unique)));
    columns.stream()
        .filter(column -> column.is("isUnique"))
        .filter(column -> uniques.stream().noneMatch(u -> List.of(column.name()).equals(names(u))))
        .forEach(column -> all.add(table.uniqueOn(column.name())));
    parts(options, "checks").forEach(check -> all.add(table.check(check)));
    parts(options, "exclusions").forEach(exclusion -> all.add(table.exclusion(exclusion)));
    if (keys) {
      parts(options, "foreignKeys").forEach(key -> all.add(table.foreignKey(key, " ", ", ")));
    }
    List<TypeOrmColumn> primary = columns.stream().filter(c -> c.is("isPrimary")).toList();
    if (!primary.isEmpty()) {
      List<String> names = primary.stream().map(TypeOrmColumn::name).toList();
      all.add(table.primaryKey(names, primary.get(0).keyName()));
    }
    create.append(String.join(", ", all)).append(')');
    sql.add(create.toString());
    columns.stream()
        .filter(column -> column.comment() != null)
        .forEach(column -> sql.add(table.comment(column)));
    if (indexes) {
      parts(options, "indices").forEach(index -> sql.add(table.createIndex(index)));
    }
    String comment = Values.text(options, "comment");
    if (comment != null) {
      sql.add("COMMENT ON TABLE " + table.path() + " IS '" + comment.replace("'", "''") + "'");
    }
    return List.copyOf(sql);
  }

  List<String> addColumn(TypeOrmColumn column) {
    List<String> sql = new ArrayList<>();
    if (column.isEnum()) {
      sql.add(column.createEnum());
    }
    sql.add(alter() + "ADD " + column.definition());
    if (column.is("isPrimary")) {
      sql.add(alter() + "ADD " + primaryKey(List.of(column.name()), column.keyName()));
    }
    if (column.is("isUnique")) {
      sql.add(alter() + "ADD " + uniqueOn(column.name()));
    }
    if (column.comment() != null) {
      sql.add(comment(column));
    }
    return sql;
  }

  /** Where type, length or expression differ, TypeORM makes another column of the same name. */
  List<String> changeColumn(TypeOrmColumn from, TypeOrmColumn to) {
    if (!from.shape().equals(to.shape())) {
      List<String> sql = new ArrayList<>(List.of(dropColumn(from.name(), false)));
      sql.addAll(addColumn(to));
      return sql;
    }
    List<String> sql = new ArrayList<>();
    String column = Quoting.name(to.name());
    if (!from.name().equals(to.name())) {
      sql.add(renameColumn(from.name(), to.name()));
    }
    if (!from.fullType().equals(to.fullType())) {
      sql.add(alter() + "ALTER COLUMN " + column + " TYPE " + to.fullType());
    }
    if (from.is("isNullable") != to.is("isNullable")) {
      String change = to.is("isNullable") ? "DROP NOT NULL" : "SET NOT NULL";
      sql.add(alter() + "ALTER COLUMN " + column + " " + change);
    }
    if (!from.is("isUnique") && to.is("isUnique")) {
      sql.add(alter() + "ADD " + uniqueOn(to.name()));
    }
    String value = to.defaultValue();
    if (value != null && !value.equals(from.defaultValue())) {
      sql.add(alter() + "ALTER COLUMN " + column + " SET DEFAULT " + value);
    } else if (value == null && from.defaultValue() != null) {
      sql.add(alter() + "ALTER COLUMN " + column + " DROP DEFAULT");
    }
    return sql;
  }

  String renameColumn(String from, String to) {
    return alter() + "RENAME COLUMN " + Quoting.name(from) + " TO " + Quoting.name(to);
  }

  String dropColumn(String column, boolean ifExists) {
    return alter() + "DROP COLUMN " + (ifExists ? "IF EXISTS " : "") + Quoting.name(column);
  }

  String dropConstraint(String constraint, boolean ifExists) {
    return alter() + "DROP CONSTRAINT " + (ifExists ? "IF EXISTS " : "") + Quoting.name(constraint);
  }

  String add(String constraint) {
    return alter() + "ADD " + constraint;
  }

  private String comment(TypeOrmColumn column) {
    String column1 = path() + "." + Quoting.name(column.name());
    return "COMMENT ON COLUMN " + column1 + " IS '" + column.comment().replace("'", "''") + "'";
  }

  String primaryKey(List<String> columns, String given) {
    String own = given == null ? TypeOrmNames.primaryKey(name, columns) : given;
    return "CONSTRAINT " + Quoting.name(own) + " PRIMARY KEY (" + Quoting.names(columns) + ")";
  }

  private String uniqueOn(String column) {
    return "CONSTRAINT "
        + Quoting.name(TypeOrmNames.unique(name, List.of(column)))
        + " UNIQUE ("
        + Quoting.name(column)
        + ")";
  }

  private static List<String> names(Value options) {
    return Values.needAll(Values.entry(options, "columnNames"), COLUMNS);
  }

  /** The name of a constraint or index. */
  private static String named(Value options, String otherwise) {
    Value given = Values.entry(options, "name");
    return Quoting.name(Values.isSet(given) ? Values.need(given, "its name") : otherwise);
  }

  private static String deferrable(Value options) {
    String when = Values.text(options, "deferrable");
    return when == null ? "" : " DEFERRABLE " + when;
  }

  String unique(Value options) {
    List<String> columns = names(options);
    String own = named(options, TypeOrmNames.unique(name, columns));
    return "CONSTRAINT " + own + " UNIQUE (" + Quoting.names(columns) + ")" + deferrable(options);
  }

  String check(Value options) {
    String condition = Values.need(Values.entry(options, "expression"), "the condition");
    String own = named(options, TypeOrmNames.check(name, condition));
    return "CONSTRAINT " + own + " CHECK (" + condition + ")";
  }

  String exclusion(Value options) {
    String expression = Values.need(Values.entry(options, "expression"), "the expression");
    String own = named(options, TypeOrmNames.exclusion(name, expression));
    return "CONSTRAINT " + own + " EXCLUDE " + expression + deferrable(options);
  }

  /**
   * @param gap what stands between the other table and its columns
   * @param comma what stands between those columns
   */
  String foreignKey(Value options, String gap, String comma) {
    List<String> columns = names(options);
    String other = Values.need(Values.entry(options, "referencedTableName"), "the other table");
    String schema = Values.text(options, "referencedSchema");
    List<String> others =
        Values.needAll(Values.entry(options, "referencedColumnNames"), "the other columns");
    StringBuilder sql = new StringBuilder("CONSTRAINT ");
    sql.append(named(options, TypeOrmNames.foreignKey(name, columns)));
    sql.append(" FOREIGN KEY (").append(Quoting.names(columns)).append(") REFERENCES ");
    sql.append(Quoting.path(schema == null ? other : schema + "." + other)).append(gap);
    sql.append(others.stream().map(Quoting::name).collect(Collectors.joining(comma, "(", ")")));
    for (String event : List.of("onDelete", "onUpdate")) {
      String action = Values.text(options, event);
      if (action != null) {
        sql.append(event.equals("onDelete") ? " ON DELETE " : " ON UPDATE ").append(action);
      }
    }
    return sql + deferrable(options);
  }

  String indexName(Value options) {
    Value given = Values.entry(options, "name");
    return Values.isSet(given)
        ? Values.need(given, "the index's name")
        : TypeOrmNames.index(name, names(options), Values.text(options, "where"));
  }

  String createIndex(Value options) {
    String where = Values.text(options, "where");
    String method =
        Values.isOn(Values.entry(options, "isSpatial")) ? "gist" : Values.text(options, "type");
    return "CREATE "
        + (Values.isOn(Values.entry(options, "isUnique")) ? "UNIQUE " : "")
        + "INDEX "
        + (Values.isOn(Values.entry(options, "isConcurrent")) ? "CONCURRENTLY " : "")
        + Quoting.name(indexName(options))
        + " ON "
        + path()
        + " "
        + (method == null ? "" : "USING " + method)
        + " ("
        + Quoting.names(names(options))
        + ") "
        + (where == null ? "" : "WHERE " + where);
  }

  /**
   * @param options of the index when all of it is given, else null
   */
  String dropIndex(String index, Value options, boolean ifExists) {
    boolean concurrently = options != null && Values.isOn(Values.entry(options, "isConcurrent"));
    int dot = name.lastIndexOf('.');
    return "DROP INDEX "
        + (concurrently ? "CONCURRENTLY " : "")
        + (ifExists ? "IF EXISTS " : "")
        + (dot < 0 ? "" : Quoting.name(name.substring(0, dot)) + ".")
        + Quoting.name(index);
  }
}
