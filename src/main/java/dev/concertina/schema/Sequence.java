package dev.concertina.schema;

/**
 * A sequence as the schema keeps it.
 *
 * @param table the table that owns it, or null: a serial or identity column's goes with the column
 * @param column the column that owns it, or null
 */
public record Sequence(Name name, Name table, String column) {

  /** Whether it is dropped together with this column. */
  public boolean ownedBy(Name otherTable, String otherColumn) {
    return otherTable.equals(table) && otherColumn.equals(column);
  }
}
