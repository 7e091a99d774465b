package dev.concertina.sql;

/** Steps over the keys and indexes that MySQL declares among the columns. */
final class MySqlIndex {

  private MySqlIndex() {}

  static boolean begins(Cursor cursor) {
    return cursor.isAny("key", "index", "fulltext", "spatial");
  }

  /** An index that is created with its table blocks nobody, so that it is read and left out. */
  static void skip(Cursor cursor) {
    cursor.acceptAny("fulltext", "spatial");
    cursor.acceptAny("key", "index");
    if (cursor.atIdentifier()) {
      cursor.identifier();
    }
    cursor.group();
    cursor.skipRest();
  }
}
