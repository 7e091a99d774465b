package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.HashMap;
import java.util.Map;

/** The variables that a part of a program sees. */
final class Scope {

  private final Scope outer;
  private final Map<String, Value> own = new HashMap<>();

  Scope(Scope outer) {
    this.outer = outer;
  }

  /** The value of a variable, or null where there is none of that name. */
  Value get(String name) {
    Value value = own.get(name);
    return value != null || outer == null ? value : outer.get(name);
  }

  void declare(String name, Value value) {
    own.put(name, value);
  }

  /** Gives a variable another value, wherever it was declared. */
  void assign(String name, Value value) {
    if (own.containsKey(name) || outer == null) {
      own.put(name, value);
    } else {
      outer.assign(name, value);
    }
  }
}
