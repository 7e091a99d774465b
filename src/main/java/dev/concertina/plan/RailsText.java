package dev.concertina.plan;

import dev.concertina.schema.Name;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes names, texts and calls as a migration of Rails has them. */
final class RailsText {

  private static final int WIDTH = 96;

  private RailsText() {}

  /** A name as a symbol: {@code :users}, {@code :"odd name"}. */
  static String symbol(String name) {
    return isPlain(name) ? ":" + name : ":" + string(name);
  }

  /** A table; one of another schema is a string. */
  static String table(Name table) {
    return table.schema().isEmpty()
        ? symbol(table.local())
        : string(table.schema() + "." + table.local());
  }

  static String symbols(Collection<String> names) {
    return names.size() == 1
        ? symbol(names.iterator().next())
        : names.stream().map(RailsText::symbol).collect(Collectors.joining(", ", "[", "]"));
  }

  static boolean isPlain(String name) {
    return !name.isEmpty()
        && !Character.isDigit(name.charAt(0))
        && name.chars().allMatch(c -> c == '_' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
  }

  static String string(String text) {
    StringBuilder string = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean interpolates =
          c == '#' && i + 1 < text.length() && "{$@".indexOf(text.charAt(i + 1)) >= 0;
      switch (c) {
        case '"', '\\' -> string.append('\\').append(c);
        case '\n' -> string.append("\\n");
        default -> string.append(interpolates ? "\\" : "").append(c);
      }
    }
    return string.append('"').toString();
  }

  /** A call, on two lines where one is too long. */
  static List<String> call(String method, List<String> positional, List<String> options) {
    String head = method + " " + String.join(", ", positional);
    if (options.isEmpty()) {
      return List.of(head);
    }
    String tail = String.join(", ", options);
    return head.length() + tail.length() + 2 <= WIDTH
        ? List.of(head + ", " + tail)
        : List.of(head + ",", "  " + tail);
  }

  /** The name that a model of a table has as a rule: {@code UserAccount}. */
  static String model(String singular) {
    StringBuilder model = new StringBuilder();
    for (String word : singular.split("_")) {
      if (!word.isEmpty()) {
        model.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return model.toString();
  }
}
