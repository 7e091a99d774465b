package dev.concertina.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database =
        Database.open(
            ServiceSettings.read(
                Map.of("CONCERTINA_WEBHOOK_SECRET", "s", "CONCERTINA_DATA", folder.toString())));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void says_that_it_is_away() {
    assertThatThrownBy(
            () ->
                database.in(
                    connection -> {
                      throw new SQLException("no connection within 4 seconds");
                    }))
        .isInstanceOf(StoreException.class)
        .hasMessage("the database: no connection within 4 seconds");
  }

  @Test
  void repeats_what_somebody_else_has_crossed() {
    AtomicInteger attempts = new AtomicInteger();
    String done =
        database.in(
            connection -> {
              if (attempts.incrementAndGet() < 3) {
                throw new SQLException("crossed", "40001");
              }
              return "done";
            });
    assertThat(done).isEqualTo("done");
    assertThat(attempts).hasValue(3);
  }

  /** As when it can't write because the disk is full. */
  @Test
  void opens_again_what_has_closed_itself() {
    assertThatThrownBy(this::shutDown).isInstanceOf(SQLException.class);
    await()
        .ignoreException(StoreException.class)
        .atMost(Duration.ofSeconds(10))
        .until(() -> read() == 1);
  }

  /**
   * What a kill leaves is the file as it is at that moment. Space of old versions is used again
   * here at once, as otherwise after a minute.
   */
  @Test
  void has_in_its_file_what_is_committed() throws Exception {
    execute("SET RETENTION_TIME 0");
    Path copy = folder.resolve("copy");
    for (int i = 1; i <= 200; i++) {
      execute("INSERT INTO delivery VALUES ('" + i + "', 'ping', CURRENT_TIMESTAMP)");
      execute("DELETE FROM delivery WHERE id = '" + (i - 10) + "'");
      if (i % 4 == 0) {
        Files.copy(
            folder.resolve("queue.mv.db"),
            copy.resolveSibling("copy.mv.db"),
            StandardCopyOption.REPLACE_EXISTING);
        assertThat(newest(copy)).isEqualTo(i);
      }
    }
  }

  private static int newest(Path copy) throws SQLException {
    String url = "jdbc:h2:file:" + copy + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    try (Connection connection = DriverManager.getConnection(url, "concertina", "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT max(CAST(id AS int)) FROM delivery")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private void execute(String statement) {
    database.in(
        connection -> {
          try (Statement done = connection.createStatement()) {
            return done.execute(statement);
          }
        });
  }

  private void shutDown() throws SQLException {
    try (Connection connection = database.pool().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
    }
  }

  private int read() {
    return database.in(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery("SELECT 1 + count(*) FROM work")) {
            rows.next();
            return rows.getInt(1);
          }
        });
  }
}
