package dev.concertina.laravel;

import dev.concertina.syntax.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Names as Laravel writes them, and those that it makes. */
final class Names {

  private Names() {}

  /** {@code "a"."b"}. */
  static String quote(String name) {
    return Arrays.stream(name.split("\\."))
        .map(part -> "\"" + part.replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining("."));
  }

  /** One that is not written out is a name that nobody has. */
  static String of(Value value) {
    return quote(value == null || value.text() == null ? "?" : value.text());
  }

  /** The texts of a list, or the one text. */
  static List<String> list(Value value) {
    if (value == null) {
      return List.of();
    }
    return value.text() != null
        ? List.of(value.text())
        : value.items().stream().map(Value::text).filter(Objects::nonNull).toList();
  }

  static String columns(List<String> columns) {
    return columns.stream().map(Names::quote).collect(Collectors.joining(", ", "(", ")"));
  }

  /** What an index or key is called that the migration gives no name. */
  static String made(String table, List<String> columns, String kind) {
    String name = table + "_" + String.join("_", columns) + "_" + kind;
    return name.toLowerCase(Locale.ROOT).replace('-', '_').replace('.', '_');
  }

  /** A literal as Laravel writes a default. */
  static String literal(Value value) {
    return switch (value) {
      case Value.Text text -> text(text.text());
      case Value.Number number -> text(number.digits());
      case Value.Flag flag -> flag.on() ? "'1'" : "'0'";
      case Value.Nothing nothing -> "NULL";
      case Value.Call raw when raw.name().endsWith("raw") && !raw.arguments().isEmpty() ->
          raw.arguments().get(0).text();
      case null, default -> null;
    };
  }

  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
