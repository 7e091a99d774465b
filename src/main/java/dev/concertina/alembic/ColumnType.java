package dev.concertina.alembic;

import java.util.List;

/**
 * The type of a column.
 *
 * @param sql as PostgreSQL is told it
 * @param serial what SQLAlchemy makes of it for a key that counts by itself, or null
 * @param enumeration the type to create before a table has it, or null
 */
record ColumnType(String sql, String serial, Enumeration enumeration) {

  static ColumnType of(String sql) {
    return new ColumnType(sql, null, null);
  }

  /** The same type in an array. */
  ColumnType array(int dimensions) {
    return new ColumnType(sql + "[]".repeat(dimensions), null, enumeration);
  }

  /**
   * An enumerated type.
   *
   * @param created whether a table that has it creates it
   */
  record Enumeration(String name, List<String> labels, boolean created) {
    Enumeration {
      labels = List.copyOf(labels);
    }

    String create() {
      return "CREATE TYPE "
          + name
          + " AS ENUM ("
          + String.join(", ", labels.stream().map(Names::literal).toList())
          + ")";
    }
  }
}
