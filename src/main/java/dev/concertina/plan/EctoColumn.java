package dev.concertina.plan;

import dev.concertina.schema.Column;
import dev.concertina.schema.DataType;
import dev.concertina.schema.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A column's type, default and NOT NULL in the words of Ecto. */
final class EctoColumn {

  private static final Map<String, String> TYPES =
      Map.of(
          "text", ":text",
          "integer", ":integer",
          "bigint", ":bigint",
          "boolean", ":boolean",
          "date", ":date",
          "bytea", ":binary",
          "uuid", ":uuid",
          "jsonb", ":map");

  private EctoColumn() {}

  /** The type, and the options that belong to it. */
  record Type(String word, List<String> options) {}

  /** A type; one that Ecto has no word for is written out, as it takes that as it is. */
  static Type type(DataType type) {
    List<Integer> numbers = type.modifiers();
    if (type.dimensions() == 1) {
      Type item = type(new DataType(type.name(), numbers, 0));
      return new Type("{:array, " + item.word() + "}", item.options());
    }
    if (type.dimensions() == 0 && numbers.isEmpty() && TYPES.containsKey(type.name())) {
      return new Type(TYPES.get(type.name()), List.of());
    }
    Type written = new Type(EctoText.atom(type.toString()), List.of());
    if (type.dimensions() > 1 || numbers.isEmpty() && !type.name().equals("timestamp")) {
      return written;
    }
    return switch (type.name()) {
      case "varchar" -> new Type(":string", List.of("size: " + numbers.get(0)));
      case "numeric" -> numeric(numbers);
      case "timestamp" -> timestamp(numbers);
      default -> written;
    };
  }

  private static Type timestamp(List<Integer> numbers) {
    boolean whole = numbers.equals(List.of(0));
    return new Type(
        whole ? ":utc_datetime" : ":utc_datetime_usec",
        whole ? List.of() : numbers.stream().map(digits -> "precision: " + digits).toList());
  }

  private static Type numeric(List<Integer> numbers) {
    List<String> options = new ArrayList<>(List.of("precision: " + numbers.get(0)));
    if (numbers.size() > 1) {
      options.add("scale: " + numbers.get(1));
    }
    return new Type(":decimal", options);
  }

  /** How a column is added: {@code add :name, :string, size: 40}. */
  static String add(Column column) {
    Type type = type(column.type());
    List<String> parts = new ArrayList<>(List.of(EctoText.atom(column.name()), type.word()));
    parts.addAll(type.options());
    if (column.defaultValue() != null) {
      parts.add("default: " + value(column.defaultValue()));
    }
    if (column.notNull()) {
      parts.add("null: false");
    }
    return "add " + String.join(", ", parts);
  }

  /** A default; whatever is more than a plain number, truth or text stays SQL. */
  private static String value(Expression value) {
    String text = value.text();
    if (text.matches("-?(0|[1-9][0-9]*)") || text.equals("true") || text.equals("false")) {
      return text;
    }
    boolean plain = text.matches("'[^']*'");
    return plain
        ? EctoText.string(text.substring(1, text.length() - 1))
        : "fragment(" + EctoText.string(text) + ")";
  }
}
