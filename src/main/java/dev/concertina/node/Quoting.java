package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Names and values as SQL has them. */
final class Quoting {

  /** What stands in SQL for a value that the program computes. */
  static final String COMPUTED = dev.concertina.schema.Operation.RunCode.COMPUTED;

  private Quoting() {}

  /** One name. */
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A name that may have its schema before it. */
  static String path(String path) {
    return List.of(path.split("\\.")).stream().map(Quoting::name).collect(Collectors.joining("."));
  }

  static String names(List<String> names) {
    return names.stream().map(Quoting::name).collect(Collectors.joining(", "));
  }

  static String literal(String text) {
    String quoted = "'" + text.replace("'", "''").replace("\\", "\\\\") + "'";
    return text.contains("\\") ? "E" + quoted : quoted;
  }

  /** A value in a row. */
  static String value(Value value) {
    return switch (value) {
      case Value.Text text -> literal(text.text());
      case Value.Number number -> number.digits();
      case Value.Flag flag -> String.valueOf(flag.on());
      case Value.Nothing nothing -> "NULL";
      case Value.Mapping mapping -> json(mapping);
      default -> COMPUTED;
    };
  }

  private static String json(Value value) {
    String json = Values.json(value);
    return json == null ? COMPUTED : literal(json);
  }
}
