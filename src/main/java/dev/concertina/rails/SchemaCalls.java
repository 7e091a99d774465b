package dev.concertina.rails;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The methods by which a migration changes the schema, and what each sends. */
final class SchemaCalls {

  /** What one method sends. */
  interface Sending {
    List<Sent> of(Arguments given);
  }

  private final Map<String, Sending> methods = new HashMap<>();

  SchemaCalls(RailsVersion version) {
    methods.putAll(new ColumnCalls(version).methods());
    methods.putAll(new IndexCalls(version).methods());
    methods.putAll(new ConstraintCalls(version).methods());
    methods.putAll(new ObjectCalls(version).methods());
    methods.putAll(new GemCalls(version, this).methods());
  }

  boolean knows(String method) {
    return methods.containsKey(method);
  }

  List<Sent> send(Arguments given) {
    return methods.get(given.method()).of(given);
  }
}
