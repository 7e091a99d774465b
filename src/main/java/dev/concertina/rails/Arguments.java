package dev.concertina.rails;

import dev.concertina.schema.Span;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a method of Rails is given.
 *
 * @param method its name
 * @param values the arguments in order
 * @param options the named ones behind them
 */
record Arguments(String method, List<Value> values, Map<String, Value> options, Span span) {

  static Arguments of(Value.Call call) {
    if (!call.complete()) {
      throw new UnreadException("what " + call.name() + " is given is computed");
    }
    List<Value> values = new ArrayList<>(call.arguments());
    Map<String, Value> options = new LinkedHashMap<>(call.named());
    // Options may stand in braces.
    if (!values.isEmpty() && values.get(values.size() - 1) instanceof Value.Mapping last) {
      values.remove(values.size() - 1);
      last.entries().forEach(e -> options.putIfAbsent(text(e.getKey()), e.getValue()));
    }
    return new Arguments(call.name(), List.copyOf(values), options, call.span());
  }

  /** The same for another method, with one more argument before the others. */
  Arguments calling(String other, Value first) {
    List<Value> all = new ArrayList<>();
    all.add(first);
    all.addAll(values);
    return new Arguments(other, all, options, span);
  }

  /** The same with these arguments in order. */
  Arguments with(List<Value> others) {
    return new Arguments(method, others, options, span);
  }

  Arguments with(String option, Value value) {
    Map<String, Value> more = new LinkedHashMap<>(options);
    more.put(option, value);
    return new Arguments(method, values, more, span);
  }

  Arguments without(String... others) {
    Map<String, Value> fewer = new LinkedHashMap<>(options);
    fewer.keySet().removeAll(List.of(others));
    return new Arguments(method, values, fewer, span);
  }

  /** The options that stand in braces behind an option; none when it is only switched on. */
  Arguments inside(String option) {
    Map<String, Value> inner = new LinkedHashMap<>();
    if (options.get(option) instanceof Value.Mapping mapping) {
      mapping.entries().forEach(e -> inner.put(text(e.getKey()), e.getValue()));
    }
    return new Arguments(method, List.of(), inner, span);
  }

  int count() {
    return values.size();
  }

  Value at(int position) {
    if (position >= values.size()) {
      throw new UnreadException(method + " has fewer arguments than Rails takes");
    }
    return values.get(position);
  }

  /** The name at a place; a symbol and a string are the same. */
  String name(int position) {
    return text(at(position));
  }

  /** The names from a place on, each by itself or in lists. */
  List<String> namesFrom(int position) {
    List<String> names = new ArrayList<>();
    values.stream().skip(position).forEach(value -> names.addAll(names(value)));
    return names;
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  /** Whether an option has a value that Ruby takes for true. */
  boolean on(String option) {
    Value value = options.get(option);
    return value != null && !value.isFalse() && !value.isNull();
  }

  /** Whether an option is switched off. */
  boolean off(String option) {
    Value value = options.get(option);
    return value != null && value.isFalse();
  }

  Value option(String option) {
    return options.get(option);
  }

  /** The text of an option, or null when it is not there. */
  String text(String option) {
    return on(option) ? text(options.get(option)) : null;
  }

  /** The text of a symbol, string or number. */
  static String text(Value value) {
    String text = value instanceof Value.Number number ? number.digits() : value.text();
    if (text == null) {
      throw new UnreadException("a name is computed");
    }
    return text;
  }

  /** The texts of a list, or of one by itself. */
  static List<String> names(Value value) {
    return value instanceof Value.Many many
        ? many.items().stream().map(Arguments::text).toList()
        : List.of(text(value));
  }
}
