package dev.concertina.ecto;

import dev.concertina.syntax.ElixirValues;
import dev.concertina.syntax.ElixirValues.Function;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Calls of Elixir's library that make something of a list, where that is written out. */
final class ListCalls {

  private static final int MOST_ITEMS = 100;
  private static final int LONGEST = 1 << 16;

  private ListCalls() {}

  /**
   * What a call gives; the call itself where that is not known.
   *
   * @param apply what a function gives for its arguments
   */
  static Value result(Value.Call call, BiFunction<Function, List<Value>, Value> apply) {
    List<Value> given = call.arguments();
    Value list = given.isEmpty() ? null : ElixirValues.tuples(given.get(0));
    if (!(list instanceof Value.Many) || list.items().size() > MOST_ITEMS) {
      return call;
    }
    Value last = given.get(given.size() - 1);
    return switch (call.name()) {
      case "Enum.map" -> new Value.Many(mapped(list, last, apply), call.span());
      case "Enum.map_join" ->
          joined(mapped(list, last, apply), given.size() > 2 ? given.get(1) : null, call);
      case "Enum.join" -> joined(list.items(), given.size() > 1 ? last : null, call);
      default -> call;
    };
  }

  private static List<Value> mapped(
      Value list, Value function, BiFunction<Function, List<Value>, Value> apply) {
    List<Value> items = new ArrayList<>();
    for (Value item : list.items()) {
      Value value = function instanceof Function known ? apply.apply(known, List.of(item)) : null;
      items.add(value == null ? new Value.Unknown("", item.span()) : value);
    }
    return items;
  }

  private static Value joined(List<Value> items, Value between, Value.Call call) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      String item =
          items.get(i) instanceof Value.Number number ? number.digits() : items.get(i).text();
      if (item == null || text.length() + item.length() > LONGEST) {
        return call;
      }
      text.append(i == 0 || between == null || between.text() == null ? "" : between.text());
      text.append(item);
    }
    return new Value.Text(text.toString(), -1, call.span());
  }
}
