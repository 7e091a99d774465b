package dev.concertina.sql;

import java.util.Locale;
import java.util.Map;

/**
 * What a runner puts for the placeholders of a script before it sends it: {@code ${schema}}.
 *
 * @param prefix what a placeholder begins with
 * @param suffix what it ends with
 * @param values by {@link #key}; a placeholder that is not in it stays as it is
 */
public record Placeholders(String prefix, String suffix, Map<String, String> values) {

  /** Nothing is put for anything. */
  public static final Placeholders NONE = new Placeholders("${", "}", Map.of());

  private static final int LONGEST = 200;

  public Placeholders {
    values = Map.copyOf(values);
  }

  /** A name as configuration files of all kinds agree on it. */
  public static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /** A part of a text, filled in. */
  Filled fill(String text, int from, int to) {
    Filled.Builder filled = new Filled.Builder(text);
    int done = from;
    int at = values.isEmpty() ? -1 : text.indexOf(prefix, from);
    while (at >= 0 && at < to) {
      int start = at + prefix.length();
      int end = text.indexOf(suffix, start);
      String value =
          end < 0 || end + suffix.length() > to || end - start > LONGEST
              ? null
              : values.get(key(text.substring(start, end)));
      if (value != null) {
        filled.keep(done, at);
        done = end + suffix.length();
        filled.put(value, at, done);
      }
      at = text.indexOf(prefix, value == null ? start : done);
    }
    filled.keep(done, to);
    return filled.build();
  }
}
