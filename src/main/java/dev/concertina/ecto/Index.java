package dev.concertina.ecto;

import dev.concertina.syntax.ElixirValues;
import dev.concertina.syntax.ElixirValues.Atom;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An index that a call speaks of: {@code index(:users, [:email])}. */
record Index(String table, List<Value> columns, Options options, boolean unique, String prefix) {

  static boolean is(Value.Call call) {
    return call.name().equals("index") || call.name().equals("unique_index");
  }

  static Index of(Value.Call call, RepoSettings settings) {
    Options options = Options.of(call, 2);
    Value columns = call.argument("columns", 1);
    if (columns == null) {
      throw new UnreadException("an index says no columns");
    }
    List<Value> keys =
        columns instanceof Atom ? List.of(columns) : ElixirValues.tuples(columns).items();
    if (keys.isEmpty()) {
      throw new UnreadException("the columns of an index are computed at run time");
    }
    boolean unique =
        options.flag("unique") != null
            ? options.isTrue("unique")
            : call.name().equals("unique_index");
    return new Index(
        Names.of(call.argument("table", 0)),
        keys,
        options,
        unique,
        Table.prefix(options, settings));
  }

  String name() {
    String given = options.text("name");
    return given != null
        ? given
        : table
            + "_"
            + columns.stream().map(Index::nameOf).collect(Collectors.joining("_"))
            + "_index";
  }

  /** What an index is called after: each character that is none of a name is an underscore. */
  private static String nameOf(Value column) {
    Value key = column.items().size() == 2 ? column.items().get(1) : column;
    String name = Names.of(key).replaceAll("[^\\w]", "_");
    return name.endsWith("_") ? name.replaceAll("_+$", "") : name;
  }

  private static String key(Value column) {
    if (column.items().size() != 2) {
      return column instanceof Atom ? Names.quote(column.text()) : Names.of(column);
    }
    String direction = Names.of(column.items().get(0)).toUpperCase(Locale.ROOT).replace('_', ' ');
    return key(column.items().get(1)) + " " + direction;
  }

  String create(boolean ifNotExists) {
    Value include = options.get("include");
    String storage = options.text("options");
    String where = options.text("where");
    String method = options.text("using");
    Boolean distinct = options.flag("nulls_distinct");
    return "CREATE "
        + (unique ? "UNIQUE " : "")
        + "INDEX "
        + concurrently()
        + (ifNotExists ? "IF NOT EXISTS " : "")
        + Names.quote(name())
        + " ON "
        + (options.isTrue("only") ? "ONLY " : "")
        + Names.quote(prefix, table)
        + (method == null ? "" : " USING " + method)
        + " ("
        + columns.stream().map(Index::key).collect(Collectors.joining(", "))
        + ")"
        + (include == null ? "" : " INCLUDE (" + included(include) + ")")
        + (distinct == null ? "" : distinct ? " NULLS DISTINCT" : " NULLS NOT DISTINCT")
        + (storage == null ? "" : " WITH (" + storage + ")")
        + (where == null ? "" : " WHERE " + where);
  }

  private static String included(Value include) {
    List<Value> columns = include instanceof Value.Many many ? many.items() : List.of(include);
    return columns.stream().map(Index::key).collect(Collectors.joining(", "));
  }

  private String concurrently() {
    return options.isTrue("concurrently") ? "CONCURRENTLY " : "";
  }

  String drop(boolean ifExists) {
    return "DROP INDEX "
        + concurrently()
        + (ifExists ? "IF EXISTS " : "")
        + Names.quote(prefix, name());
  }

  String rename(String name) {
    return "ALTER INDEX " + Names.quote(prefix, name()) + " RENAME TO " + Names.quote(name);
  }

  /** The comment on it as a statement, or null. */
  String comment() {
    String comment = options.text("comment");
    return comment == null
        ? null
        : "COMMENT ON INDEX " + Names.quote(prefix, name()) + " IS " + Names.text(comment);
  }
}
