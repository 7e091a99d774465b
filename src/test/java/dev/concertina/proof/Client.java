package dev.concertina.proof;

import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * A session with a server. Outside of a transaction every statement is its own. {@link #close}
 * gives it back to its database, where the next one to connect finds it as new.
 */
public final class Client implements AutoCloseable {

  /**
   * A lock_timeout that tells whether a lock is to be had at once. The server counts it from where
   * a statement begins to wait, so a slow machine makes no difference, unless somebody else works
   * meanwhile and lets go again.
   */
  static final String GLIMPSE = "'2ms'";

  private final Connection connection;
  private final Consumer<Client> home;
  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private final List<String> messages = new ArrayList<>();
  private final int backend;

  /**
   * @param home what becomes of it when it is closed
   */
  Client(Connection connection, Consumer<Client> home) {
    this.connection = connection;
    this.home = home;
    backend = Integer.parseInt(value("SELECT pg_backend_pid()"));
  }

  /** The process that serves this session. */
  public int backend() {
    return backend;
  }

  /**
   * Runs the statements of a script one after the other.
   *
   * @throws Refused at the first that the server refuses
   */
  public void run(String script) {
    for (var statement : reader.read(script)) {
      execute(statement.text());
    }
  }

  /**
   * Runs one statement.
   *
   * @throws Refused when the server refuses it
   */
  public void execute(String sql) {
    try (Statement statement = statement()) {
      statement.execute(sql);
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        messages.add(w.getMessage());
      }
    } catch (SQLException e) {
      throw new Refused(e);
    }
  }

  /** Starts a script and returns while it runs. This session is busy until it has ended. */
  public Running start(String script) {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              run(script);
              return null;
            });
    Thread.ofPlatform().daemon().name("session " + backend).start(task);
    return new Running(script, backend, task);
  }

  /** All rows of a query, each as its columns' texts; NULL is null. */
  public List<List<String>> rows(String query) {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = statement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new Refused(e);
    }
  }

  /** The first column of each query's first row, or null where there is none, in one round trip. */
  public List<String> values(List<String> queries) {
    List<String> values = new ArrayList<>();
    String sql = String.join(";", queries);
    try (Statement statement = statement()) {
      for (boolean more = statement.execute(sql); more; more = statement.getMoreResults()) {
        try (ResultSet result = statement.getResultSet()) {
          values.add(result.next() ? result.getString(1) : null);
        }
      }
      return values;
    } catch (SQLException e) {
      throw new Refused(e);
    }
  }

  /** The first column of a query's first row, or null when there is none. */
  public String value(String query) {
    List<List<String>> rows = rows(query);
    return rows.isEmpty() ? null : rows.get(0).get(0);
  }

  /**
   * Whether a script has to wait for somebody's lock now. What it did is rolled back; this session
   * must not be in a transaction.
   *
   * @throws Refused when the server refuses it for another reason
   */
  public boolean waits(String script) {
    execute("BEGIN");
    try {
      execute("SET LOCAL lock_timeout = " + GLIMPSE);
      run(script);
      return false;
    } catch (Refused e) {
      if (e.lockNotAvailable()) {
        return true;
      }
      throw e;
    } finally {
      execute("ROLLBACK");
    }
  }

  /** What the server has said beside results since the last time that this was asked. */
  public List<String> messages() {
    List<String> said = List.copyOf(messages);
    messages.clear();
    return said;
  }

  /**
   * Leaves the transaction, drops what belongs to the session and resets its settings.
   *
   * @throws Refused when the server has ended the session
   */
  void reset() {
    execute("ROLLBACK");
    execute("DISCARD ALL");
    messages.clear();
  }

  /** Ends the session. */
  void end() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new AssertionError("could not close a session", e);
    }
  }

  private Statement statement() throws SQLException {
    Statement statement = connection.createStatement();
    statement.setEscapeProcessing(false);
    return statement;
  }

  @Override
  public void close() {
    home.accept(this);
  }
}
