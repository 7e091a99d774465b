package dev.concertina.schema;

import java.util.List;

/**
 * A domain as the schema keeps it.
 *
 * @param constraints its CHECKs
 */
public record Domain(Name name, DataType base, boolean notNull, List<Constraint> constraints) {
  public Domain {
    constraints = List.copyOf(constraints);
  }

  /** Whether a value has to be looked at before it is stored. */
  public boolean constrained() {
    return notNull || !constraints.isEmpty();
  }
}
