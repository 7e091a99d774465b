package dev.concertina.ecto;

import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Writes names and texts as Ecto's adapter for PostgreSQL does. */
final class Names {

  private Names() {}

  static String quote(String name) {
    return '"' + name.replace("\"", "") + '"';
  }

  static String quote(String prefix, String name) {
    return prefix == null ? quote(name) : quote(prefix) + "." + quote(name);
  }

  static String quoted(List<String> names) {
    return names.stream().map(Names::quote).collect(Collectors.joining(","));
  }

  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A name that is an atom or a text. */
  static String of(Value value) {
    if (value == null || value.text() == null) {
      throw new UnreadException("a name is built at run time");
    }
    return value.text();
  }

  /** The names in a list, or the one that stands for it. */
  static List<String> list(Value value) {
    return value instanceof Value.Many many
        ? many.items().stream().map(Names::of).toList()
        : List.of(of(value));
  }
}
