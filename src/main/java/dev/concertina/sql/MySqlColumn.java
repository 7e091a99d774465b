package dev.concertina.sql;

/** What MySQL allows behind a column and PostgreSQL does not know. */
final class MySqlColumn {

  private MySqlColumn() {}

  /** Steps over one such qualifier, if one is here. */
  static void skipQualifier(Cursor cursor) {
    switch (cursor.word()) {
      case "unsigned",
          "signed",
          "zerofill",
          "auto_increment",
          "key",
          "first",
          "invisible",
          "visible",
          "binary",
          "ascii",
          "unicode" ->
          cursor.skip();
      case "comment", "charset", "after", "column_format", "srid" -> {
        cursor.skip();
        cursor.take();
      }
      case "character" -> {
        cursor.skip();
        cursor.expect("set");
        cursor.take();
      }
      case "on" -> {
        cursor.expect("on", "update");
        cursor.identifier();
        cursor.groupOrNull();
      }
      default -> {}
    }
  }
}
