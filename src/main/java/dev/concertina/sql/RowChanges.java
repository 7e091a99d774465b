package dev.concertina.sql;

/**
 * What the body of a trigger's function does to the row at hand, as far as it must be known whether
 * it only keeps one column in step with another.
 */
final class RowChanges {

  private boolean copies;
  private boolean more;

  /** Whether columns of the new row get values from others of its columns, and nothing else. */
  boolean onlyCopies() {
    return copies && !more;
  }

  /** {@code NEW.a := NEW.b}; an assignment to a variable changes no row. */
  void assigns(Cursor statement) {
    if (!statement.is("new")) {
      return;
    }
    Tokens tokens = statement.tokens();
    int at = statement.at();
    boolean fromOther = false;
    for (int i = at + 3; i + 2 < statement.limit(); i++) {
      fromOther |= tokens.is(i, "new") && !tokens.text(i + 2).equalsIgnoreCase(tokens.text(at + 2));
    }
    copies |= fromOther;
    more |= !fromOther;
  }

  /** An exception rejects the row; a notice does not. */
  void raises(Cursor statement) {
    Tokens tokens = statement.tokens();
    int level = statement.at() + 1;
    more |=
        !tokens.is(level, "notice")
            && !tokens.is(level, "debug")
            && !tokens.is(level, "log")
            && !tokens.is(level, "info")
            && !tokens.is(level, "warning");
  }

  /** {@code RETURN NULL} in a trigger before the write drops the row. */
  void returns(Cursor statement) {
    more |= statement.tokens().is(statement.at() + 1, "null");
  }
}
