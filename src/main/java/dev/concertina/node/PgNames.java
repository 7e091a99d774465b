package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Map;

/** Names, types and values as node-pg-migrate writes them. */
final class PgNames {

  private static final String LITERAL = "PgLiteral";

  private static final Map<String, String> TYPES =
      Map.of(
          "int", "integer",
          "string", "text",
          "float", "real",
          "double", "double precision",
          "datetime", "timestamp",
          "bool", "boolean");

  private PgNames() {}

  /** SQL that is to be left as it is. */
  static Value literal(Value sql, Span span) {
    return new Value.Call(LITERAL, null, List.of(sql), Map.of(), true, span);
  }

  private static boolean isLiteral(Value value) {
    return value instanceof Value.Call call
        && (call.shortName().equals(LITERAL) || call.name().endsWith("PgLiteral.create"));
  }

  static String type(String name) {
    return TYPES.getOrDefault(name, name);
  }

  /** A name, or an object of a name and its schema. */
  static String path(Value value) {
    if (isLiteral(value)) {
      return value(value);
    }
    if (!(value instanceof Value.Mapping)) {
      return Quoting.name(Values.need(value, "a name"));
    }
    String schema = Values.text(value, "schema");
    String name = Values.need(Values.entry(value, "name"), "a name");
    return schema == null ? Quoting.name(name) : Quoting.name(schema) + "." + Quoting.name(name);
  }

  /** The name alone. */
  static String bare(Value value) {
    return Values.need(
        value instanceof Value.Mapping ? Values.entry(value, "name") : value, "a name");
  }

  static String schema(Value value) {
    return Values.text(value, "schema");
  }

  static String value(Value value) {
    return switch (value) {
      case Value.Text text -> dollars(text.text());
      case Value.Number number -> number.digits();
      case Value.Flag flag -> String.valueOf(flag.on());
      case Value.Nothing nothing -> "NULL";
      case Value.Call call when isLiteral(call) && !call.arguments().isEmpty() ->
          Values.need(call.arguments().get(0), "a piece of SQL");
      case Value.Many many ->
          "ARRAY["
              + String.join(",", many.items().stream().map(PgNames::value).toList())
                  .replace("ARRAY", "")
              + "]";
      default -> throw new NotSaidException("a value");
    };
  }

  private static String dollars(String text) {
    for (char c = 'a'; c <= 'z'; c++) {
      String quote = "$pg" + c + "$";
      if (!text.contains(quote)) {
        return quote + text + quote;
      }
    }
    throw new NotSaidException("a value");
  }

  static List<Map.Entry<Value, Value>> entries(Value value, String what) {
    boolean known =
        value instanceof Value.Mapping mapping
            && mapping.entries().stream().allMatch(entry -> entry.getKey().text() != null);
    if (!known) {
      throw new NotSaidException(what);
    }
    return ((Value.Mapping) value).entries();
  }

  /** Whether an option is switched on. */
  static boolean isOn(Value options, String key) {
    return Values.isOn(Values.entry(options, key));
  }

  /** The text of an option, or null where it is not there. */
  static String text(Value options, String key) {
    Value value = Values.entry(options, key);
    return Values.isSet(value) ? Values.need(value, "`" + key + "`") : null;
  }
}
