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

  /** Whether the word is longer than the table's name: {@code VersionRepository}. */
  boolean saysMore() {
    return word.end() - word.start() > form.name().replace("_", "").length() + 1;
  }

  boolean isSql() {
    return strength == TableEvidence.Strength.SQL;
  }
}
