package dev.concertina.phinx;

import dev.concertina.phinx.Action.Kind;
import dev.concertina.schema.Span;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a call asks of a table. */
final class TableCalls {

  private final boolean nullable;

  /**
   * @param nullable whether a column takes NULL that does not say so
   */
  TableCalls(boolean nullable) {
    this.nullable = nullable;
  }

  /**
   * Notes what a call asks for.
   *
   * @return false where it is none that changes a table
   */
  boolean note(Table table, Value.Call call, Span place) {
    switch (call.name()) {
      case "addColumn" -> addColumn(table, column(call, 0), place);
      case "addTimestamps" -> timestamps(table, call, place, flag(call, 2));
      case "addTimestampsWithTimezone" -> timestamps(table, call, place, true);
      case "changeColumn" -> changeColumn(table, column(call, 0), place);
      case "removeColumn" ->
          table.add(
              Action.alter(Kind.REMOVAL, place, "DROP COLUMN " + name(call, "columnName", 0)));
      case "renameColumn" ->
          table.add(
              Action.after(
                  Kind.COLUMN,
                  place,
                  "ALTER TABLE %s RENAME COLUMN %s TO %s"
                      .formatted(
                          Sql.quote(table.name()),
                          name(call, "oldName", 0),
                          name(call, "newName", 1))));
      case "addIndex" -> table.add(Action.after(Kind.INDEX, place, index(table, call)));
      case "removeIndex" -> {
        List<String> columns = Sql.texts(call.argument("columns", 0), "its columns");
        dropIndex(table, place, indexName(table, columns));
      }
      case "removeIndexByName" ->
          dropIndex(table, place, Sql.needed(call.argument("name", 0), "its name"));
      case "addForeignKey" ->
          table.add(Action.alter(Kind.KEY, place, "ADD " + foreignKey(table, call, null, 0)));
      case "addForeignKeyWithName" -> {
        String name = Sql.needed(call.argument("name", 0), "its name");
        table.add(Action.alter(Kind.KEY, place, "ADD " + foreignKey(table, call, name, 1)));
      }
      case "dropForeignKey" -> dropForeignKey(table, call, place);
      default -> {
        return noteTable(table, call, place);
      }
    }
    return true;
  }

  private boolean noteTable(Table table, Value.Call call, Span place) {
    String quoted = Sql.quote(table.name());
    switch (call.name()) {
      case "rename" ->
          table.add(
              Action.after(
                  Kind.TABLE,
                  place,
                  "ALTER TABLE " + quoted + " RENAME TO " + name(call, "newTableName", 0)));
      case "drop" -> table.add(Action.after(Kind.TABLE, place, "DROP TABLE " + quoted));
      case "changeComment" -> {
        Value comment = call.argument("comment", 0);
        boolean none = comment == null || comment.isNull();
        String text = none ? "NULL" : Sql.text(Sql.needed(comment, "the comment"));
        table.add(Action.after(Kind.TABLE, place, "COMMENT ON TABLE " + quoted + " IS " + text));
      }
      case "changePrimaryKey" -> changeKey(table, call.argument("columns", 0), place);
      case "insert" -> insert(table, call.argument("data", 0));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static String name(Value.Call call, String keyword, int position) {
    return Sql.quote(Sql.needed(call.argument(keyword, position), "a name"));
  }

  private static boolean flag(Value.Call call, int position) {
    Value value = call.argument("withTimezone", position);
    return value != null && value.isTrue();
  }

  private Column column(Value.Call call, int at) {
    return Column.of(
        Sql.needed(call.argument("columnName", at), "the column's name"),
        call.argument("type", at + 1),
        Options.of(call.argument("options", at + 2)),
        nullable);
  }

  private static void addColumn(Table table, Column column, Span place) {
    table.add(
        new Action(
            Kind.COLUMN,
            place,
            List.of("ADD " + column.definition()),
            column.comment(table.name()),
            column));
  }

  private void changeColumn(Table table, Column column, Span place) {
    Kind kind = table.renames(column.name()) ? Kind.RENAMED_COLUMN : Kind.COLUMN;
    table.add(new Action(kind, place, column.changes(), column.comment(table.name()), null));
  }

  private static void timestamps(Table table, Value.Call call, Span place, boolean zone) {
    String zoned = zone ? " WITH TIME ZONE" : "";
    String created = "TIMESTAMP" + zoned + " NOT NULL DEFAULT CURRENT_TIMESTAMP";
    timestamp(table, call.argument("createdAt", 0), "created_at", created, place);
    String updated = "TIMESTAMP" + zoned + " NULL";
    timestamp(table, call.argument("updatedAt", 1), "updated_at", updated, place);
  }

  private static void timestamp(
      Table table, Value given, String usual, String definition, Span place) {
    if (given == null || !given.isFalse()) {
      String name = given == null || given.text() == null ? usual : given.text();
      addColumn(table, new Column(name, definition, true, new Options(null), true), place);
    }
  }

  private static String indexName(Table table, List<String> columns) {
    return Sql.bare(table.name()) + "_" + String.join("_", columns);
  }

  private static String index(Table table, Value.Call call) {
    List<String> columns = Sql.texts(call.argument("columns", 0), "its columns");
    Options options = Options.of(call.argument("options", 1));
    String name = options.text("name");
    String type = options.text("type");
    Value order = options.get("order");
    String keys =
        columns.stream()
            .map(column -> "\"" + column + "\"" + order(order, column))
            .collect(Collectors.joining(","));
    Value include = options.get("include");
    boolean unique = options.is("unique", false) || "unique".equals(type);
    return "CREATE %sINDEX %s ON %s%s (%s)%s"
        .formatted(
            unique ? "UNIQUE " : "",
            Sql.quote(name == null ? indexName(table, columns) : name),
            Sql.quote(table.name()),
            "gin".equals(type) ? " USING gin" : "",
            keys,
            include == null
                ? ""
                : " INCLUDE " + Sql.columns(Sql.texts(include, "the columns that it includes")));
  }

  private static String order(Value order, String column) {
    Value own = order instanceof Value.Mapping mapping ? mapping.get(column) : null;
    return own == null ? "" : " " + Sql.needed(own, "its order");
  }

  private static void dropIndex(Table table, Span place, String index) {
    int dot = table.name().lastIndexOf('.');
    String schema = dot < 0 ? "" : Sql.quote(table.name().substring(0, dot)) + ".";
    table.add(Action.after(Kind.INDEX, place, "DROP INDEX IF EXISTS " + schema + Sql.quote(index)));
  }

  private static String keyName(Table table, List<String> columns) {
    return Sql.bare(table.name()) + "_" + String.join("_", columns) + "_fkey";
  }

  /**
   * @param at where the arguments begin
   */
  private static String foreignKey(Table table, Value.Call call, String given, int at) {
    List<String> columns = Sql.texts(call.argument("columns", at), "its columns");
    String referenced = Sql.needed(call.argument("referencedTable", at + 1), "its table");
    Value keys = call.argument("referencedColumns", at + 2);
    Options options = Options.of(call.argument("options", at + 3));
    String name = given == null ? options.text("constraint") : given;
    return "CONSTRAINT %s FOREIGN KEY %s REFERENCES %s %s%s%s"
        .formatted(
            Sql.quote(name == null ? keyName(table, columns) : name),
            Sql.columns(columns),
            Sql.quote(referenced),
            Sql.columns(keys == null ? List.of("id") : Sql.texts(keys, "its columns")),
            action(" ON DELETE ", options.text("delete")),
            action(" ON UPDATE ", options.text("update")));
  }

  private static String action(String event, String action) {
    return action == null ? "" : event + action.strip().toUpperCase(Locale.ROOT).replace('_', ' ');
  }

  /** The name that Phinx looks for in the database is the one that it makes, as PostgreSQL does. */
  private static void dropForeignKey(Table table, Value.Call call, Span place) {
    Value given = call.argument("constraint", 1);
    String name =
        given == null || given.isNull()
            ? keyName(table, Sql.texts(call.argument("columns", 0), "its columns"))
            : Sql.needed(given, "its name");
    table.add(Action.alter(Kind.KEY, place, "DROP CONSTRAINT " + Sql.quote(name)));
  }

  private static void changeKey(Table table, Value columns, Span place) {
    String name = Sql.quote(Sql.bare(table.name()) + "_pkey");
    List<String> alters = new ArrayList<>(List.of("DROP CONSTRAINT " + name));
    if (columns != null && !columns.isNull()) {
      alters.add(
          "ADD CONSTRAINT "
              + name
              + " PRIMARY KEY "
              + Sql.columns(Sql.texts(columns, "its columns")));
    }
    table.add(new Action(Kind.TABLE, place, alters, List.of(), null));
  }

  /** Rows that have the same columns are one statement. */
  private static void insert(Table table, Value data) {
    List<Value> rows = data instanceof Value.Many many ? many.items() : List.of(data);
    List<List<String>> all = new ArrayList<>();
    for (Value row : rows) {
      if (!(row instanceof Value.Mapping mapping)) {
        throw new UnreadException("the rows are built at run time");
      }
      all.add(mapping.entries().stream().map(e -> Sql.needed(e.getKey(), "a column")).toList());
    }
    boolean one = all.stream().distinct().count() == 1;
    for (int i = 0; i < (one ? Math.min(1, all.size()) : all.size()); i++) {
      List<Value> these = one ? rows : List.of(rows.get(i));
      String values = these.stream().map(TableCalls::row).collect(Collectors.joining(", "));
      table.add(
          "INSERT INTO %s %s OVERRIDING SYSTEM VALUE VALUES %s"
              .formatted(Sql.quote(table.name()), Sql.columns(all.get(i)), values));
    }
  }

  private static String row(Value row) {
    return ((Value.Mapping) row)
        .entries().stream()
            .map(Map.Entry::getValue)
            .map(Sql::literal)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
