package dev.concertina.rails;

import dev.concertina.syntax.Inflector;
import dev.concertina.syntax.Value;
import java.util.List;

/**
 * What {@code references :user} stands for: a column or two, an index and a foreign key.
 *
 * @param name what it refers to: {@code user}
 * @param given its options
 */
record Reference(RailsVersion version, String name, Arguments given) {

  /** A column that it adds. */
  record Column(String name, String type, Arguments options) {}

  List<Column> columns() {
    Arguments own = given.without("polymorphic", "index", "foreign_key", "type");
    // A type that the generators' settings give is the usual one.
    Value asked = given.option("type");
    String type = asked == null ? null : asked.text();
    String usual = version.since(5, 1) ? "bigint" : "integer";
    Column key = new Column(name + "_id", type == null ? usual : type, own);
    if (!given.on("polymorphic")) {
      return List.of(key);
    }
    Arguments options = given.inside("polymorphic");
    if (given.has("null")) {
      options = options.with("null", given.option("null"));
    }
    return List.of(new Column(name + "_type", "string", options), key);
  }

  List<Value> columnNames() {
    return columns().stream().map(column -> text(column.name)).toList();
  }

  private Value text(String text) {
    return new Value.Text(text, -1, given.span());
  }

  boolean hasIndex() {
    return given.has("index") ? given.on("index") : version.since(5, 0);
  }

  /** The options of its index; one of two columns is named after the reference from 6.1 on. */
  Arguments index(String table) {
    Arguments options = given.inside("index");
    boolean named = given.on("polymorphic") && version.since(6, 1) && !options.has("name");
    return named ? options.with("name", text("index_" + table + "_on_" + name)) : options;
  }

  boolean hasForeignKey() {
    return given.on("foreign_key");
  }

  String referencedTable() {
    String table = given.inside("foreign_key").text("to_table");
    return table == null ? Inflector.plural(name) : table;
  }

  Arguments foreignKey() {
    return given.inside("foreign_key").without("to_table").with("column", text(name + "_id"));
  }
}
