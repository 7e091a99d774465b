package dev.concertina.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concertina.github.Target;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was asked for and what came of it, so that nothing is lost and nothing is done twice. */
final class Ledger {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration REDELIVERED = Duration.ofDays(7);
  private static final Duration SHOWN = Duration.ofDays(30);
  private static final int LONGEST_PROBLEM = 1000;
  private static final String COLUMNS =
      "installation, repository, number, target, again, delivery, wanted, attempts, problem,"
          + " parked, begun, since";
  private static final String WAITING = "wanted > done AND NOT parked";

  private final Database database;
  private final Clock clock;

  Ledger(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  // ---- deliveries

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
    try (PreparedStatement statement = prepare(connection, query, id);
        ResultSet rows = statement.executeQuery()) {
      return rows.next();
    }
  }

  private void insert(Connection connection, String delivery, String event) throws SQLException {
    update(
        connection,
        "INSERT INTO delivery (id, event, received) VALUES (?, ?, ?)",
        delivery,
        event,
        now());
  }

  private void want(Connection connection, String delivery, Wish wish) throws SQLException {
    int updated =
        update(
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
      update(
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
          target(wish),
          delivery,
          wish.again(),
          now(),
          now());
    }
  }

  // ---- work

  /** What is still to be done under an id; empty when there is nothing. */
  Optional<Work> waiting(String id) {
    return database.in(
        connection -> {
          String query = "SELECT " + COLUMNS + " FROM work WHERE id = ? AND " + WAITING;
          try (PreparedStatement statement = prepare(connection, query, id);
              ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(work(rows)) : Optional.empty();
          }
        });
  }

  /** How much of an installation waits. */
  int waiting(long installation) {
    return database.in(
        connection ->
            (int)
                number(
                    connection,
                    "SELECT count(*) FROM work WHERE installation = ? AND " + WAITING,
                    installation));
  }

  /** The check of this commit is being written. */
  void begin(Work work, String head) {
    update("UPDATE work SET begun = ?, changed = ? WHERE id = ?", head, now(), work.id());
  }

  /** All that was wanted when {@code work} was read is done. */
  void done(Work work, Done review) {
    database.in(
        connection -> {
          update(
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
          if (review != null) {
            record(connection, work, review);
          }
          return null;
        });
  }

  /** What came out of a review. */
  record Done(int number, String head, String verdict, Duration time) {}

  private void record(Connection connection, Work work, Done review) throws SQLException {
    update(
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
    return database.in(
        connection -> {
          String query =
              "SELECT DISTINCT number FROM review WHERE repository = ? AND head = ? AND number > 0";
          List<Integer> numbers = new ArrayList<>();
          try (PreparedStatement statement = prepare(connection, query, repository, head);
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              numbers.add(rows.getInt(1));
            }
          }
          return numbers;
        });
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
    return database.in(
        connection -> {
          String query =
              "SELECT "
                  + COLUMNS
                  + " FROM work WHERE "
                  + WAITING
                  + " AND NOT EXISTS (SELECT 1 FROM scheduled_tasks WHERE task_name = ?"
                  + " AND task_instance = work.id)";
          List<Wish> strays = new ArrayList<>();
          try (PreparedStatement statement = prepare(connection, query, Queue.REVIEW);
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              strays.add(work(rows).wish());
            }
          }
          return strays;
        });
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

  // ---- what people see

  /**
   * How the queue is.
   *
   * @param oldest since when the oldest request waits, or null when none does
   */
  record Depth(long waiting, long parked, Instant oldest) {}

  /** How much waits. */
  Depth depth() {
    return database.in(
        connection -> {
          try (PreparedStatement statement =
                  prepare(
                      connection,
                      "SELECT count(CASE WHEN NOT parked THEN 1 END),"
                          + " count(CASE WHEN parked THEN 1 END),"
                          + " min(CASE WHEN NOT parked THEN since END)"
                          + " FROM work WHERE wanted > done");
              ResultSet rows = statement.executeQuery()) {
            rows.next();
            Timestamp oldest = rows.getTimestamp(3);
            return new Depth(
                rows.getLong(1), rows.getLong(2), oldest == null ? null : oldest.toInstant());
          }
        });
  }

  /** A review that was finished. */
  record Reviewed(
      String repository, int number, String head, String verdict, long millis, Instant finished) {}

  /** The newest reviews, newest first. */
  List<Reviewed> reviews(int most) {
    return database.in(
        connection -> {
          String query =
              "SELECT repository, number, head, verdict, millis, finished FROM review"
                  + " ORDER BY finished DESC, id DESC LIMIT ?";
          List<Reviewed> reviews = new ArrayList<>();
          try (PreparedStatement statement = prepare(connection, query, most);
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              reviews.add(
                  new Reviewed(
                      rows.getString(1),
                      rows.getInt(2),
                      rows.getString(3),
                      rows.getString(4),
                      rows.getLong(5),
                      rows.getTimestamp(6).toInstant()));
            }
          }
          return reviews;
        });
  }

  /** What failed and is tried again or given up, newest first. */
  List<Work> failing(int most) {
    return database.in(
        connection -> {
          String query =
              "SELECT "
                  + COLUMNS
                  + " FROM work WHERE wanted > done AND problem IS NOT NULL"
                  + " ORDER BY changed DESC LIMIT ?";
          List<Work> failing = new ArrayList<>();
          try (PreparedStatement statement = prepare(connection, query, most);
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              failing.add(work(rows));
            }
          }
          return failing;
        });
  }

  /** Fails when the database does not answer. */
  void ping() {
    database.in(connection -> number(connection, "SELECT 1"));
  }

  // ---- rows

  private static Work work(ResultSet row) throws SQLException {
    String text = row.getString("target");
    int number = row.getInt("number");
    Place place = text == null ? new Place(null, null) : read(text);
    return new Work(
        new Wish(
            row.getLong("installation"),
            row.getString("repository"),
            number,
            place.group(),
            place.commit(),
            row.getBoolean("again")),
        row.getString("delivery"),
        row.getLong("wanted"),
        row.getInt("attempts"),
        row.getString("problem"),
        row.getBoolean("parked"),
        row.getString("begun"),
        row.getTimestamp("since").toInstant());
  }

  /** What a wish is about that is no pull request. */
  private record Place(Target group, String commit) {}

  private static String target(Wish wish) {
    if (wish.group() == null && wish.commit() == null) {
      return null;
    }
    try {
      return JSON.writeValueAsString(new Place(wish.group(), wish.commit()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of texts can be written", e);
    }
  }

  private static Place read(String text) {
    try {
      return JSON.readValue(text, Place.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was written can be read", e);
    }
  }

  private void update(String statement, Object... values) {
    database.in(connection -> update(connection, statement, values));
  }

  private static int update(Connection connection, String text, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, text, values)) {
      return statement.executeUpdate();
    }
  }

  private static long number(Connection connection, String query, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, query, values);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static PreparedStatement prepare(Connection connection, String text, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
