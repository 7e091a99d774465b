package dev.concertina.rails;

/**
 * A statement that Active Record sends.
 *
 * @param table the table whose ALTER TABLE it is, or null
 * @param sql what stands behind {@code ALTER TABLE} and its name, or all of it
 */
record Sent(String table, String sql) {

  static Sent whole(String sql) {
    return new Sent(null, sql);
  }

  static Sent alter(String table, String action) {
    return new Sent(table, action);
  }

  String statement() {
    return table == null ? sql : "ALTER TABLE " + Names.table(table) + " " + sql;
  }
}
