package dev.concertina.plan;

import dev.concertina.schema.Column;
import dev.concertina.schema.DataType;
import dev.concertina.schema.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A column's type, default and NOT NULL in the words of Rails. */
final class RailsColumn {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("text", "text"),
          Map.entry("varchar", "string"),
          Map.entry("integer", "integer"),
          Map.entry("bigint", "bigint"),
          Map.entry("boolean", "boolean"),
          Map.entry("date", "date"),
          Map.entry("numeric", "decimal"),
          Map.entry("bytea", "binary"),
          Map.entry("uuid", "uuid"),
          Map.entry("json", "json"),
          Map.entry("jsonb", "jsonb"),
          Map.entry("inet", "inet"),
          Map.entry("cidr", "cidr"),
          Map.entry("macaddr", "macaddr"),
          Map.entry("hstore", "hstore"),
          Map.entry("citext", "citext"),
          Map.entry("tsvector", "tsvector"),
          Map.entry("xml", "xml"),
          Map.entry("daterange", "daterange"),
          Map.entry("int4range", "int4range"),
          Map.entry("int8range", "int8range"),
          Map.entry("tsrange", "tsrange"),
          Map.entry("tstzrange", "tstzrange"));

  private RailsColumn() {}

  /** The type, and the options that belong to it. */
  record Type(String word, List<String> options) {}

  /** A type; one that Rails has no word for is written out, as it takes that as it is. */
  static Type type(DataType type) {
    List<String> options = new ArrayList<>();
    List<Integer> numbers = type.modifiers();
    String word = type.dimensions() > 1 ? null : TYPES.get(type.name());
    boolean date = type.name().equals("timestamp") && type.dimensions() < 2;
    if (date) {
      word = "datetime";
      options.add("precision: " + (numbers.isEmpty() ? "nil" : numbers.get(0)));
    } else if (word == null) {
      return new Type(RailsText.string(type.toString()), List.of());
    } else if (word.equals("decimal") && !numbers.isEmpty()) {
      options.add("precision: " + numbers.get(0));
      if (numbers.size() > 1) {
        options.add("scale: " + numbers.get(1));
      }
    } else if (!numbers.isEmpty() && word.equals("string")) {
      options.add("limit: " + numbers.get(0));
    } else if (!numbers.isEmpty()) {
      return new Type(RailsText.string(type.toString()), List.of());
    }
    if (type.dimensions() == 1) {
      options.add("array: true");
    }
    return new Type(RailsText.symbol(word), options);
  }

  /** All options of a column: those of its type, its default and its NOT NULL. */
  static List<String> options(Column column, Type type) {
    List<String> options = new ArrayList<>(type.options);
    if (column.defaultValue() != null) {
      options.add("default: " + value(column.defaultValue()));
    }
    if (column.notNull()) {
      options.add("null: false");
    }
    return options;
  }

  /** A default; whatever is more than a plain number or truth stays SQL. */
  static String value(Expression value) {
    String text = value.text();
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean flag = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    boolean plain = digits && (text.length() == 1 || text.charAt(0) != '0');
    return plain || flag ? text.toLowerCase(Locale.ROOT) : sql(text);
  }

  private static String sql(String text) {
    return "-> { " + RailsText.string(text) + " }";
  }
}
