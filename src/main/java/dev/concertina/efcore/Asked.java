package dev.concertina.efcore;

import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A call of the builder, or of a table in it, with the annotations that are chained to it.
 *
 * @param root what it is called on: {@code migrationBuilder}
 * @param method {@code AddColumn}
 * @param type {@code int} of {@code AddColumn<int>}, or null
 * @param call its arguments
 * @param annotations by name
 * @param old those of before, by name
 */
record Asked(
    String root,
    String method,
    String type,
    Value.Call call,
    Map<String, Value> annotations,
    Map<String, Value> old) {

  /** A call that has something else chained to it is taken for one of that name. */
  static Asked of(Value.Call outer) {
    Map<String, Value> annotations = new LinkedHashMap<>();
    Map<String, Value> old = new LinkedHashMap<>();
    Value.Call call = outer;
    String unknown = null;
    while (call.receiver() instanceof Value.Call inner) {
      String key = call.arguments().isEmpty() ? null : call.arguments().get(0).text();
      Value value = call.argument("value", 1);
      if (key != null && value != null && call.name().equals("Annotation")) {
        annotations.put(key, value);
      } else if (key != null && value != null && call.name().equals("OldAnnotation")) {
        old.put(key, value);
      } else {
        unknown = call.name();
      }
      call = inner;
    }
    String name = call.name();
    int types = name.indexOf('<');
    String bare = types < 0 ? name : name.substring(0, types);
    int dot = bare.indexOf('.');
    return new Asked(
        dot < 0 ? "" : bare.substring(0, dot),
        unknown != null ? unknown : bare.substring(dot + 1),
        types < 0 ? null : name.substring(types + 1, Math.max(types + 1, name.length() - 1)),
        call,
        annotations,
        old);
  }

  /** An argument, or null where none is given or it is null. */
  Value argument(String name, int position) {
    Value value = call.argument(name, position);
    return value == null || value.isNull() ? null : value;
  }

  /** The same for those that are given by their name alone. */
  Value argument(String name) {
    return argument(name, -1);
  }

  /** A text that is given, or null where none is. */
  String text(String name, int position) {
    Value value = argument(name, position);
    if (value != null && value.text() == null) {
      throw new UnreadException("its " + name + " is built at run time");
    }
    return value == null ? null : value.text();
  }

  /** The same for those that are given by their name alone. */
  String text(String name) {
    return text(name, -1);
  }

  /** A text that has to be there. */
  String needed(String name, int position) {
    String text = text(name, position);
    if (text == null) {
      throw new UnreadException("it has no " + name);
    }
    return text;
  }

  /** Whether an argument is true; {@code false} where it is left out. */
  boolean is(String name) {
    Value value = argument(name);
    if (value != null && !(value instanceof Value.Flag)) {
      throw new UnreadException("its " + name + " is built at run time");
    }
    return value != null && value.isTrue();
  }

  /** The texts of {@code columns: new[] { "a", "b" }} or {@code column: "a"}; empty for neither. */
  List<String> texts(String one, String many, int position) {
    Value value = argument(many, position);
    value = value == null ? argument(one) : value;
    if (value == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Value item : value.text() != null ? List.of(value) : value.items()) {
      texts.add(item.text());
    }
    if (texts.isEmpty() || texts.stream().anyMatch(Objects::isNull)) {
      throw new UnreadException("its " + many + " are built at run time");
    }
    return texts;
  }

  /** The last part of an annotation's name: {@code IdentityByDefaultColumn}; empty for none. */
  static String constant(Map<String, Value> annotations, String key) {
    return annotations.get(key) instanceof Value.Name name
        ? name.name().substring(name.name().lastIndexOf('.') + 1)
        : "";
  }
}
