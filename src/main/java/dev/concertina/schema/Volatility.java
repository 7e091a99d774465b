package dev.concertina.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How often a function may give another result. Source: {@code pg_proc} of PostgreSQL 18, with the
 * strictest of a name's overloads.
 */
enum Volatility {
  IMMUTABLE,
  STABLE,
  VOLATILE,
  UNKNOWN;

  private static final String RESOURCE = "postgres-volatility.tsv";

  /** Read when the first function is asked about: most runs ask about none. */
  private static final class Table {
    static final Map<String, Volatility> BY_NAME = read();
  }

  /** What is known of a function, by its folded name with or without a schema. */
  static Volatility of(String function, Schema schema) {
    if (function.startsWith("current_") || function.startsWith("local") || function.equals("now")) {
      return STABLE;
    }
    int dot = function.indexOf('.');
    boolean catalog = dot < 0 || function.startsWith("pg_catalog.");
    String local = function.substring(dot + 1);
    Name own = dot < 0 || catalog ? Name.of(local) : new Name(function.substring(0, dot), local);
    return schema
        .routine(own)
        .map(routine -> valueOf(routine.volatility().toUpperCase(Locale.ROOT)))
        .orElseGet(() -> Table.BY_NAME.getOrDefault(local, UNKNOWN));
  }

  private static Map<String, Volatility> read() {
    Map<String, Volatility> byName = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Volatility.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0 && !line.startsWith("#")) {
          byName.put(
              line.substring(0, tab),
              switch (line.charAt(tab + 1)) {
                case 'i' -> IMMUTABLE;
                case 's' -> STABLE;
                default -> VOLATILE;
              });
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the resource " + RESOURCE + " can't be read", e);
    }
    return byName;
  }
}
