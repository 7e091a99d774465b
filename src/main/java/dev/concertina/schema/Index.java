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
        || keys.stream().anyMatch(key -> mentions(key, column));
  }

  /** The same index under another name. */
  Index named(Name newName) {
    return new Index(newName, table, unique, valid, method, keys, include, where, constraint);
  }

  /** The same index on a renamed table. */
  Index on(Name newTable) {
    return new Index(name, newTable, unique, valid, method, keys, include, where, constraint);
  }

  /** The same index as that of a constraint. */
  Index backing(String newConstraint) {
    return new Index(name, table, unique, valid, method, keys, include, where, newConstraint);
  }

  /** The same index after a column was renamed. */
  Index withRenamed(String column, String newName) {
    return new Index(
        name, table, unique, valid, method, renamed(keys, column, newName),
        renamed(include, column, newName), where, constraint);
  }

  private static List<String> renamed(List<String> columns, String column, String newName) {
    return columns.stream().map(c -> c.equals(column) ? newName : c).toList();
  }

  private static boolean mentions(String key, String column) {
    int at = key.indexOf(column);
    while (at >= 0) {
      boolean startsWord = at == 0 || !Character.isJavaIdentifierPart(key.charAt(at - 1));
      int end = at + column.length();
      boolean endsWord = end == key.length() || !Character.isJavaIdentifierPart(key.charAt(end));
      if (startsWord && endsWord) {
        return true;
      }
      at = key.indexOf(column, at + 1);
    }
    return false;
  }
}
