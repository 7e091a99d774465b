package dev.concertina.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A sentence or statement with placeholders: {@code {table}} is the fact of that name, and {@code
 * [[ … ]]} is left out when a placeholder inside it has no value. Nothing in it executes.
 *
 * @param source the text as written
 */
public record Template(String source) {

  /**
   * Fills it in.
   *
   * @param values the text for a placeholder, empty when there is none
   */
  public String fill(Function<String, String> values) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (at < source.length()) {
      int open = source.indexOf("[[", at);
      int close = open < 0 ? -1 : source.indexOf("]]", open);
      if (close < 0) {
        append(source.substring(at), values, filled);
        break;
      }
      append(source.substring(at, open), values, filled);
      StringBuilder optional = new StringBuilder();
      if (append(source.substring(open + 2, close), values, optional)) {
        filled.append(optional);
      }
      at = close + 2;
    }
    return filled.toString();
  }

  /** The names of its placeholders, in order. */
  public List<String> placeholders() {
    List<String> names = new ArrayList<>();
    scan(source, text -> {}, names::add);
    return names;
  }

  private static boolean append(
      String text, Function<String, String> values, StringBuilder filled) {
    boolean[] complete = {true};
    scan(
        text,
        filled::append,
        name -> {
          String value = values.apply(name);
          complete[0] &= !value.isEmpty();
          filled.append(value);
        });
    return complete[0];
  }

  private static void scan(String text, Consumer<String> plain, Consumer<String> placeholder) {
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String name = text.substring(open + 1, close);
      if (isName(name)) {
        plain.accept(text.substring(at, open));
        placeholder.accept(name);
        at = close + 1;
      } else {
        plain.accept(text.substring(at, open + 1));
        at = open + 1;
      }
    }
    plain.accept(text.substring(at));
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(c -> c >= 'a' && c <= 'z' || c == '-' || c == '.' || c >= '0' && c <= '9');
  }
}
