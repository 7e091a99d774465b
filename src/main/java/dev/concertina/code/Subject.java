package dev.concertina.code;

import dev.concertina.schema.Name;

/**
 * What is looked for in the source.
 *
 * @param relation the table, view, type or routine
 * @param part a column, constraint or enum value of it, or null for the thing itself
 */
public record Subject(Name relation, String part) {

  /** The relation itself. */
  public static Subject of(Name relation) {
    return new Subject(relation, null);
  }
}
