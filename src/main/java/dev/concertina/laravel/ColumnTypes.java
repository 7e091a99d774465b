package dev.concertina.laravel;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns that a call of a blueprint adds, with the types that PostgreSQL gets for them. */
final class ColumnTypes {

  private final String table;
  private final Value.Call call;
  private final List<Value.Call> modifiers;

  private ColumnTypes(String table, Value.Call call, List<Value.Call> modifiers) {
    this.table = table;
    this.call = call;
    this.modifiers = modifiers;
  }

  /** None where the call adds no column. */
  static List<Column> columns(String table, Value.Call call, List<Value.Call> modifiers) {
    return new ColumnTypes(table, call, modifiers).columns();
  }

  private List<Column> columns() {
    String first = text("column", 0);
    return switch (call.name()) {
      case "timestamps", "nullableTimestamps" ->
          pair("timestamp" + precision(0) + " without time zone");
      case "timestampsTz" -> pair("timestamp" + precision(0) + " with time zone");
      case "softDeletes" ->
          one(orElse(first, "deleted_at"), "timestamp" + precision(1) + " without time zone", true);
      case "softDeletesTz" ->
          one(orElse(first, "deleted_at"), "timestamp" + precision(1) + " with time zone", true);
      case "rememberToken" -> one("remember_token", "varchar(100)", true);
      case "morphs", "numericMorphs" -> morphs("bigint", false);
      case "nullableMorphs", "nullableNumericMorphs" -> morphs("bigint", true);
      case "uuidMorphs" -> morphs("uuid", false);
      case "nullableUuidMorphs" -> morphs("uuid", true);
      case "ulidMorphs" -> morphs("char(26)", false);
      case "nullableUlidMorphs" -> morphs("char(26)", true);
      case "id" -> key(orElse(first, "id"), "bigserial");
      case "increments", "integerIncrements", "mediumIncrements" -> key(first, "serial");
      case "bigIncrements" -> key(first, "bigserial");
      case "smallIncrements", "tinyIncrements" -> key(first, "smallserial");
      case "enum" -> choice(first);
      case "foreignIdFor" -> foreignIdFor();
      case "addColumn" -> {
        Value name = call.argument("name", 1);
        String type = first == null ? null : type(first, 2);
        yield name == null || type == null ? List.of() : one(name.text(), type, false);
      }
      default -> {
        String type = type(call.name(), 1);
        String name =
            first == null && call.name().equals("uuid")
                ? "uuid"
                : first == null && call.name().equals("ulid") ? "ulid" : first;
        yield type == null || name == null ? List.of() : one(name, serial(type), false);
      }
    };
  }

  private static String orElse(String given, String otherwise) {
    return given == null ? otherwise : given;
  }

  private String text(String keyword, int position) {
    Value value = call.argument(keyword, position);
    return value == null ? null : value.text();
  }

  private List<Column> one(String name, String type, boolean nullable) {
    List<Value.Call> all = new ArrayList<>(modifiers);
    if (nullable) {
      all.add(new Value.Call("nullable", null, List.of(), Map.of(), true, call.span()));
    }
    return List.of(new Column(name, type, type.endsWith("serial"), null, all, call.span()));
  }

  private List<Column> key(String name, String type) {
    return name == null ? List.of() : one(name, type, false);
  }

  private List<Column> pair(String type) {
    List<Column> both = new ArrayList<>(one("created_at", type, true));
    both.addAll(one("updated_at", type, true));
    return both;
  }

  private List<Column> morphs(String type, boolean nullable) {
    String name = text("name", 0);
    if (name == null) {
      return List.of();
    }
    List<Column> both = new ArrayList<>(one(name + "_type", "varchar(255)", nullable));
    both.addAll(one(name + "_id", type, nullable));
    return both;
  }

  private List<Column> choice(String name) {
    Value allowed = call.argument("allowed", 1);
    if (name == null || allowed == null || allowed.items().isEmpty()) {
      return List.of();
    }
    String values =
        allowed.items().stream()
            .map(Names::literal)
            .filter(literal -> literal != null)
            .collect(Collectors.joining(", "));
    String check = "check (" + Names.quote(name) + " in (" + values + "))";
    return List.of(new Column(name, "varchar(255)", false, check, modifiers, call.span()));
  }

  private List<Column> foreignIdFor() {
    Value model = call.argument("model", 0);
    String column = text("column", 1);
    if (column == null && model instanceof Value.Name name && name.name().endsWith("::class")) {
      String path = name.name().substring(0, name.name().length() - "::class".length());
      column = snake(path.substring(path.lastIndexOf('\\') + 1)) + "_id";
    }
    return column == null ? List.of() : one(column, "bigint", false);
  }

  private static String snake(String name) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      boolean word = i > 0 && Character.isUpperCase(name.charAt(i));
      snake.append(word ? "_" : "").append(name.charAt(i));
    }
    return snake.toString().toLowerCase(Locale.ROOT);
  }

  /** An integer that counts by itself. */
  private String serial(String type) {
    Value counts = call.argument("autoIncrement", 1);
    boolean chained = modifiers.stream().anyMatch(m -> m.name().equals("autoIncrement"));
    if (!chained && (counts == null || !counts.isTrue())) {
      return type;
    }
    return switch (type) {
      case "bigint" -> "bigserial";
      case "integer" -> "serial";
      case "smallint" -> "smallserial";
      default -> type;
    };
  }

  private String number(String keyword, int position, String otherwise) {
    return call.argument(keyword, position) instanceof Value.Number number
        ? number.digits()
        : otherwise;
  }

  private String precision(int position) {
    return "(" + number("precision", position, "0") + ")";
  }

  /**
   * @param at where the arguments of the type begin
   */
  private String type(String name, int at) {
    return switch (name) {
      case "string" -> "varchar(" + number("length", at, "255") + ")";
      case "char" -> "char(" + number("length", at, "255") + ")";
      case "tinyText" -> "varchar(255)";
      case "text", "mediumText", "longText" -> "text";
      case "integer", "mediumInteger", "unsignedInteger", "unsignedMediumInteger", "year" ->
          "integer";
      case "bigInteger", "unsignedBigInteger", "foreignId" -> "bigint";
      case "smallInteger", "tinyInteger", "unsignedSmallInteger", "unsignedTinyInteger" ->
          "smallint";
      case "float", "double" -> "double precision";
      case "decimal", "unsignedDecimal" ->
          "decimal(" + number("total", at, "8") + ", " + number("places", at + 1, "2") + ")";
      case "boolean" -> "boolean";
      case "json" -> "json";
      case "jsonb" -> "jsonb";
      case "date" -> "date";
      case "dateTime", "timestamp" -> "timestamp" + precision(at) + " without time zone";
      case "dateTimeTz", "timestampTz" -> "timestamp" + precision(at) + " with time zone";
      case "time" -> "time" + precision(at) + " without time zone";
      case "timeTz" -> "time" + precision(at) + " with time zone";
      case "binary" -> "bytea";
      case "uuid", "foreignUuid" -> "uuid";
      case "ulid", "foreignUlid" -> "char(26)";
      case "ipAddress" -> "inet";
      case "macAddress" -> "macaddr";
      case "vector" -> "vector(" + number("dimensions", at, "1") + ")";
      case "geometry", "geography" -> name;
      default -> null;
    };
  }
}
