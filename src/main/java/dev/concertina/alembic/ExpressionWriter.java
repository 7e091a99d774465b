package dev.concertina.alembic;

import dev.concertina.schema.Operation;
import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Expressions of SQLAlchemy as SQL. */
final class ExpressionWriter {

  private static final int DEEPEST = 60;
  private static final int LONGEST = 10_000;

  /** Functions that SQL writes without parentheses. */
  private static final Set<String> BARE =
      Set.of(
          "current_date",
          "current_time",
          "current_timestamp",
          "current_user",
          "localtime",
          "localtimestamp",
          "session_user");

  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("==", "="),
          Map.entry("!=", "!="),
          Map.entry("<", "<"),
          Map.entry("<=", "<="),
          Map.entry(">", ">"),
          Map.entry(">=", ">="),
          Map.entry("+", "+"),
          Map.entry("-", "-"),
          Map.entry("*", "*"),
          Map.entry("/", "/"),
          Map.entry("%", "%"));

  private final Tables tables;
  private final TypeReader types;
  private final boolean qualified;
  private int written;

  /**
   * @param qualified whether a column is written with its table
   */
  ExpressionWriter(Tables tables, TypeReader types, boolean qualified) {
    this.tables = tables;
    this.types = types;
    this.qualified = qualified;
  }

  /** The expression as SQL; a text is a literal. */
  String write(Value value) {
    return write(value, 0);
  }

  /** The same, and what can't be said is some value that the code computes. */
  String some(Value value) {
    try {
      return write(value);
    } catch (ComputedException computed) {
      return Operation.RunCode.COMPUTED;
    }
  }

  /** What is SQL already when it is a text, as conditions and expressions of indexes may be. */
  String clause(Value value) {
    return value.text() == null ? write(value) : sql(value.text());
  }

  /** The expression of a server default, which for a text is its literal. */
  String byDefault(Value value) {
    boolean member =
        value instanceof Value.Name name
            && (name.name().endsWith(".value") || name.name().endsWith(".name"));
    if (member) {
      String[] path = ((Value.Name) value).name().split("\\.");
      return Names.literal(path.length > 1 ? path[path.length - 2] : path[0]);
    }
    return write(value);
  }

  private String write(Value value, int depth) {
    if (depth > DEEPEST || ++written > LONGEST) {
      throw new ComputedException("an expression");
    }
    return switch (value) {
      case Value.Text text -> Names.literal(text.text());
      case Value.Number number -> number.digits();
      case Value.Flag flag -> String.valueOf(flag.on());
      case Value.Nothing nothing -> "NULL";
      case Value.Many many -> "(" + list(many.items(), depth) + ")";
      case Value.Call call -> call(call, depth + 1);
      case Value.Name name -> tables.column(name.name(), qualified);
      default -> throw new ComputedException("an expression");
    };
  }

  private String list(List<Value> values, int depth) {
    return values.stream().map(v -> write(v, depth + 1)).collect(Collectors.joining(", "));
  }

  private String call(Value.Call call, int depth) {
    String name = call.shortName();
    List<Value> arguments = call.arguments();
    Value first = arguments.isEmpty() ? null : arguments.get(0);
    if (!call.complete()) {
      throw new ComputedException("an expression");
    } else if (call.name().contains(".func.")) {
      String function = name.toLowerCase(Locale.ROOT);
      return BARE.contains(function)
          ? function.toUpperCase(Locale.ROOT)
          : name + "(" + list(arguments, depth) + ")";
    } else if (arguments.size() == 2 && OPERATORS.containsKey(name)) {
      return binary(name, first, arguments.get(1), depth);
    }
    Value self = tables.receiver(call);
    return switch (name) {
      case "null" -> "NULL";
      case "true" -> "true";
      case "false" -> "false";
      case "text", "literal_column" -> sqlText(first);
      case "literal", "inline_literal" -> write(needed(first), depth);
      case "column", "Column" -> Names.quote(new Arguments(call).text("name", 0));
      case "cast", "Cast", "type_coerce" ->
          "CAST("
              + write(needed(first), depth)
              + " AS "
              + types.read(needed(new Arguments(call).value("type_", 1))).sql()
              + ")";
      case "and_" -> joined(arguments, " AND ", depth);
      case "or_" -> joined(arguments, " OR ", depth);
      case "&" -> joined(arguments, " AND ", depth);
      case "|" -> joined(arguments, " OR ", depth);
      case "not_", "~" -> "NOT (" + write(needed(first), depth) + ")";
      case "desc" -> ordered(first, self, depth) + " DESC";
      case "asc" -> ordered(first, self, depth) + " ASC";
      case "nullslast", "nulls_last" -> ordered(first, self, depth) + " NULLS LAST";
      case "nullsfirst", "nulls_first" -> ordered(first, self, depth) + " NULLS FIRST";
      case "is_" -> write(needed(self), depth) + " IS " + write(needed(first), depth);
      case "isnot", "is_not" ->
          write(needed(self), depth) + " IS NOT " + write(needed(first), depth);
      case "in_" -> write(needed(self), depth) + " IN " + write(needed(first), depth);
      case "notin_", "not_in" ->
          "(" + write(needed(self), depth) + " NOT IN " + write(needed(first), depth) + ")";
      case "like" -> write(needed(self), depth) + " LIKE " + write(needed(first), depth);
      case "ilike" -> write(needed(self), depth) + " ILIKE " + write(needed(first), depth);
      case "label", "scalar_subquery" -> write(needed(self), depth);
      case "next_value" -> "nextval('" + sequence(self) + "')";
      default -> throw new ComputedException("an expression");
    };
  }

  /** What is sorted by, where a text is a column's name. */
  private String ordered(Value first, Value self, int depth) {
    Value by = needed(first == null ? self : first);
    return by.text() == null ? write(by, depth) : Names.quote(by.text());
  }

  private static String sequence(Value self) {
    return self instanceof Value.Call made ? new Arguments(made).text("name", 0) : "";
  }

  private String binary(String operator, Value left, Value right, int depth) {
    boolean equal = operator.equals("==");
    if (right.isNull() && (equal || operator.equals("!="))) {
      return write(left, depth) + (equal ? " IS NULL" : " IS NOT NULL");
    }
    return write(left, depth) + " " + OPERATORS.get(operator) + " " + write(right, depth);
  }

  private String joined(List<Value> parts, String word, int depth) {
    return parts.stream()
        .map(
            part -> {
              boolean apart =
                  part instanceof Value.Call call
                      && (call.shortName().equals("or_") || call.shortName().equals("|"));
              String sql = write(part, depth);
              return apart ? "(" + sql + ")" : sql;
            })
        .collect(Collectors.joining(word));
  }

  private static String sqlText(Value text) {
    if (text == null || text.text() == null) {
      throw new ComputedException("an expression");
    }
    return sql(text.text());
  }

  /** A colon that is no parameter's has a backslash before it. */
  static String sql(String text) {
    return text.replace("\\:", ":");
  }

  private static Value needed(Value value) {
    if (value == null) {
      throw new ComputedException("an expression");
    }
    return value;
  }
}
