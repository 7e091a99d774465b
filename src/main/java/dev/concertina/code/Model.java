package dev.concertina.code;

import java.util.List;
import java.util.Optional;

/**
 * A class or block of the application that stands for a table: what it declares is in its SELECTs
 * and INSERTs, whether or not anybody reads it.
 *
 * @param tables what its table may be called
 * @param place where it is declared
 * @param columns those that it names, wherever they are declared: also in a base class
 * @param claim what it says of columns that it doesn't name
 */
record Model(List<Spelling> tables, Place place, List<Field> columns, Claim claim) {

  /**
   * A declared column.
   *
   * @param column what it may be called
   * @param place where it is declared
   */
  record Field(Spelling column, Place place) {}

  /** What a model says of columns that it doesn't name. */
  enum Claim {
    /** Nothing: it has only those that it names. */
    NAMED_ONES,
    /** It has all columns of the table but those that it names, as in Rails. */
    ALL_OTHERS
  }

  /** A model that names its columns. */
  Model(List<Spelling> tables, Place place, List<Field> columns) {
    this(tables, place, columns, Claim.NAMED_ONES);
  }

  boolean isOf(String table) {
    return tables.stream().anyMatch(spelling -> spelling.means(table));
  }

  /** Where it declares a column of the table; empty where it does not. */
  Optional<Place> declaring(String column) {
    Optional<Place> named = naming(column);
    if (claim == Claim.NAMED_ONES) {
      return named;
    }
    return named.isPresent() ? Optional.empty() : Optional.of(place);
  }

  /** Whether it says that it has not got a column which its table has. */
  boolean ignores(String column) {
    return claim == Claim.ALL_OTHERS && naming(column).isPresent();
  }

  /** Where it names a column, or the value of an enum. */
  Optional<Place> naming(String part) {
    return columns.stream().filter(field -> field.column.means(part)).map(Field::place).findFirst();
  }
}
