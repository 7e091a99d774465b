package dev.concertina.phinx;

import dev.concertina.schema.Operation;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names and literals as Phinx writes them. */
final class Sql {

  /** A constant that only a run knows. */
  private static final String UNKNOWN = "?";

  private Sql() {}

  /** {@code "a"."b"}. */
  static String quote(String name) {
    return Arrays.stream(name.split("\\."))
        .map(part -> "\"" + part.replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining("."));
  }

  static String columns(List<String> columns) {
    return columns.stream()
        .map(column -> "\"" + column + "\"")
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The name of a table without its schema. */
  static String bare(String table) {
    return table.substring(table.lastIndexOf('.') + 1);
  }

  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** What a value is in SQL; what only a run knows is a value that is computed. */
  static String literal(Value value) {
    return switch (value) {
      case Value.Text text -> text(text.text());
      case Value.Number number -> number.digits();
      case Value.Flag flag -> flag.on() ? "TRUE" : "FALSE";
      case Value.Nothing nothing -> "NULL";
      case Value.Call call when call.name().endsWith("Literal::from") && first(call) != null ->
          first(call);
      default -> Operation.RunCode.COMPUTED;
    };
  }

  private static String first(Value.Call call) {
    return call.arguments().isEmpty() ? null : call.arguments().get(0).text();
  }

  /** A default, which is of the type of its column. */
  static String defaulting(Value value, String type) {
    if (value instanceof Value.Text text
        && text.text().toUpperCase(Locale.ROOT).startsWith("CURRENT_TIMESTAMP")) {
      return text.text();
    }
    boolean flag = type.equals("boolean") && !(value instanceof Value.Flag);
    return switch (value) {
      case Value.Number number when flag -> number.digits().equals("0") ? "FALSE" : "TRUE";
      // What the program knows when it runs is one value for all rows.
      case Value.Name name -> text(UNKNOWN);
      case Value.Unknown unknown when !unknown.source().startsWith("new ") -> text(UNKNOWN);
      case Value.Call call when !call.name().endsWith("Literal::from") -> text(UNKNOWN);
      default -> literal(value);
    };
  }

  /** The text that something is given as. */
  static String needed(Value value, String what) {
    if (value == null || value.text() == null) {
      throw new UnreadException(what + " is built at run time");
    }
    return value.text();
  }

  /** The texts of a list, or the one text. */
  static List<String> texts(Value value, String what) {
    List<Value> all =
        value == null || value.text() != null || value.items().isEmpty()
            ? Arrays.asList(value)
            : value.items();
    return all.stream().map(one -> needed(one, what)).toList();
  }
}
