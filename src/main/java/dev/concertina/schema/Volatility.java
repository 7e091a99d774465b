package dev.concertina.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a function gives the same value again. Source: {@code provolatile} in the catalogue of
 * PostgreSQL 18, which the resource beside this class is taken from; of several overloads the most
 * volatile counts.
 */
public enum Volatility {
  IMMUTABLE,
  STABLE,
  VOLATILE,
  /** Neither PostgreSQL's own nor defined in the history. */
  UNKNOWN;

  /** Words that look like functions and are operators of the grammar. */
  private static final Set<String> OPERATORS =
      Set.of("coalesce", "nullif", "greatest", "least", "row", "array", "cast", "case", "not");

  /** What {@code name}, folded and perhaps qualified, is in a database with this schema. */
  static Volatility of(String name, Schema schema) {
    int dot = name.lastIndexOf('.');
    String namespace = dot < 0 ? "" : name.substring(0, dot);
    String local = name.substring(dot + 1);
    Optional<Operation.CreateRoutine> own = schema.routine(new Name(namespace, local));
    if (own.isPresent()) {
      return parse(own.get().volatility());
    }
    Volatility known = Catalogue.FUNCTIONS.get(local);
    boolean catalog = namespace.isEmpty() || namespace.equals("pg_catalog");
    if (!catalog) {
      // An extension's function in a schema of its own; a stable one may be somebody else's.
      return known == VOLATILE ? VOLATILE : UNKNOWN;
    }
    return known != null ? known : OPERATORS.contains(local) ? IMMUTABLE : UNKNOWN;
  }

  private static Volatility parse(String word) {
    return switch (word == null ? "" : word) {
      case "immutable", "i" -> IMMUTABLE;
      case "stable", "s" -> STABLE;
      // What a routine does not say is volatile: "CREATE FUNCTION" in the PostgreSQL manual.
      default -> VOLATILE;
    };
  }

  /**
   * The first function of an expression that is called anew for every row, as a clause for the
   * message; null when one value does for all rows.
   */
  static String perRow(Expression expression, Schema schema) {
    Expression.Detail detail = expression.detail();
    if (!detail.understood()) {
      return "what " + shortened(expression.text()) + " gives could not be read";
    }
    String unknown = null;
    for (String function : detail.functions().stream().sorted().toList()) {
      switch (of(function, schema)) {
        case VOLATILE -> {
          return function + "() is volatile";
        }
        case UNKNOWN -> unknown = function + "() is not known to be stable";
        default -> {}
      }
    }
    return unknown;
  }

  /**
   * Whether no more is known of an expression than that it calls a function which is neither
   * PostgreSQL's own nor defined in the history.
   */
  public static boolean guessed(Expression expression, Schema schema) {
    Expression.Detail detail = expression.detail();
    Set<Volatility> called = EnumSet.noneOf(Volatility.class);
    detail.functions().forEach(function -> called.add(of(function, schema)));
    return detail.understood() && called.contains(UNKNOWN) && !called.contains(VOLATILE);
  }

  /** Whether PostgreSQL itself has a function of that name. */
  public static boolean isPostgres(Name function) {
    boolean catalog = function.schema().isEmpty() || function.isCatalog();
    return catalog
        && (Catalogue.FUNCTIONS.containsKey(function.local())
            || OPERATORS.contains(function.local()));
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 37) + "…";
  }

  /** Read on first use: most changes have no default at all. */
  private static final class Catalogue {
    private static final Map<String, Volatility> FUNCTIONS = read();

    private static Map<String, Volatility> read() {
      Map<String, Volatility> functions = new HashMap<>(4096);
      try (InputStream in = Volatility.class.getResourceAsStream("postgres-volatility.tsv");
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          int tab = line.indexOf('\t');
          functions.put(line.substring(0, tab), parse(line.substring(tab + 1)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read postgres-volatility.tsv", e);
      }
      return functions;
    }
  }
}
