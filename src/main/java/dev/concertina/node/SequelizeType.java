package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Map;

/** What a data type of Sequelize is in PostgreSQL. */
final class SequelizeType {

  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("TEXT", "TEXT"),
          Map.entry("CITEXT", "CITEXT"),
          Map.entry("INTEGER", "INTEGER"),
          Map.entry("BIGINT", "BIGINT"),
          Map.entry("SMALLINT", "SMALLINT"),
          Map.entry("TINYINT", "TINYINT"),
          Map.entry("MEDIUMINT", "MEDIUMINT"),
          Map.entry("NUMBER", "NUMBER"),
          Map.entry("REAL", "REAL"),
          Map.entry("FLOAT", "FLOAT"),
          Map.entry("DOUBLE", "DOUBLE PRECISION"),
          Map.entry("BOOLEAN", "BOOLEAN"),
          Map.entry("DATEONLY", "DATE"),
          Map.entry("TIME", "TIME"),
          Map.entry("UUID", "UUID"),
          Map.entry("UUIDV4", "UUIDV4"),
          Map.entry("JSON", "JSON"),
          Map.entry("JSONB", "JSONB"),
          Map.entry("BLOB", "BYTEA"),
          Map.entry("INET", "INET"),
          Map.entry("CIDR", "CIDR"),
          Map.entry("MACADDR", "MACADDR"),
          Map.entry("HSTORE", "HSTORE"),
          Map.entry("TSVECTOR", "TSVECTOR"),
          Map.entry("GEOMETRY", "GEOMETRY"),
          Map.entry("GEOGRAPHY", "GEOGRAPHY"));

  private static final Map<String, String> RANGES =
      Map.of(
          "INTEGER", "int4range",
          "BIGINT", "int8range",
          "DECIMAL", "numrange",
          "DATE", "tstzrange",
          "DATEONLY", "daterange");

  private SequelizeType() {}

  /** The values of an enum, also in an array; null where it is none. */
  static List<String> values(Value type, Value attribute) {
    if (name(type).equals("ARRAY") && !arguments(type).isEmpty()) {
      return values(arguments(type).get(0), attribute);
    } else if (!name(type).equals("ENUM")) {
      return null;
    }
    Value apart = Values.entry(attribute, "values");
    if (Values.isSet(apart)) {
      return Values.needAll(apart, "the values of the enum");
    }
    List<Value> given = arguments(type);
    Value first = given.size() == 1 ? given.get(0) : null;
    if (first instanceof Value.Mapping options) {
      return Values.needAll(Values.entry(options, "values"), "the values of the enum");
    }
    return Values.needAll(
        first instanceof Value.Many ? first : new Value.Many(given, type.span()),
        "the values of the enum");
  }

  static boolean isArray(Value type) {
    return name(type).equals("ARRAY");
  }

  private static List<Value> arguments(Value type) {
    return type instanceof Value.Call call ? call.arguments() : List.of();
  }

  /** The last word that is a type: {@code Sequelize.INTEGER.UNSIGNED} is an integer. */
  private static String name(Value type) {
    String name =
        switch (type) {
          case Value.Name bare -> bare.name();
          case Value.Call call ->
              call.receiver() == null ? call.name() : name(call.receiver()) + "." + call.name();
          default -> "";
        };
    String last = "";
    for (String part : name.split("\\.")) {
      boolean modifier =
          part.equals("UNSIGNED") || part.equals("ZEROFILL") || part.equals("BINARY");
      last = modifier ? last : part;
    }
    return last;
  }

  private static List<Value> given(Value type) {
    return type instanceof Value.Call call && call.receiver() != null && call.arguments().isEmpty()
        ? given(call.receiver())
        : arguments(type);
  }

  static String sql(Value type) {
    if (type.text() != null) {
      return type.text();
    }
    String name = name(type);
    List<Value> given = given(type);
    String first = given.isEmpty() ? null : Values.string(given.get(0));
    return switch (name) {
      case "STRING" -> "VARCHAR(" + length(given, "255") + ")";
      case "CHAR" -> "CHAR(" + length(given, "255") + ")";
      case "DECIMAL" -> first == null ? "DECIMAL" : "DECIMAL(" + pair(given) + ")";
      case "DATE" -> "TIMESTAMP WITH TIME ZONE";
      case "ARRAY" -> sql(given.isEmpty() ? type : given.get(0)) + "[]";
      case "RANGE" ->
          given.isEmpty() ? "int4range" : RANGES.getOrDefault(name(given.get(0)), "int4range");
      case "GEOMETRY", "GEOGRAPHY" -> first == null ? name : name + "(" + pair(given) + ")";
      default -> {
        String plain = PLAIN.get(name);
        if (plain == null) {
          throw new NotSaidException("the column's type");
        }
        yield plain;
      }
    };
  }

  private static String length(List<Value> given, String otherwise) {
    Value first = given.isEmpty() ? null : given.get(0);
    if (first instanceof Value.Mapping options) {
      first = Values.entry(options, "length");
    }
    String digits = first == null ? null : Values.string(first);
    return digits == null ? otherwise : digits;
  }

  private static String pair(List<Value> given) {
    return String.join(",", given.stream().map(value -> Values.need(value, "a size")).toList());
  }
}
