package dev.concertina.rails;

import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The methods that add, change and remove columns. */
final class ColumnCalls {

  private final RailsVersion version;
  private final ColumnSql columns;
  private final IndexSql indexes;
  private final ConstraintSql constraints;

  ColumnCalls(RailsVersion version) {
    this.version = version;
    columns = new ColumnSql(version);
    indexes = new IndexSql(version);
    constraints = new ConstraintSql(version);
  }

  Map<String, SchemaCalls.Sending> methods() {
    Map<String, SchemaCalls.Sending> methods = new LinkedHashMap<>();
    methods.put("add_column", a -> add(a.name(0), a.name(1), a.name(2), a));
    methods.put("add_columns", this::addAll);
    methods.put("add_timestamps", this::addTimestamps);
    methods.put("add_reference", this::addReference);
    methods.put("add_belongs_to", this::addReference);
    methods.put("remove_column", a -> remove(a.name(0), List.of(a.name(1))));
    methods.put("remove_columns", a -> remove(a.name(0), a.namesFrom(1)));
    methods.put("remove_timestamps", a -> remove(a.name(0), List.of("updated_at", "created_at")));
    methods.put("remove_reference", this::removeReference);
    methods.put("remove_belongs_to", this::removeReference);
    methods.put("rename_column", ColumnCalls::rename);
    methods.put("change_column", this::change);
    methods.put("change_column_default", ColumnCalls::changeDefault);
    methods.put("change_column_null", ColumnCalls::changeNull);
    methods.put(
        "change_column_comment", a -> List.of(comment(a.name(0), a.name(1), changed(a, 2))));
    methods.put(
        "change_table_comment",
        a ->
            List.of(
                Sent.whole(
                    "COMMENT ON TABLE " + Names.table(a.name(0)) + " IS " + text(changed(a, 1)))));
    return methods;
  }

  private List<Sent> add(String table, String column, String type, Arguments options) {
    List<Sent> sent = new ArrayList<>();
    boolean oldKey = type.equals("primary_key") && !version.since(5, 1);
    Value on = new Value.Flag(true, options.span());
    String definition =
        oldKey
            ? columns.definition(column, "integer", options.with("primary_key", on))
            : columns.definition(column, type, options);
    sent.add(Sent.alter(table, "ADD " + definition));
    if (options.has("comment")) {
      sent.add(comment(table, column, options.option("comment")));
    }
    return sent;
  }

  private List<Sent> addAll(Arguments given) {
    String type = given.text("type");
    if (type == null) {
      throw new UnreadException("add_columns has no type");
    }
    List<Sent> sent = new ArrayList<>();
    for (String column : given.namesFrom(1)) {
      sent.addAll(add(given.name(0), column, type, given.without("type")));
    }
    return sent;
  }

  private List<Sent> addTimestamps(Arguments given) {
    Arguments options = timestamps(version, given);
    List<String> added = new ArrayList<>();
    for (String column : List.of("created_at", "updated_at")) {
      added.add("ADD " + columns.definition(column, "datetime", options));
    }
    return apart(given.name(0), added);
  }

  /** The options of the columns that {@code timestamps} adds. */
  static Arguments timestamps(RailsVersion version, Arguments given) {
    Arguments options = given;
    if (!options.has("null") || options.option("null").isNull()) {
      options = options.with("null", new Value.Flag(!version.since(5, 0), given.span()));
    }
    boolean precise = version.since(6, 0) && !options.has("precision");
    return precise ? options.with("precision", new Value.Number("6", given.span())) : options;
  }

  /** Several changes of a table at once since 7.0, one by one before. */
  private List<Sent> apart(String table, List<String> actions) {
    return version.since(7, 0)
        ? List.of(Sent.alter(table, String.join(", ", actions)))
        : actions.stream().map(action -> Sent.alter(table, action)).toList();
  }

  private List<Sent> addReference(Arguments given) {
    String table = given.name(0);
    Reference reference = new Reference(version, given.name(1), given);
    List<Sent> sent = new ArrayList<>();
    for (Reference.Column column : reference.columns()) {
      sent.addAll(add(table, column.name(), column.type(), column.options()));
    }
    if (reference.hasIndex()) {
      Value keys = new Value.Many(reference.columnNames(), given.span());
      sent.addAll(indexes.create(table, keys, reference.index(table)));
    }
    if (reference.hasForeignKey()) {
      String to = reference.referencedTable();
      sent.add(
          Sent.alter(table, "ADD " + constraints.foreignKey(table, to, reference.foreignKey())));
    }
    return sent;
  }

  private List<Sent> remove(String table, List<String> removed) {
    return apart(table, removed.stream().map(c -> "DROP COLUMN " + Names.quote(c)).toList());
  }

  private List<Sent> removeReference(Arguments given) {
    String table = given.name(0);
    String name = given.name(1);
    List<Sent> sent = new ArrayList<>();
    if (given.on("foreign_key")) {
      Arguments options = given.inside("foreign_key");
      Value column = new Value.Text(name + "_id", -1, given.span());
      String key =
          constraints.foreignKeyName(
              table, null, options.has("column") ? options : options.with("column", column));
      sent.add(Sent.alter(table, "DROP CONSTRAINT " + Names.quote(key)));
    }
    sent.addAll(remove(table, List.of(name + "_id")));
    if (given.on("polymorphic")) {
      sent.addAll(remove(table, List.of(name + "_type")));
    }
    return sent;
  }

  private static List<Sent> rename(Arguments given) {
    String from = Names.quote(given.name(1));
    String to = Names.quote(given.name(2));
    return List.of(Sent.alter(given.name(0), "RENAME COLUMN " + from + " TO " + to));
  }

  private List<Sent> change(Arguments given) {
    String table = given.name(0);
    String column = given.name(1);
    List<Sent> sent = new ArrayList<>();
    Arguments type = version.since(5, 2) ? given : given.without("default", "null", "comment");
    sent.add(Sent.alter(table, columns.change(column, given.name(2), type)));
    if (!version.since(5, 2) && given.has("default")) {
      sent.add(Sent.alter(table, defaultTo(column, given.option("default"))));
    }
    if (!version.since(5, 2) && given.has("null")) {
      sent.addAll(notNull(table, column, !given.on("null"), given.option("default")));
    }
    if (given.has("comment")) {
      sent.add(comment(table, column, given.option("comment")));
    }
    return sent;
  }

  /** The value that {@code from:} and {@code to:} give, or that stands there by itself. */
  private static Value changed(Arguments given, int position) {
    return given.has("to") ? given.option("to") : given.at(position);
  }

  private static List<Sent> changeDefault(Arguments given) {
    boolean mapping = given.count() < 3 && !given.has("to");
    Value value = mapping ? new Value.Mapping(List.of(), given.span()) : changed(given, 2);
    return List.of(Sent.alter(given.name(0), defaultTo(given.name(1), value)));
  }

  private static String defaultTo(String column, Value value) {
    String alter = "ALTER COLUMN " + Names.quote(column);
    return value.isNull()
        ? alter + " DROP DEFAULT"
        : alter + " SET DEFAULT " + DefaultValue.ANY.sql(value);
  }

  private static List<Sent> changeNull(Arguments given) {
    Value allowed = given.at(2);
    Value other = given.count() > 3 ? given.at(3) : null;
    boolean refuses = allowed.isFalse() || allowed.isNull();
    return notNull(given.name(0), given.name(1), refuses, other);
  }

  /**
   * @param other what rows get that have NULL, or null
   */
  private static List<Sent> notNull(String table, String column, boolean refuses, Value other) {
    List<Sent> sent = new ArrayList<>();
    String name = Names.quote(column);
    if (refuses && other != null && !other.isNull()) {
      String value = DefaultValue.ANY.sql(other);
      String rows = "UPDATE " + Names.table(table) + " SET " + name + "=" + value;
      sent.add(Sent.whole(rows + " WHERE " + name + " IS NULL"));
    }
    String how = refuses ? " SET NOT NULL" : " DROP NOT NULL";
    sent.add(Sent.alter(table, "ALTER COLUMN " + name + how));
    return sent;
  }

  static Sent comment(String table, String column, Value text) {
    return Sent.whole(
        "COMMENT ON COLUMN "
            + Names.table(table)
            + "."
            + Names.quote(column)
            + " IS "
            + text(text));
  }

  static String text(Value value) {
    return DefaultValue.ANY.sql(value);
  }
}
