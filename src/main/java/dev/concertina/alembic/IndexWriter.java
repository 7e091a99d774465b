package dev.concertina.alembic;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Indexes that come and go. */
final class IndexWriter {

  private final ExpressionWriter expressions;

  IndexWriter(ExpressionWriter expressions) {
    this.expressions = expressions;
  }

  /** What {@code op.create_index} sends. */
  String create(Value.Call call) {
    Arguments index = new Arguments(call);
    return create(
        index.text("index_name", 0),
        Names.table(index.textOrNull("schema", -1), index.text("table_name", 1)),
        index.items("columns", 2),
        index);
  }

  /** An index that stands among the columns of a table. */
  List<String> ofTable(Value.Call call, String table, String schema) {
    List<Value> keys = call.arguments();
    Arguments index = new Arguments(call);
    return List.of(create(index.text("name", 0), table, keys.subList(1, keys.size()), index));
  }

  /** The index of a column that asks for one. */
  static String ofColumn(String schema, String table, Column column) {
    return "CREATE "
        + (column.unique() ? "UNIQUE " : "")
        + "INDEX "
        + Names.quote(Names.index(schema, table, column.name()))
        + " ON "
        + Names.table(schema, table)
        + " ("
        + Names.quote(column.name())
        + ")";
  }

  private String create(String name, String table, List<Value> keys, Arguments index) {
    String using = index.textOrNull("postgresql_using", -1);
    Value where = index.present("postgresql_where", -1);
    List<String> included = index.texts("postgresql_include", -1);
    return "CREATE "
        + (index.isTrue("unique") ? "UNIQUE " : "")
        + "INDEX "
        + (index.isTrue("postgresql_concurrently") ? "CONCURRENTLY " : "")
        + (index.isTrue("if_not_exists") ? "IF NOT EXISTS " : "")
        + Names.quote(name)
        + " ON "
        + table
        + (using == null ? "" : " USING " + using.toLowerCase(java.util.Locale.ROOT))
        + " ("
        + String.join(", ", keys(keys, index.value("postgresql_ops", -1)))
        + ")"
        + (included.isEmpty()
            ? ""
            : " INCLUDE (" + String.join(", ", included.stream().map(Names::quote).toList()) + ")")
        + (index.isTrue("postgresql_nulls_not_distinct") ? " NULLS NOT DISTINCT" : "")
        + storage(index.value("postgresql_with", -1))
        + (where == null ? "" : " WHERE " + expressions.clause(where));
  }

  private List<String> keys(List<Value> keys, Value classes) {
    List<String> written = new ArrayList<>();
    for (Value key : keys) {
      String column = column(key);
      Value ofClass = classes instanceof Value.Mapping map ? map.get(name(key, column)) : null;
      String expression = column == null ? grouped(key) : Names.quote(column);
      boolean known = ofClass != null && ofClass.text() != null;
      written.add(known ? expression + " " + ofClass.text() : expression);
    }
    return written;
  }

  /** An operation between others stands in parentheses. */
  private String grouped(Value key) {
    String sql = expressions.write(key);
    boolean operation =
        key instanceof Value.Call call
            && (call.shortName().equals("op") || !Character.isLetter(call.shortName().charAt(0)));
    return operation ? "(" + sql + ")" : sql;
  }

  private static String name(Value key, String column) {
    return column != null ? column : key instanceof Value.Call call ? call.shortName() : "";
  }

  private static String column(Value key) {
    boolean made = key instanceof Value.Call call && call.shortName().equals("column");
    return made ? new Arguments((Value.Call) key).text("name", 0) : key.text();
  }

  private static String storage(Value options) {
    if (!(options instanceof Value.Mapping map)) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    for (Map.Entry<Value, Value> option : map.entries()) {
      String value =
          option.getValue() instanceof Value.Number n ? n.digits() : option.getValue().text();
      parts.add(option.getKey().text() + " = " + value);
    }
    return " WITH (" + String.join(", ", parts) + ")";
  }

  /** What {@code op.drop_index} sends. */
  static String drop(Value.Call call) {
    Arguments index = new Arguments(call);
    return "DROP INDEX "
        + (index.isTrue("postgresql_concurrently") ? "CONCURRENTLY " : "")
        + (index.isTrue("if_exists") ? "IF EXISTS " : "")
        + Names.table(index.textOrNull("schema", -1), index.text("index_name", 0));
  }
}
