package dev.concertina.server;

import dev.concertina.github.Turns;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns of one installation among the nodes of one PostgreSQL: a lock that ends with its
 * transaction, and so with a node that dies. Each takes a connection while a request is answered,
 * for which the pool has room: a worker has one request at a time.
 */
final class SharedTurns implements Turns {
  private static final Logger LOG = LoggerFactory.getLogger(SharedTurns.class);

  /** What tells our locks from those of others in the same database. */
  private static final int OURS = 0x434F4E43;

  /** GitHub answers within a minute, or the request fails. */
  private static final String PATIENCE = "SET LOCAL lock_timeout = '90s'";

  private static final String LOCK = "SELECT pg_advisory_xact_lock(?, ?)";

  private final DataSource pool;
  private final int key;

  SharedTurns(DataSource pool, long installation) {
    this.pool = pool;
    this.key = Long.hashCode(installation);
  }

  @Override
  public Turn take() {
    try {
      Connection connection = pool.getConnection();
      try {
        connection.setAutoCommit(false);
        Statements.run(connection, PATIENCE);
        Statements.list(connection, row -> 1, LOCK, OURS, key);
        return () -> end(connection);
      } catch (SQLException e) {
        end(connection);
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }

  /** A lock that can't be given back is gone with its connection. */
  private static void end(Connection connection) {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      LOG.debug("a lock ended with its connection: {}", e.getMessage());
    }
  }
}
