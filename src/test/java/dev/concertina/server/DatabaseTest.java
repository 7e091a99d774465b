package dev.concertina.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
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
