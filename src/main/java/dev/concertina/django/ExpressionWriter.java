package dev.concertina.django;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes query expressions ({@code F}, {@code Lower}, {@code Cast} …) as SQL over a model's own
 * columns. What it does not know becomes the call of a function that no database has, over the
 * columns that are named, so that nothing is taken for known.
 */
final class ExpressionWriter {

  private static final int DEEPEST = 60;
  private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "%");

  /** Django's functions that are a plain call, by their names in SQL. */
  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("Lower", "LOWER"),
          Map.entry("Upper", "UPPER"),
          Map.entry("Length", "LENGTH"),
          Map.entry("Trim", "BTRIM"),
          Map.entry("LTrim", "LTRIM"),
          Map.entry("RTrim", "RTRIM"),
          Map.entry("Coalesce", "COALESCE"),
          Map.entry("Greatest", "GREATEST"),
          Map.entry("Least", "LEAST"),
          Map.entry("NullIf", "NULLIF"),
          Map.entry("Abs", "ABS"),
          Map.entry("Ceil", "CEILING"),
          Map.entry("Floor", "FLOOR"),
          Map.entry("Round", "ROUND"),
          Map.entry("Reverse", "REVERSE"),
          Map.entry("MD5", "MD5"),
          Map.entry("Now", "STATEMENT_TIMESTAMP"),
          Map.entry("TransactionNow", "CURRENT_TIMESTAMP"),
          Map.entry("RandomUUID", "GEN_RANDOM_UUID"));

  private final TableMapping mapping;
  private final Model model;
  private final SqlLiteral literals;

  ExpressionWriter(TableMapping mapping, Model model) {
    this.mapping = mapping;
    this.model = model;
    literals = new SqlLiteral(mapping.state().settings());
  }

  String literal(Field field, Value value) {
    return literals.of(field, value);
  }

  /** The SQL of an expression; a text in it is the name of a field. */
  String expression(Value value) {
    return expression(value, 0);
  }

  /** What {@code db_default} says, in parentheses unless it is a plain value. */
  String databaseDefault(Field field, Value value) {
    boolean literal =
        !(value instanceof Value.Call call)
            || List.of("Value", "Decimal", "UUID").contains(call.shortName());
    return literal ? literal(field, value) : "(" + expression(value) + ")";
  }

  /** One entry of an index: what is no plain column stands in parentheses. */
  String indexKey(Value value) {
    if (value instanceof Value.Call call) {
      Value inner = call.receiver();
      switch (call.shortName()) {
        case "desc" -> {
          return indexKey(inner == null ? receiverOf(call) : inner) + " DESC" + nulls(call);
        }
        case "asc" -> {
          return indexKey(inner == null ? receiverOf(call) : inner) + " ASC" + nulls(call);
        }
        case "OrderBy" -> {
          Value descending = call.argument("descending", 1);
          boolean down = descending != null && descending.isTrue();
          return indexKey(call.argument("expression", 0)) + (down ? " DESC" : " ASC") + nulls(call);
        }
        case "OpClass" -> {
          Value name = call.argument("name", 1);
          return indexKey(call.argument("expression", 0))
              + (name == null || name.text() == null ? "" : " " + name.text());
        }
        case "Collate" -> {
          Value name = call.argument("collation", 1);
          String collation = name == null || name.text() == null ? "default" : name.text();
          return indexKey(call.argument("expression", 0)) + " COLLATE " + Names.quote(collation);
        }
        default -> {}
      }
    }
    boolean column = column(value) != null;
    return column ? expression(value) : "(" + expression(value) + ")";
  }

  private static String nulls(Value.Call call) {
    Value first = call.named().get("nulls_first");
    Value last = call.named().get("nulls_last");
    if (first != null && first.isTrue()) {
      return " NULLS FIRST";
    }
    return last != null && last.isTrue() ? " NULLS LAST" : "";
  }

  /** {@code F("x").desc} as a dotted name has no receiver to read. */
  private static Value receiverOf(Value.Call call) {
    return new Value.Unknown(call.name(), call.span());
  }

  /** The column that the value is, or null when it is something else. */
  String column(Value value) {
    String name = value == null ? null : value.text();
    if (value instanceof Value.Call call && call.shortName().equals("F")) {
      Value argument = call.argument("name", 0);
      name = argument == null ? null : argument.text();
    }
    Field field = name == null ? null : mapping.field(model, name);
    FieldColumn column = field == null ? null : mapping.column(model, field);
    return column == null ? null : column.name();
  }

  private String expression(Value value, int depth) {
    String column = column(value);
    if (column != null) {
      return Names.quote(column);
    } else if (depth > DEEPEST) {
      return opaque("expression", value);
    }
    return switch (value) {
      case Value.Call call -> call(call, depth);
      case Value.Text text -> opaque("expression", value, text.text());
      case Value.Number number -> number.digits();
      case Value.Flag flag -> String.valueOf(flag.on());
      case Value.Nothing nothing -> "NULL";
      case null, default -> opaque("expression", value);
    };
  }

  private String call(Value.Call call, int depth) {
    List<Value> arguments = call.arguments();
    String name = call.shortName();
    if (OPERATORS.contains(call.name()) && arguments.size() == 2) {
      String left = expression(arguments.get(0), depth + 1);
      return "(" + left + " " + name + " " + expression(arguments.get(1), depth + 1) + ")";
    } else if (FUNCTIONS.containsKey(name)) {
      return name.equals("TransactionNow")
          ? "CURRENT_TIMESTAMP"
          : FUNCTIONS.get(name) + list(arguments, depth);
    }
    return switch (name) {
      case "Value" -> plain(call.argument("value", 0));
      case "Q", "&", "|", "~" -> new ConditionWriter(mapping, model).sql(call);
      case "Cast" -> cast(call, depth);
      case "Collate" -> collate(call, depth);
      case "Concat" -> "CONCAT" + list(arguments, depth);
      case "ExpressionWrapper", "Deferrable" ->
          expression(call.argument("expression", 0), depth + 1);
      case "RawSQL" -> raw(call);
      case "Func" -> function(call, depth);
      default -> opaque(name, call);
    };
  }

  private String list(List<Value> arguments, int depth) {
    return arguments.stream()
        .map(argument -> expression(argument, depth + 1))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String plain(Value value) {
    return switch (value) {
      case null -> opaque("value", null);
      case Value.Text text -> SqlLiteral.quote(text.text());
      case Value.Call call -> opaque("value", call);
      default -> expression(value, 0);
    };
  }

  private String cast(Value.Call call, int depth) {
    Value type = call.argument("output_field", 1);
    String inner = expression(call.argument("expression", 0), depth + 1);
    if (type == null) {
      return opaque("Cast", call);
    }
    Settings settings = mapping.state().settings();
    Field field = Field.of("cast", type, settings);
    return "(" + inner + ")::" + new ColumnType(settings, field, null, each -> "text").text();
  }

  private String collate(Value.Call call, int depth) {
    Value collation = call.argument("collation", 1);
    String inner = expression(call.argument("expression", 0), depth + 1);
    boolean named = collation != null && collation.text() != null;
    return named ? inner + " COLLATE " + Names.quote(collation.text()) : opaque("Collate", call);
  }

  private String raw(Value.Call call) {
    Value sql = call.argument("sql", 0);
    Value parameters = call.argument("params", 1);
    boolean whole = parameters == null || parameters.items().isEmpty();
    return sql != null && sql.text() != null && whole
        ? "(" + sql.text() + ")"
        : opaque("RawSQL", call);
  }

  private String function(Value.Call call, int depth) {
    Value function = call.named().get("function");
    boolean plain = function != null && function.text() != null && isWord(function.text());
    return plain ? function.text() + list(call.arguments(), depth) : opaque("Func", call);
  }

  private static boolean isWord(String text) {
    return text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.');
  }

  /** A call of a function that nobody has, over the columns that the value names. */
  String opaque(String what, Value value, String... names) {
    List<String> columns = new ArrayList<>();
    for (String name : names) {
      Field field = mapping.field(model, name);
      if (field != null && mapping.column(model, field) != null) {
        columns.add(Names.quote(mapping.column(model, field).name()));
      }
    }
    collect(value, columns, 0);
    return Names.quote(what)
        + columns.stream().distinct().collect(Collectors.joining(", ", "(", ")"));
  }

  private void collect(Value value, List<String> columns, int depth) {
    if (depth > DEEPEST || !(value instanceof Value.Call call)) {
      return;
    }
    String column = column(call);
    if (column != null) {
      columns.add(Names.quote(column));
      return;
    }
    collect(call.receiver(), columns, depth + 1);
    for (Value argument : call.arguments()) {
      String named = column(argument);
      if (named != null) {
        columns.add(Names.quote(named));
      } else {
        collect(argument, columns, depth + 1);
      }
    }
    call.named().values().forEach(argument -> collect(argument, columns, depth + 1));
  }
}
