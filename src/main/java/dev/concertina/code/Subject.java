package dev.concertina.code;

import dev.concertina.schema.Name;
import java.util.Objects;

/**
 * What is looked for in the source.
 *
 * @param relation the table, view, type or routine
 * @param part a column, constraint or enum value of it, or null for the thing itself
 * @param column whether the part is a column, which models declare
 */
public record Subject(Name relation, String part, boolean column) {

  /** A column. */
  public Subject(Name relation, String column) {
    this(relation, column, true);
  }

  /** The relation itself. */
  public static Subject of(Name relation) {
    return new Subject(relation, null, false);
  }

  /** A constraint or an enum value. */
  public static Subject other(Name relation, String part) {
    return new Subject(relation, part, false);
  }

  /** The same of another relation. */
  public Subject in(Name other) {
    return new Subject(other, part, column);
  }

  // By hand, since the first use of each method that a record gets costs milliseconds of a run.

  @Override
  public boolean equals(Object other) {
    return other instanceof Subject that
        && relation.equals(that.relation)
        && Objects.equals(part, that.part)
        && column == that.column;
  }

  @Override
  public int hashCode() {
    return 31 * relation.hashCode() + Objects.hashCode(part);
  }
}
