package dev.concertina.schema;

/**
 * A sequence as the schema keeps it.
 *
 * @param table the table that owns it, or null: a serial or identity column's goes with the column
 * @param column the column that owns it; null where {@code table} is
 */
public record Sequence(Name name, Name table, String column) {}
