package dev.concertina.code;

/**
 * A place in a file that has to do with a table.
 *
 * @param form how it is spelled
 * @param strength what that says
 */
record TableUse(Word word, Target.Form form, TableEvidence.Strength strength) {

  /** Whether the table itself is used here, not only talked about. */
  boolean isUse() {
    return strength.compareTo(TableEvidence.Strength.CLASS) >= 0;
  }

  boolean isSql() {
    return strength == TableEvidence.Strength.SQL;
  }
}
