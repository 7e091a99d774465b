package dev.concertina.schema;

import java.util.List;

/** What hangs on one column. */
final class Dependents {

  private Dependents() {}

  /** The tables whose foreign keys reference the column. */
  static List<Name> referencing(Schema schema, Name table, String column) {
    return schema.referencing(table).stream()
        .filter(other -> references(schema, other, table, column))
        .toList();
  }

  private static boolean references(Schema schema, Name other, Name table, String column) {
    return schema.table(other).orElseThrow().constraints().stream()
        .anyMatch(
            c -> c instanceof Constraint.ForeignKey key && references(schema, key, table, column));
  }

  /** Whether a foreign key references this column of {@code table}. */
  static boolean references(Schema schema, Constraint.ForeignKey key, Name table, String column) {
    List<String> primaryKey = schema.table(table).map(Table::primaryKey).orElse(List.of());
    List<String> used = key.referencedColumns().isEmpty() ? primaryKey : key.referencedColumns();
    return key.referenced().equals(table) && used.contains(column);
  }

  /**
   * The views that surely read the column: of a view over several tables that is known only where
   * no other of them can have a column of that name.
   */
  static List<View> views(Schema schema, Name table, String column) {
    return schema.viewsOn(table).stream()
        .filter(view -> reads(schema, view, table, column))
        .toList();
  }

  private static boolean reads(Schema schema, View view, Name table, String column) {
    boolean star = view.query().detail().outputs().contains("*");
    // A star stands for the columns that were there when the view was made.
    boolean later = schema.isNew(table, column) && !schema.isNew(view.name());
    boolean named = Words.mentions(view.query().text(), column);
    boolean alone =
        view.query().detail().tables().stream()
            .filter(other -> !other.equals(table))
            .allMatch(other -> lacks(schema, other, column));
    return named && alone || star && !later;
  }

  private static boolean lacks(Schema schema, Name relation, String column) {
    return schema
        .table(relation)
        .map(table -> table.complete() && table.column(column).isEmpty())
        .orElse(false);
  }
}
