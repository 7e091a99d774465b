package dev.concertina.django;

import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Python value as Django writes it into SQL for a field. What a function gives is a constant by
 * the time it reaches the database, so that any constant of the type stands for it.
 */
final class SqlLiteral {

  private static final Map<String, String> EMPTY = Map.of("dict", "{}", "list", "[]");

  private final Settings settings;

  SqlLiteral(Settings settings) {
    this.settings = settings;
  }

  /** The literal; {@code NULL} for None. */
  String of(Field field, Value value) {
    return switch (value) {
      case Value.Nothing nothing -> "NULL";
      case Value.Flag flag -> flag(field.kind(), flag.on());
      case Value.Number number -> number(field.kind(), number.digits());
      case Value.Text text -> text(field.kind(), text.text());
      case Value.Name name when EMPTY.containsKey(name.name()) ->
          collection(field, EMPTY.get(name.name()), List.of());
      case Value.Name name when name.name().equals("str") -> "''";
      case Value.Many many -> collection(field, json(many), many.items());
      case Value.Mapping mapping -> collection(field, json(mapping), List.of());
      case Value.Call call -> call(field, call);
      default -> some(field.kind());
    };
  }

  /** Any constant of the field's type. */
  String some(FieldKind kind) {
    return switch (kind) {
      case BOOLEAN, NULL_BOOLEAN -> "false";
      case DATE -> "'2000-01-01'::date";
      case DATE_TIME -> "'2000-01-01T00:00:00+00:00'::timestamptz";
      case TIME -> "'00:00:00'::time";
      case DURATION -> "'0 days 0.000000 seconds'::interval";
      case UUID -> "'00000000-0000-0000-0000-000000000000'::uuid";
      case JSON -> jsonText("{}");
      case ARRAY -> "'{}'";
      case FLOAT -> "0.0";
      case BINARY -> "'\\x'::bytea";
      case IP_ADDRESS, OLD_IP_ADDRESS -> "'0.0.0.0'::inet";
      case AUTO,
          BIG_AUTO,
          SMALL_AUTO,
          BIG_INTEGER,
          INTEGER,
          ORDER,
          SMALL_INTEGER,
          DECIMAL,
          POSITIVE_BIG_INTEGER,
          POSITIVE_INTEGER,
          POSITIVE_SMALL_INTEGER ->
          "0";
      default -> "''";
    };
  }

  private String flag(FieldKind kind, boolean on) {
    return switch (kind) {
      case JSON -> jsonText(String.valueOf(on));
      case CHAR, TEXT -> on ? "'True'" : "'False'";
      default -> isWhole(kind) || kind == FieldKind.DECIMAL ? on ? "1" : "0" : String.valueOf(on);
    };
  }

  private String number(FieldKind kind, String written) {
    String digits = written.replace("_", "");
    boolean whole = digits.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-');
    return switch (kind) {
      case FLOAT -> whole ? digits + ".0" : digits;
      case BOOLEAN, NULL_BOOLEAN -> digits.equals("0") ? "false" : "true";
      case JSON -> jsonText(digits);
      default -> kind.allowsEmptyText() && kind != FieldKind.UNKNOWN ? quote(digits) : digits;
    };
  }

  private String text(FieldKind kind, String text) {
    String quoted = quote(text);
    return switch (kind) {
      case DATE -> quoted + "::date";
      case DATE_TIME -> quoted + "::timestamptz";
      case TIME -> quoted + "::time";
      case UUID -> quoted + "::uuid";
      case IP_ADDRESS, OLD_IP_ADDRESS -> quoted + "::inet";
      case JSON -> jsonText(jsonString(text));
      case BOOLEAN, NULL_BOOLEAN ->
          List.of("t", "true", "1", "yes").contains(text.toLowerCase(Locale.ROOT))
              ? "true"
              : "false";
      default -> isNumber(kind) && isDigits(text) ? text : quoted;
    };
  }

  private String collection(Field field, String json, List<Value> items) {
    return switch (field.kind()) {
      case ARRAY -> array(field, items);
      case HSTORE -> json.equals("{}") ? "''::hstore" : some(FieldKind.HSTORE);
      case JSON -> jsonText(json);
      default -> quote(json);
    };
  }

  private String array(Field field, List<Value> items) {
    Value base = field.option("base_field");
    if (items.isEmpty() || base == null) {
      return "'{}'";
    }
    Field item = Field.of("item", base, settings);
    return items.stream()
        .map(value -> of(item, value))
        .collect(Collectors.joining(", ", "ARRAY[", "]"));
  }

  private String call(Field field, Value.Call call) {
    Value first = call.argument("value", 0);
    return switch (call.shortName()) {
      case "Decimal" -> {
        String said = first instanceof Value.Number number ? number.digits() : textOf(first);
        yield said == null ? some(field.kind()) : said;
      }
      case "Value" -> first == null ? some(field.kind()) : of(field, first);
      case "date", "datetime", "time", "timedelta" -> {
        String time = PythonTime.literal(field.kind(), call);
        yield time == null ? some(field.kind()) : time;
      }
      case "UUID" ->
          textOf(first) == null ? some(field.kind()) : text(FieldKind.UUID, textOf(first));
      default -> some(field.kind());
    };
  }

  private static String textOf(Value value) {
    return value == null ? null : value.text();
  }

  private static boolean isNumber(FieldKind kind) {
    return isWhole(kind) || kind == FieldKind.FLOAT || kind == FieldKind.DECIMAL;
  }

  private static boolean isWhole(FieldKind kind) {
    return kind.type() != null && kind.type().endsWith("int") || "integer".equals(kind.type());
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> "-.0123456789".indexOf(c) >= 0);
  }

  /** Since 5.1 the text says that it is JSON. */
  private String jsonText(String json) {
    return quote(json) + (settings.since(5, 1) ? "::jsonb" : "");
  }

  private static String json(Value value) {
    return switch (value) {
      case Value.Text text -> jsonString(text.text());
      case Value.Number number -> number.digits();
      case Value.Flag flag -> String.valueOf(flag.on());
      case Value.Many many ->
          many.items().stream().map(SqlLiteral::json).collect(Collectors.joining(", ", "[", "]"));
      case Value.Mapping mapping ->
          mapping.entries().stream()
              .map(entry -> json(entry.getKey()) + ": " + json(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> "null";
    };
  }

  private static String jsonString(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  /** A text in quotes. */
  static String quote(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
