package dev.concertina.schema;

import java.util.List;

/**
 * An index as the schema keeps it.
 *
 * @param keys the text of each key; a plain column is its folded name
 * @param where the predicate, or null
 * @param valid false while a CONCURRENTLY build or an ON ONLY parent is unfinished
 * @param constraint the constraint that it backs, or null
 */
public record Index(
    Name name,
    Name table,
    boolean unique,
    boolean valid,
    String method,
    List<String> keys,
    List<String> include,
    Expression where,
    String constraint) {

  public Index {
    keys = List.copyOf(keys);
    include = List.copyOf(include);
  }

  /** Whether the index has to be looked at when {@code column} changes. */
  public boolean covers(String column) {
    return keys.contains(column)
        || include.contains(column)
        || where != null && where.detail().columns().contains(column)
        || keys.stream().anyMatch(key -> Words.mentions(key, column));
  }

  /** Whether {@code column} stands in an expression or in the predicate, not only as a key. */
  boolean computesFrom(String column) {
    return where != null && where.detail().columns().contains(column)
        || keys.stream().anyMatch(key -> !key.equals(column) && Words.mentions(key, column));
  }

  Index named(Name newName) {
    return new Index(newName, table, unique, valid, method, keys, include, where, constraint);
  }

  Index on(Name newTable) {
    return new Index(name, newTable, unique, valid, method, keys, include, where, constraint);
  }

  Index backing(String newConstraint) {
    return new Index(name, table, unique, valid, method, keys, include, where, newConstraint);
  }

  Index withValid(boolean newValid) {
    return new Index(name, table, unique, newValid, method, keys, include, where, constraint);
  }

  Index columnRenamed(String column, String newName) {
    return new Index(
        name,
        table,
        unique,
        valid,
        method,
        keys.stream().map(key -> renamed(key, column, newName)).toList(),
        include.stream().map(key -> key.equals(column) ? newName : key).toList(),
        where == null ? null : where.columnRenamed(column, newName),
        constraint);
  }

  private static String renamed(String key, String column, String newName) {
    return key.equals(column) ? newName : Words.rename(key, column, newName);
  }
}
