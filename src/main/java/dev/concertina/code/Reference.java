package dev.concertina.code;

/**
 * One place in the application's source that refers to a table, a column or a value.
 *
 * @param file path from the repository's root
 * @param line from 1
 * @param kind how sure the place is
 * @param test whether the file is a test: tests are named but alone never make an error
 */
public record Reference(String file, int line, Kind kind, boolean test) {

  /** How a place refers to something. */
  public enum Kind {
    /** A model declares it: every SELECT and INSERT of that model names it. */
    DECLARES,
    /** The identifier stands there, near its table. */
    MENTIONS
  }
}
