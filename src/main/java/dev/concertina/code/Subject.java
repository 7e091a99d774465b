package dev.concertina.code;

import dev.concertina.schema.Name;
import java.util.Objects;

/**
 * What is looked for in the source.
 *
 * @param relation the table, view, type or routine
 * @param part a column, constraint or enum value of it, or null for the thing itself
 */
public record Subject(Name relation, String part) {

  // By hand, since the first use of each method that a record gets costs milliseconds of a run.

  @Override
  public boolean equals(Object other) {
    return other instanceof Subject that
        && relation.equals(that.relation)
        && Objects.equals(part, that.part);
  }

  @Override
  public int hashCode() {
    return 31 * relation.hashCode() + Objects.hashCode(part);
  }

  /** The relation itself. */
  public static Subject of(Name relation) {
    return new Subject(relation, null);
  }
}
