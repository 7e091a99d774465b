package dev.concertina.node;

import dev.concertina.schema.Span;
import java.util.Locale;
import java.util.Set;

/** The name of the database, which migrations for several of them ask for. */
final class Engine extends Host {

  private static final Set<String> NAMES =
      Set.of("pg", "postgres", "postgresql", "pgnative", "postgresdb", "pg-native");

  Engine(Span span) {
    super(span);
  }

  boolean is(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }
}
