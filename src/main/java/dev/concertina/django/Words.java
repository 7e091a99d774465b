package dev.concertina.django;

import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What values say beside where they stand: texts, lists of texts, and a form to compare them by.
 */
final class Words {

  private Words() {}

  /** The texts of a list or tuple; anything else in it is left out. */
  static List<String> texts(Value value) {
    return value == null
        ? List.of()
        : value.items().stream().map(Value::text).filter(Objects::nonNull).toList();
  }

  /**
   * {@code unique_together} and its like: a list of lists of names, for which one list of names may
   * stand.
   */
  static List<List<String>> together(Value value) {
    if (value == null || value.items().isEmpty()) {
      return List.of();
    } else if (value.items().get(0).text() != null) {
      return List.of(texts(value));
    }
    return value.items().stream().map(Words::texts).distinct().toList();
  }

  /** The same text for values that are the same wherever they stand. */
  static String canonical(Value value) {
    return switch (value) {
      case null -> "";
      case Value.Text text -> "'" + text.text().replace("'", "''") + "'";
      case Value.Number number -> number.digits();
      case Value.Flag flag -> String.valueOf(flag.on());
      case Value.Nothing nothing -> "None";
      case Value.Name name -> name.name();
      case Value.Unknown unknown -> unknown.source();
      case Value.Many many ->
          many.items().stream().map(Words::canonical).collect(Collectors.joining(",", "[", "]"));
      case Value.Mapping mapping ->
          mapping.entries().stream()
              .map(entry -> canonical(entry.getKey()) + ":" + canonical(entry.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Value.Call call -> canonical(call);
      case Value.Own own -> own.toString();
    };
  }

  private static String canonical(Value.Call call) {
    Map<String, String> named = new TreeMap<>();
    call.named().forEach((name, value) -> named.put(name, canonical(value)));
    String positional =
        call.arguments().stream().map(Words::canonical).collect(Collectors.joining(","));
    String receiver = call.receiver() == null ? "" : canonical(call.receiver()) + ".";
    return receiver + call.name() + "(" + positional + named + ")";
  }
}
