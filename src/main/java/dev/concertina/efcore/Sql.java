package dev.concertina.efcore;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Names and literals as Npgsql writes them; names are quoted always, which means the same. */
final class Sql {

  private Sql() {}

  static String quote(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** {@code "schema"."name"}. */
  static String quote(String schema, String name) {
    return schema == null ? quote(name) : quote(schema) + "." + quote(name);
  }

  static String columns(List<String> columns) {
    return columns.stream().map(Sql::quote).collect(Collectors.joining(", ", "(", ")"));
  }

  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /**
   * A literal, or null for a value that is not written out.
   *
   * @param type the column's, or null where it is not known
   */
  static String literal(Value value, String type) {
    return switch (value) {
      case Value.Text text -> text(text.text());
      case Value.Number number -> number.digits();
      case Value.Flag flag -> flag.on() ? "TRUE" : "FALSE";
      case Value.Nothing nothing -> "NULL";
      case Value.Many many -> array(many.items(), type);
      case Value.Call call -> created(call, type);
      default -> null;
    };
  }

  private static String created(Value.Call call, String type) {
    boolean list = call.name().startsWith("new List<") || call.name().startsWith("Array.Empty<");
    return switch (call.name()) {
      case "new Guid", "Guid.Parse" ->
          call.arguments().isEmpty() || call.arguments().get(0).text() == null
              ? null
              : text(call.arguments().get(0).text());
      case "new DateTime", "new DateOnly", "new System.DateTime" -> moment(call.arguments(), type);
      default -> list && call.arguments().isEmpty() ? array(List.of(), type) : null;
    };
  }

  private static String array(List<Value> items, String type) {
    List<String> literals = new ArrayList<>();
    for (Value item : items) {
      literals.add(literal(item, null));
    }
    if (literals.contains(null)) {
      return null;
    }
    if ("bytea".equals(type)) {
      return literals.isEmpty() ? "BYTEA E'\\\\x'" : null;
    }
    String cast = literals.isEmpty() && type != null ? "::" + type : "";
    return "ARRAY[" + String.join(", ", literals) + "]" + cast;
  }

  /** The first moment that C# knows stands for minus infinity. */
  private static String moment(List<Value> parts, String type) {
    int[] numbers = {1, 1, 1, 0, 0, 0};
    for (int i = 0; i < parts.size() && i < numbers.length; i++) {
      if (!(parts.get(i) instanceof Value.Number number) || number.digits().length() > 4) {
        return null;
      }
      numbers[i] = (int) Double.parseDouble(number.digits());
    }
    String day = "%04d-%02d-%02d".formatted(numbers[0], numbers[1], numbers[2]);
    if ("date".equals(type)) {
      return "DATE '" + day + "'";
    }
    boolean zoned = type == null || type.contains("with time zone");
    boolean first = day.equals("0001-01-01");
    String time = "T%02d:%02d:%02d".formatted(numbers[3], numbers[4], numbers[5]);
    String written = first ? "-infinity" : day + time + (zoned ? "Z" : "");
    return (zoned ? "TIMESTAMPTZ '" : "TIMESTAMP '") + written + "'";
  }
}
