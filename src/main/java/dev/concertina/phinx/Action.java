package dev.concertina.phinx;

import dev.concertina.schema.Span;
import java.util.List;

/**
 * One change of a table that waits for the table to be saved.
 *
 * @param alters parts of one ALTER TABLE
 * @param after statements behind those of all actions of its kind
 * @param column the column that it adds, or null
 */
record Action(Kind kind, Span place, List<String> alters, List<String> after, Column column) {

  /** The order in which Phinx sends them, whatever the order in which they were asked for. */
  enum Kind {
    COLUMN,
    /** A change of a column by the name that it is given in the same breath. */
    RENAMED_COLUMN,
    KEY,
    INDEX,
    REMOVAL,
    TABLE
  }

  Action {
    alters = List.copyOf(alters);
    after = List.copyOf(after);
  }

  static Action alter(Kind kind, Span place, String... alters) {
    return new Action(kind, place, List.of(alters), List.of(), null);
  }

  static Action after(Kind kind, Span place, String sql) {
    return new Action(kind, place, List.of(), List.of(sql), null);
  }
}
