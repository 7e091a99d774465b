package dev.concertina.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import dev.concertina.github.Turns;
import dev.concertina.server.Statements.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Where the queue and the record are: an embedded database, or one that nodes share. */
final class Database implements AutoCloseable {
  /** Who asks waits no longer for a connection: GitHub gives up after ten seconds. */
  private static final long PATIENCE_MILLIS = 4_000;

  private static final int MOST_ATTEMPTS = 5;

  /** The embedded one belongs to one node. */
  private static final String SHARED = "jdbc:postgresql:";

  /** Somebody else wrote the same row first: another attempt sees it. */
  private static final Set<String> REPEATABLE = Set.of("23505", "40001", "40P01");

  private final HikariDataSource pool;
  private final boolean shared;

  private Database(HikariDataSource pool, boolean shared) {
    this.pool = pool;
    this.shared = shared;
  }

  /** Opens it and brings its schema up to date; of several nodes one does, the others wait. */
  static Database open(ServiceSettings settings) {
    HikariConfig config = new HikariConfig();
    settings
        .database()
        .ifPresentOrElse(
            shared -> {
              config.setJdbcUrl(shared.url());
              config.setUsername(shared.user().isEmpty() ? null : shared.user());
              config.setPassword(shared.password().isEmpty() ? null : shared.password());
            },
            () -> {
              // Without a delay, what is committed is in the file when the answer goes out.
              config.setJdbcUrl(
                  "jdbc:h2:file:"
                      + settings.data().toAbsolutePath().resolve("queue")
                      + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                      + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
              config.setUsername("concertina");
              config.setExceptionOverride(new Reopening());
            });
    config.setPoolName("database");
    config.setMaximumPoolSize(settings.workers() + 8);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setAutoCommit(true);
    HikariDataSource pool = new HikariDataSource(config);
    try {
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:dev/concertina/server/migration")
          .table("schema_history")
          .load()
          .migrate();
      return new Database(pool, config.getJdbcUrl().startsWith(SHARED));
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /**
   * The embedded database closes itself when it can't write, on a full disk for one. Whoever
   * connects anew opens it again.
   */
  private static final class Reopening implements SQLExceptionOverride {
    private static final Set<Integer> CLOSED = Set.of(90_098, 90_121);

    @java.lang.Override
    public Override adjudicate(SQLException e) {
      return CLOSED.contains(e.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
  }

  DataSource pool() {
    return pool;
  }

  /** When it is this node's turn to change something in an installation. */
  Turns turns(long installation) {
    return shared ? new SharedTurns(pool, installation) : Turns.ALONE;
  }

  /** What is done in one transaction. */
  interface Use<T> {
    T with(Connection connection) throws SQLException;
  }

  /**
   * Does something in one transaction, again when another one came first.
   *
   * @throws StoreException when it can't be done
   */
  <T> T in(Use<T> use) {
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = pool.getConnection()) {
        return attempt(connection, use);
      } catch (SQLException e) {
        if (attempt == MOST_ATTEMPTS || !isRepeatable(e)) {
          throw new StoreException(e);
        }
      }
    }
  }

  /**
   * The rows of a query.
   *
   * @throws StoreException when it can't be answered
   */
  <T> List<T> list(Row<T> row, String query, Object... values) {
    return in(connection -> Statements.list(connection, row, query, values));
  }

  /** One that says only that there is no connection has no state. */
  private static boolean isRepeatable(SQLException e) {
    return e.getSQLState() != null && REPEATABLE.contains(e.getSQLState());
  }

  private static <T> T attempt(Connection connection, Use<T> use) throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = use.with(connection);
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
