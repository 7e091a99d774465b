package dev.concertina.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
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
}
