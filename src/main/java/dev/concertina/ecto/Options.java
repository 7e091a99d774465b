package dev.concertina.ecto;

import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** The options of a call. */
final class Options {

  static final Options NONE = new Options(Map.of());

  private final Map<String, Value> given;

  private Options(Map<String, Value> given) {
    this.given = given;
  }

  /** The keywords of a call, or the list at a position that stands for them. */
  static Options of(Value.Call call, int position) {
    if (position >= call.arguments().size()) {
      return new Options(call.named());
    }
    return of(call.arguments().get(position));
  }

  /** Those of a keyword list. */
  static Options of(Value list) {
    if (list instanceof Value.Mapping mapping) {
      Map<String, Value> given = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach(e -> given.putIfAbsent(String.valueOf(e.getKey().text()), e.getValue()));
      return new Options(given);
    }
    if (list instanceof Value.Many none && none.items().isEmpty()) {
      return NONE;
    }
    throw new UnreadException("options are put together at run time");
  }

  /** These, and of the others what these don't give. */
  Options over(Options others) {
    Map<String, Value> all = new LinkedHashMap<>(others.given);
    all.putAll(given);
    return new Options(all);
  }

  Options with(String name, Value value) {
    Map<String, Value> all = new LinkedHashMap<>(given);
    all.put(name, value);
    return new Options(all);
  }

  /** One of them alone. */
  Options only(String name) {
    return has(name) ? new Options(Map.of(name, given.get(name))) : NONE;
  }

  boolean has(String name) {
    return given.containsKey(name);
  }

  /** Null for one that is not given, or {@code nil}. */
  Value get(String name) {
    Value value = given.get(name);
    return value == null || value.isNull() ? null : value;
  }

  /** The text or atom, or null. */
  String text(String name) {
    Value value = get(name);
    return value == null ? null : Names.of(value);
  }

  /** The number, or null. */
  String number(String name) {
    Value value = get(name);
    if (value == null || value instanceof Value.Number) {
      return value == null ? null : ((Value.Number) value).digits();
    }
    throw new UnreadException("a number is computed at run time");
  }

  /** Null for one that is not given. */
  Boolean flag(String name) {
    Value value = get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof Value.Flag flag) {
      return flag.on();
    }
    throw new UnreadException("the option " + name + " is computed at run time");
  }

  boolean isTrue(String name) {
    return Boolean.TRUE.equals(flag(name));
  }

  boolean isFalse(String name) {
    return Boolean.FALSE.equals(flag(name));
  }
}
