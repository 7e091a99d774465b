package dev.concertina.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * A domain as the schema keeps it.
 *
 * @param collation how its values are compared and sorted, or null for its base's own way
 * @param constraints its CHECKs
 */
public record Domain(
    Name name, DataType base, String collation, boolean notNull, List<Constraint> constraints) {
  public Domain {
    constraints = List.copyOf(constraints);
  }

  /** Whether a value has to be looked at before it is stored. */
  public boolean constrained() {
    return notNull || !constraints.isEmpty();
  }

  Domain with(Constraint constraint) {
    List<Constraint> more = new ArrayList<>(constraints);
    more.add(constraint);
    return new Domain(name, base, collation, notNull, more);
  }

  Domain without(String constraint) {
    return new Domain(
        name,
        base,
        collation,
        notNull,
        constraints.stream().filter(c -> !constraint.equals(c.name())).toList());
  }

  Domain withNotNull(boolean newNotNull) {
    return new Domain(name, base, collation, newNotNull, constraints);
  }
}
