package dev.concertina.schema;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a statement finds set when it runs.
 *
 * @param inTransaction whether a transaction is open that other statements share
 * @param variables what the migration has SET so far, by folded name
 */
public record Session(boolean inTransaction, Map<String, String> variables) {
  public Session {
    variables = Map.copyOf(variables);
  }

  /** A session in which nothing has been set. */
  public static Session fresh(boolean inTransaction) {
    return new Session(inTransaction, Map.of());
  }

  /** The value of a variable, or null when the migration has not set it. */
  public String variable(String name) {
    return variables.get(name);
  }

  /** This session after SET (or, with a null value, RESET). */
  public Session with(String name, String value) {
    Map<String, String> changed = new TreeMap<>(variables);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new Session(inTransaction, changed);
  }
}
