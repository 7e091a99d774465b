package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What a call is given.
 *
 * @param span where the call stands
 * @param flow what follows the functions among them
 */
record Arguments(List<Value> values, Span span, Flow flow) {

  Arguments {
    values = List.copyOf(values);
  }

  int size() {
    return values.size();
  }

  /** One of them; {@code undefined} where there are fewer. */
  Value at(int index) {
    return index < values.size() ? values.get(index) : new Value.Nothing(span);
  }

  /** The text of one of them, or null. */
  String text(int index) {
    return at(index).text();
  }

  /** An entry of the object that one of them is; {@code undefined} where there is none. */
  Value option(int index, String key) {
    return Values.entry(at(index), key);
  }

  /** The last function among them is called. */
  Value callBack(Value... given) {
    for (int i = values.size() - 1; i >= 0; i--) {
      if (values.get(i) instanceof Closure function) {
        return flow.call(function, List.of(given), span);
      }
    }
    return new Value.Nothing(span);
  }

  Arguments from(int first) {
    return new Arguments(
        first < values.size() ? values.subList(first, values.size()) : List.of(), span, flow);
  }

  /** All texts among them, also those in lists; null where one is something else. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Value value : values) {
      List<String> some = Values.texts(value);
      if (some == null) {
        return null;
      }
      texts.addAll(some);
    }
    return texts;
  }
}
