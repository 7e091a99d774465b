package dev.concertina.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was asked for and what came of it, so that nothing is lost and nothing is done twice. */
final class Ledger {
  private static final Duration REDELIVERED = Duration.ofDays(7);
  private static final Duration SHOWN = Duration.ofDays(30);
  private static final int LONGEST_PROBLEM = 1000;
  private static final String WORK = "SELECT " + WorkRow.COLUMNS + " FROM work WHERE ";
  private static final String WAITING = "wanted > done AND NOT parked";

  private final Database database;
  private final Clock clock;

  Ledger(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Writes down a delivery with what it asks for, together or not at all. One that is known already
   * asks for nothing, unless what it asked for was given up.
   *
   * @return what is to be scheduled now
   */
  List<Wish> take(String delivery, String event, List<Wish> wishes) {
    return database.in(
        connection -> {
          boolean known = isKnown(connection, delivery);
          if (!known) {
            insert(connection, delivery, event);
          }
          List<Wish> taken = new ArrayList<>();
          for (Wish wish : wishes) {
            if (!known || isParked(connection, wish.id())) {
              want(connection, delivery, wish);
              taken.add(wish);
            }
          }
          return taken;
        });
  }

  /** Whether a delivery was taken already. */
  boolean knows(String delivery) {
    return database.in(connection -> isKnown(connection, delivery));
  }

  private static boolean isKnown(Connection connection, String delivery) throws SQLException {
    return exists(connection, "SELECT 1 FROM delivery WHERE id = ?", delivery);
  }

  private static boolean isParked(Connection connection, String work) throws SQLException {
    return exists(connection, "SELECT 1 FROM work WHERE id = ? AND parked", work);
  }

  private static boolean exists(Connection connection, String query, String id)
      throws SQLException {
    return !Statements.list(connection, row -> row.getInt(1), query, id).isEmpty();
  }

  private void insert(Connection connection, String delivery, String event) throws SQLException {
    Statements.update(
        connection,
        "INSERT INTO delivery (id, event, received) VALUES (?, ?, ?)",
        delivery,
        event,
        now());
  }

  private void want(Connection connection, String delivery, Wish wish) throws SQLException {
    int updated =
        Statements.update(
            connection,
            """
            UPDATE work SET since = CASE WHEN wanted > done AND NOT parked THEN since ELSE ? END,
              installation = ?, delivery = ?, wanted = wanted + 1, again = again OR ?,
              attempts = 0, parked = FALSE, changed = ?
            WHERE id = ?
            """,
            now(),
            wish.installation(),
            delivery,
            wish.again(),
            now(),
            wish.id());
    if (updated == 0) {
      Statements.update(
          connection,
          """
          INSERT INTO work (id, installation, repository, number, target, delivery, wanted, done,
            again, attempts, parked, since, changed)
          VALUES (?, ?, ?, ?, ?, ?, 1, 0, ?, 0, FALSE, ?, ?)
          """,
          wish.id(),
          wish.installation(),
          wish.repository(),
          wish.number(),
          WorkRow.target(wish),
          delivery,
          wish.again(),
          now(),
          now());
    }
  }

  /** What is still to be done under an id; empty when there is nothing. */
  Optional<Work> waiting(String id) {
    return database.list(WorkRow::read, WORK + "id = ? AND " + WAITING, id).stream().findFirst();
  }

  /** How much of an installation waits. */
  int waiting(long installation) {
    String query = "SELECT count(*) FROM work WHERE installation = ? AND " + WAITING;
    return database.list(row -> row.getInt(1), query, installation).getFirst();
  }

  /** The check of this commit is being written. */
  void begin(Work work, String head) {
    update("UPDATE work SET begun = ?, changed = ? WHERE id = ?", head, now(), work.id());
  }

  /** All that was wanted when {@code work} was read is done. */
  void done(Work work, Done review) {
    database.in(
        connection -> {
          finish(connection, work);
          if (review != null) {
            record(connection, work, review);
          }
          return null;
        });
  }

  /** All that was wanted when {@code work} was read is wanted of others in its place. */
  void passOn(Work work, List<Wish> others) {
    database.in(
        connection -> {
          finish(connection, work);
          for (Wish other : others) {
            want(connection, work.delivery(), other);
          }
          return null;
        });
  }

  private void finish(Connection connection, Work work) throws SQLException {
    Statements.update(
        connection,
        """
        UPDATE work SET done = ?, attempts = 0, problem = NULL, begun = NULL, changed = ?,
          again = CASE WHEN wanted = ? THEN FALSE ELSE again END, since = ?
        WHERE id = ?
        """,
        work.wanted(),
        now(),
        work.wanted(),
        now(),
        work.id());
  }

  /** What came out of a review. */
  record Done(int number, String head, String verdict, Duration time) {}

  private void record(Connection connection, Work work, Done review) throws SQLException {
    Statements.update(
        connection,
        """
        INSERT INTO review (work, repository, number, head, verdict, millis, finished)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        work.id(),
        work.wish().repository(),
        review.number(),
        review.head(),
        review.verdict(),
        review.time().toMillis(),
        now());
  }

  /** The pull requests that had this newest commit when they were reviewed. */
  List<Integer> reviewedAt(String repository, String head) {
    return database.list(
        row -> row.getInt(1),
        "SELECT DISTINCT number FROM review WHERE repository = ? AND head = ? AND number > 0",
        repository,
        head);
  }

  /**
   * An attempt failed; a parked one is the last until somebody asks again. Who asked while it ran
   * has had no attempt yet.
   */
  void failed(Work work, String problem, boolean parked) {
    String line = problem.replaceAll("\\p{Cntrl}+", " ");
    update(
        """
        UPDATE work SET attempts = CASE WHEN wanted = ? THEN attempts + 1 ELSE attempts END,
          problem = ?, parked = wanted = ? AND ?, changed = ?
        WHERE id = ?
        """,
        work.wanted(),
        line.substring(0, Math.min(line.length(), LONGEST_PROBLEM)),
        work.wanted(),
        parked,
        now(),
        work.id());
  }

  /** It waits for a limit of GitHub's. */
  void delayed(Work work, String reason) {
    update("UPDATE work SET problem = ?, changed = ? WHERE id = ?", reason, now(), work.id());
  }

  /** The ids of what waits and is not scheduled: a node ended between the two. */
  List<Wish> stray() {
    return database.list(
        row -> WorkRow.read(row).wish(),
        WORK
            + WAITING
            + " AND NOT EXISTS (SELECT 1 FROM scheduled_tasks WHERE task_name = ?"
            + " AND task_instance = work.id)",
        Queue.REVIEW);
  }

  /** Forgets what is too old to be asked for. */
  void clean() {
    Timestamp shown = Timestamp.from(clock.instant().minus(SHOWN));
    update(
        "DELETE FROM delivery WHERE received < ?",
        Timestamp.from(clock.instant().minus(REDELIVERED)));
    update("DELETE FROM review WHERE finished < ?", shown);
    update("DELETE FROM work WHERE changed < ? AND (wanted <= done OR parked)", shown);
  }

  private void update(String statement, Object... values) {
    database.in(connection -> Statements.update(connection, statement, values));
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
