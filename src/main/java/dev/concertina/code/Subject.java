package dev.concertina.code;

import dev.concertina.schema.Name;
import java.util.Objects;

/**
 * What is looked for in the source.
 *
 * @param relation the table, view, type or routine
 * @param part a column, constraint or enum value of it, or null for the thing itself
 * @param declared whether models are asked, too, which of them declares it
 */
public record Subject(Name relation, String part, boolean declared) {

  /** A column. */
  public Subject(Name relation, String column) {
    this(relation, column, true);
  }

  /** The relation itself. */
  public static Subject of(Name relation) {
    return new Subject(relation, null, true);
  }

  /** The relation itself, of which only queries are looked for: it stays, and models with it. */
  public static Subject queried(Name relation) {
    return new Subject(relation, null, false);
  }

  /** A constraint or an enum value. */
  public static Subject other(Name relation, String part) {
    return new Subject(relation, part, false);
  }

  /** The same of another relation. */
  public Subject in(Name other) {
    return new Subject(other, part, declared);
  }

  // By hand, since the first use of each method that a record gets costs milliseconds of a run.

  @Override
  public boolean equals(Object other) {
    return other instanceof Subject that
        && relation.equals(that.relation)
        && Objects.equals(part, that.part)
        && declared == that.declared;
  }

  @Override
  public int hashCode() {
    return 31 * relation.hashCode() + Objects.hashCode(part);
  }
}
