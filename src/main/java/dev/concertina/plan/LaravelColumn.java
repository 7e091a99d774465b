package dev.concertina.plan;

import dev.concertina.schema.Column;
import dev.concertina.schema.DataType;
import dev.concertina.schema.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A column's type, default and NOT NULL in the words of a blueprint. */
final class LaravelColumn {

  /** Types without numbers. */
  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("text", "text"),
          Map.entry("integer", "integer"),
          Map.entry("bigint", "bigInteger"),
          Map.entry("smallint", "smallInteger"),
          Map.entry("boolean", "boolean"),
          Map.entry("date", "date"),
          Map.entry("bytea", "binary"),
          Map.entry("uuid", "uuid"),
          Map.entry("json", "json"),
          Map.entry("jsonb", "jsonb"),
          Map.entry("inet", "ipAddress"),
          Map.entry("macaddr", "macAddress"));

  /** Types that are told their numbers: what Laravel takes without one differs by its version. */
  private static final Map<String, String> WITH_NUMBERS =
      Map.of(
          "varchar", "string",
          "char", "char",
          "numeric", "decimal",
          "timestamp", "timestamp",
          "timestamptz", "timestampTz",
          "time", "time",
          "timetz", "timeTz");

  private LaravelColumn() {}

  /** The call that adds a column; none where Laravel has no words for it. */
  static Optional<String> of(Column column) {
    boolean plain = column.collation() == null && column.generated() == Column.Generated.NO;
    return plain
        ? type(column.name(), column.type()).map(type -> type + modifiers(column))
        : Optional.empty();
  }

  private static Optional<String> type(String column, DataType type) {
    List<Integer> numbers = type.modifiers();
    String word = (numbers.isEmpty() ? PLAIN : WITH_NUMBERS).get(type.name());
    boolean whole = !type.name().equals("numeric") || numbers.size() == 2;
    return word == null || type.dimensions() > 0 || !whole
        ? Optional.empty()
        : Optional.of(
            Stream.concat(Stream.of(PhpText.quoted(column)), numbers.stream().map(String::valueOf))
                .collect(Collectors.joining(", ", word + "(", ")")));
  }

  private static String modifiers(Column column) {
    return (column.notNull() ? "" : "->nullable()")
        + (column.defaultValue() == null ? "" : defaulting(column.defaultValue()));
  }

  /** A number or a truth; whatever is more stays SQL. */
  private static String defaulting(Expression value) {
    String text = value.text();
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean number = digits && !text.isEmpty() && (text.length() == 1 || text.charAt(0) != '0');
    boolean flag = text.equals("true") || text.equals("false");
    return "->default(" + (number || flag ? text : "DB::raw(" + PhpText.quoted(text) + ")") + ")";
  }
}
