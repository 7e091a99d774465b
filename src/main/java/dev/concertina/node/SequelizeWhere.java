package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values and conditions as Sequelize writes them. */
final class SequelizeWhere {

  private static final Map<String, String> OPERATORS =
      Map.of(
          "eq",
          "=",
          "ne",
          "!=",
          "gt",
          ">",
          "gte",
          ">=",
          "lt",
          "<",
          "lte",
          "<=",
          "like",
          "LIKE",
          "iLike",
          "ILIKE",
          "notLike",
          "NOT LIKE");

  private SequelizeWhere() {}

  /** A value in a row or a condition. */
  static String value(Value value) {
    if (value instanceof Value.Call call) {
      return switch (call.shortName()) {
        case "literal" -> Values.need(first(call), "a piece of SQL");
        case "fn" -> function(call);
        case "col" -> Quoting.path(Values.need(first(call), "a column"));
        default -> Quoting.COMPUTED;
      };
    }
    return value instanceof Value.Many many ? array(many) : Quoting.value(value);
  }

  private static Value first(Value.Call call) {
    return call.arguments().isEmpty() ? new Value.Nothing(call.span()) : call.arguments().get(0);
  }

  private static String function(Value.Call call) {
    List<String> given = call.arguments().stream().skip(1).map(SequelizeWhere::value).toList();
    return Values.need(first(call), "a function") + "(" + String.join(", ", given) + ")";
  }

  private static String array(Value.Many many) {
    List<String> items = many.items().stream().map(SequelizeWhere::value).toList();
    return "ARRAY[" + String.join(",", items) + "]";
  }

  /** {@code WHERE …}, or nothing where there is no condition. */
  static String clause(Value where) {
    boolean none =
        where.isNull() || where instanceof Value.Mapping mapping && mapping.entries().isEmpty();
    return none
        ? ""
        : " WHERE " + (where instanceof Value.Mapping all ? joined(all) : condition(where));
  }

  static String condition(Value where) {
    if (where instanceof Value.Call) {
      return value(where);
    }
    if (!(where instanceof Value.Mapping mapping)) {
      return Quoting.COMPUTED;
    }
    return mapping.entries().size() == 1 ? joined(mapping) : "(" + joined(mapping) + ")";
  }

  private static String joined(Value.Mapping mapping) {
    List<String> all = new ArrayList<>();
    mapping.entries().forEach(entry -> all.add(one(entry.getKey(), entry.getValue())));
    return String.join(" AND ", all);
  }

  private static String operator(Value key) {
    String name = key instanceof Value.Name symbol ? symbol.name() : "";
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String one(Value key, Value value) {
    if (key.text() == null) {
      String all = operator(key);
      boolean joins = all.equals("and") || all.equals("or");
      if (!joins || !(value instanceof Value.Many many)) {
        return Quoting.COMPUTED;
      }
      String between = all.equals("or") ? " OR " : " AND ";
      List<String> parts = many.items().stream().map(SequelizeWhere::condition).toList();
      return "(" + String.join(between, parts) + ")";
    }
    String column = Quoting.path(key.text());
    if (value instanceof Value.Mapping operators) {
      List<String> all = new ArrayList<>();
      operators
          .entries()
          .forEach(e -> all.add(compared(column, operator(e.getKey()), e.getValue())));
      return all.size() == 1 ? all.get(0) : "(" + String.join(" AND ", all) + ")";
    }
    return compared(column, value instanceof Value.Many ? "in" : "eq", value);
  }

  private static String compared(String column, String operator, Value value) {
    boolean not = operator.equals("ne") || operator.equals("not");
    boolean truth = operator.equals("is") || operator.equals("not");
    if (value.isNull() || truth && value instanceof Value.Flag) {
      String literal = value.isNull() ? "NULL" : value(value);
      return column + (not ? " IS NOT " : " IS ") + literal;
    } else if (value instanceof Value.Many many) {
      List<String> items = many.items().stream().map(SequelizeWhere::value).toList();
      String word = operator.equals("notIn") || not ? " NOT IN (" : " IN (";
      return column + word + String.join(", ", items) + ")";
    }
    String sign = OPERATORS.get(operator.equals("not") ? "ne" : operator);
    return sign == null ? Quoting.COMPUTED : column + " " + sign + " " + value(value);
  }
}
