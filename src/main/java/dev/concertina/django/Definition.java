package dev.concertina.django;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An index or constraint that is to be made. Django puts many off to the end of the migration, and
 * by then a table or column may have another name or be gone.
 *
 * @param name null when Django makes one of the table and the columns
 * @param suffix what a made name ends with
 * @param keys of an index; for a constraint its columns
 * @param using the access method with its keyword, or an empty text
 * @param tail what stands behind the keys
 * @param reference what a foreign key points to, else null
 */
record Definition(
    Catalogue.Kind kind,
    String table,
    String name,
    String suffix,
    List<Key> keys,
    boolean concurrently,
    String using,
    String tail,
    FieldColumn.Reference reference) {

  /** One column of an index with what stands behind it, or an expression ({@code column} null). */
  record Key(String column, String text) {
    String sql() {
      return column == null ? text : Names.quote(column) + text;
    }
  }

  static Definition index(String table, String name, String suffix, List<Key> keys) {
    return new Definition(Catalogue.Kind.INDEX, table, name, suffix, keys, false, "", "", null);
  }

  static Definition unique(String table, String name, List<String> columns, String tail) {
    return new Definition(
        Catalogue.Kind.UNIQUE, table, name, "_uniq", plain(columns), false, "", tail, null);
  }

  static Definition primaryKey(String table, String column) {
    return new Definition(
        Catalogue.Kind.PRIMARY_KEY,
        table,
        null,
        "_pk",
        plain(List.of(column)),
        false,
        "",
        "",
        null);
  }

  /**
   * @param suffix null for the usual one, which names what it points to
   */
  static Definition foreignKey(
      String table, String column, FieldColumn.Reference reference, String suffix) {
    return new Definition(
        Catalogue.Kind.FOREIGN_KEY,
        table,
        null,
        suffix,
        plain(List.of(column)),
        false,
        "",
        "",
        reference);
  }

  Definition withTail(String newTail) {
    return new Definition(kind, table, name, suffix, keys, concurrently, using, newTail, reference);
  }

  private static List<Key> plain(List<String> columns) {
    return columns.stream().map(column -> new Key(column, "")).toList();
  }

  /** The columns; none when a key is an expression. */
  List<String> columns() {
    boolean plain = keys.stream().allMatch(key -> key.column != null);
    return plain ? keys.stream().map(Key::column).toList() : List.of();
  }

  String madeName() {
    if (name != null) {
      return name;
    }
    String end =
        suffix == null ? "_fk_" + Names.bare(reference.table()) + "_" + reference.column() : suffix;
    return Names.index(table, columns(), end);
  }

  String sql() {
    String quoted = Names.quote(madeName());
    String on = Names.quote(table);
    String list = keys.stream().map(Key::sql).collect(Collectors.joining(", ", "(", ")"));
    return switch (kind) {
      case INDEX ->
          "CREATE INDEX "
              + (concurrently ? "CONCURRENTLY " : "")
              + (quoted + " ON " + on + using + " " + list + tail);
      case UNIQUE_INDEX -> "CREATE UNIQUE INDEX " + quoted + " ON " + on + " " + list + tail;
      case UNIQUE -> add(on, quoted) + "UNIQUE" + nullsFirst(list);
      case PRIMARY_KEY -> add(on, quoted) + "PRIMARY KEY " + list;
      case FOREIGN_KEY -> add(on, quoted) + "FOREIGN KEY " + list + " " + references();
      case CHECK, SEQUENCE -> add(on, quoted) + tail;
    };
  }

  /** NULLS NOT DISTINCT stands before the columns, DEFERRABLE behind them. */
  private String nullsFirst(String list) {
    boolean before = tail.startsWith(" NULLS");
    return before ? tail + " " + list : " " + list + tail;
  }

  private static String add(String table, String name) {
    return "ALTER TABLE " + table + " ADD CONSTRAINT " + name + " ";
  }

  private String references() {
    return "REFERENCES "
        + Names.quote(reference.table())
        + " ("
        + Names.quote(reference.column())
        + ") DEFERRABLE INITIALLY DEFERRED";
  }

  boolean mentions(String other) {
    return table.equals(other) || reference != null && other.equals(reference.table());
  }

  boolean mentions(String other, String column) {
    return table.equals(other) && keys.stream().anyMatch(key -> column.equals(key.column))
        || reference != null
            && other.equals(reference.table())
            && column.equals(reference.column());
  }

  Definition renameTable(String from, String to) {
    FieldColumn.Reference target =
        reference != null && from.equals(reference.table())
            ? new FieldColumn.Reference(to, reference.column(), reference.enforced())
            : reference;
    return with(table.equals(from) ? to : table, keys, target);
  }

  Definition renameColumn(String at, String from, String to) {
    List<Key> renamed =
        table.equals(at)
            ? keys.stream()
                .map(key -> from.equals(key.column) ? new Key(to, key.text) : key)
                .toList()
            : keys;
    boolean pointsAt =
        reference != null && at.equals(reference.table()) && from.equals(reference.column());
    FieldColumn.Reference target =
        pointsAt ? new FieldColumn.Reference(at, to, reference.enforced()) : reference;
    return with(table, renamed, target);
  }

  private Definition with(String onTable, List<Key> with, FieldColumn.Reference target) {
    return new Definition(kind, onTable, name, suffix, with, concurrently, using, tail, target);
  }
}
