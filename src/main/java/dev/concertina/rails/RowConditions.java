package dev.concertina.rails;

import dev.concertina.schema.Operation.RunCode;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the conditions and new values of queries on models as SQL. */
final class RowConditions {

  private RowConditions() {}

  /** What {@code where} and its like are given, as one condition; null when it is nothing. */
  static String condition(Value.Call call) {
    List<String> parts = new ArrayList<>();
    if (!call.complete()) {
      parts.add(RunCode.COMPUTED);
    }
    if (!call.arguments().isEmpty()) {
      parts.add(first(call.arguments()));
    }
    call.named().forEach((column, value) -> parts.add(equal(column, value)));
    return parts.isEmpty() ? null : String.join(" AND ", parts);
  }

  private static String first(List<Value> arguments) {
    return switch (arguments.get(0)) {
      case Value.Text text ->
          "(" + bound(text.text(), arguments.subList(1, arguments.size())) + ")";
      case Value.Many many when !many.items().isEmpty() -> first(many.items());
      case Value.Mapping mapping -> String.join(" AND ", pairs(mapping));
      default -> RunCode.COMPUTED;
    };
  }

  private static List<String> pairs(Value.Mapping mapping) {
    List<String> pairs = new ArrayList<>();
    for (Map.Entry<Value, Value> entry : mapping.entries()) {
      String column = entry.getKey().text();
      pairs.add(column == null ? RunCode.COMPUTED : equal(column, entry.getValue()));
    }
    return pairs.isEmpty() ? List.of(RunCode.COMPUTED) : pairs;
  }

  /** SQL in which question marks stand for values. */
  private static String bound(String sql, List<Value> values) {
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (char c : sql.toCharArray()) {
      boolean place = c == '?' && next < values.size();
      text.append(place ? value(values.get(next)) : String.valueOf(c));
      next += place ? 1 : 0;
    }
    // Values by their names are computed as a rule.
    boolean named = next == 0 && !values.isEmpty();
    return named ? RunCode.COMPUTED : text.toString();
  }

  private static String equal(String column, Value value) {
    String name = Names.table(column);
    return switch (value) {
      case Value.Nothing none -> name + " IS NULL";
      case Value.Many many when many.items().isEmpty() -> "FALSE";
      case Value.Many many -> name + " IN (" + String.join(", ", values(many)) + ")";
      case Value.Mapping inner -> RunCode.COMPUTED;
      default -> name + " = " + value(value);
    };
  }

  private static List<String> values(Value.Many many) {
    return many.items().stream().map(RowConditions::value).toList();
  }

  /** A value as a literal, or what says that code computes it. */
  static String value(Value value) {
    return switch (value) {
      case Value.Call computed -> RunCode.COMPUTED;
      case Value.Name computed -> RunCode.COMPUTED;
      case Value.Unknown computed -> RunCode.COMPUTED;
      case Value.Many many -> RunCode.COMPUTED;
      default -> DefaultValue.ANY.sql(value);
    };
  }

  /** What {@code update_all} and its like set; null when that can't be seen. */
  static String assignments(Value.Call call) {
    List<String> set = new ArrayList<>();
    call.named().forEach((column, value) -> set.add(assignment(column, value)));
    Value first = call.arguments().isEmpty() ? null : call.arguments().get(0);
    if (first instanceof Value.Text text) {
      set.add(text.text());
    } else if (first instanceof Value.Many many && !many.items().isEmpty()) {
      List<Value> items = many.items();
      String sql = items.get(0).text();
      set.add(sql == null ? RunCode.COMPUTED : bound(sql, items.subList(1, items.size())));
    } else if (first instanceof Value.Mapping mapping) {
      for (Map.Entry<Value, Value> entry : mapping.entries()) {
        if (entry.getKey().text() != null) {
          set.add(assignment(entry.getKey().text(), entry.getValue()));
        }
      }
    }
    return set.isEmpty() || !call.complete() ? null : String.join(", ", set);
  }

  private static String assignment(String column, Value value) {
    return Names.quote(column) + " = " + value(value);
  }
}
