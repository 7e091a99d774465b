package dev.concertina.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** How the work of the {@link Ledger} stands, for people and for Prometheus. */
final class Standing {
  private final Database database;

  Standing(Database database) {
    this.database = database;
  }

  /**
   * How the queue is.
   *
   * @param oldest since when the oldest request waits, or null when none does
   */
  record Depth(long waiting, long parked, Instant oldest) {}

  /** How much waits. */
  Depth depth() {
    return database
        .list(
            Standing::depth,
            """
            SELECT count(CASE WHEN NOT parked THEN 1 END), count(CASE WHEN parked THEN 1 END),
              min(CASE WHEN NOT parked THEN since END)
            FROM work WHERE wanted > done
            """)
        .getFirst();
  }

  private static Depth depth(ResultSet row) throws SQLException {
    Timestamp oldest = row.getTimestamp(3);
    return new Depth(row.getLong(1), row.getLong(2), oldest == null ? null : oldest.toInstant());
  }

  /** A review that was finished. */
  record Reviewed(
      String repository, int number, String head, String verdict, long millis, Instant finished) {}

  /** The newest reviews, newest first. */
  List<Reviewed> reviews(int most) {
    return database.list(
        row ->
            new Reviewed(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getTimestamp(6).toInstant()),
        """
        SELECT repository, number, head, verdict, millis, finished FROM review
        ORDER BY finished DESC, id DESC LIMIT ?
        """,
        most);
  }

  /** What failed and is tried again or given up, newest first. */
  List<Work> failing(int most) {
    return database.list(
        WorkRow::read,
        "SELECT "
            + WorkRow.COLUMNS
            + " FROM work WHERE wanted > done AND problem IS NOT NULL ORDER BY changed DESC LIMIT ?",
        most);
  }

  /** Fails when the database does not answer. */
  void ping() {
    database.list(row -> row.getInt(1), "SELECT 1");
  }
}
