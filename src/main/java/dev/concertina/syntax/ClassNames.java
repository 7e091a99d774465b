package dev.concertina.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts what the body of a class gave a name before in the place of the name. */
final class ClassNames {

  private static final int DEEPEST = 100;

  private final Map<String, Value> given;

  ClassNames(Map<String, Value> given) {
    this.given = given;
  }

  Value in(Value value) {
    return given.isEmpty() ? value : in(value, 0);
  }

  private Value in(Value value, int depth) {
    if (depth > DEEPEST) {
      return value;
    }
    return switch (value) {
      case Value.Name name -> given.getOrDefault(name.name(), name);
      case Value.Many many -> new Value.Many(all(many.items(), depth), many.span());
      case Value.Call call -> call(call, depth);
      default -> value;
    };
  }

  private Value call(Value.Call call, int depth) {
    List<Value> arguments = all(call.arguments(), depth);
    if (call.name().equals("+") && arguments.size() == 2) {
      return PythonValues.sum(arguments.get(0), arguments.get(1));
    }
    Map<String, Value> named = new LinkedHashMap<>();
    call.named().forEach((name, value) -> named.put(name, in(value, depth + 1)));
    return new Value.Call(
        call.name(), call.receiver(), arguments, named, call.complete(), call.span());
  }

  private List<Value> all(List<Value> values, int depth) {
    List<Value> known = new ArrayList<>();
    values.forEach(value -> known.add(in(value, depth + 1)));
    return known;
  }
}
