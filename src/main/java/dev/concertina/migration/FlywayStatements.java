package dev.concertina.migration;

import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.sql.Wording;
import java.util.List;

/**
 * The statements that Flyway and the Supabase command line know to run outside a transaction by
 * themselves. Flyway's list is that of its PostgreSQL parser: {@code DETACH … CONCURRENTLY} and
 * {@code REINDEX INDEX CONCURRENTLY} are not on it, stay in the transaction and fail.
 */
public final class FlywayStatements {

  private static final List<String> FLYWAY =
      List.of(
          "reindex schema ",
          "reindex database ",
          "reindex system ",
          "vacuum ",
          "alter system ",
          "create database ",
          "drop database ",
          "create tablespace ",
          "drop tablespace ",
          "create subscription ",
          "drop subscription ",
          "discard all ");

  private static final List<String> SUPABASE = List.of("vacuum ", "alter system ", "cluster ");

  private FlywayStatements() {}

  /** Whether Flyway runs the file that holds this statement outside a transaction. */
  public static boolean outside(Statement statement) {
    return concurrentIndex(statement) || startsWith(statement, FLYWAY);
  }

  /** How Flyway runs a file that has no settings of its own beside it. */
  public static Migration.Transaction transaction(
      List<Statement> statements, FlywaySettings settings) {
    if (!settings.inTransaction()) {
      return Migration.Transaction.NONE;
    }
    long outside = statements.stream().filter(FlywayStatements::outside).count();
    if (outside == 0) {
      return settings.group() ? Migration.Transaction.ALL_PENDING : Migration.Transaction.FILE;
    }
    return outside < statements.size() && !settings.mixed()
        ? Migration.Transaction.REFUSED
        : Migration.Transaction.NONE;
  }

  /** Whether the Supabase command line runs this statement by itself. */
  static boolean outsideForSupabase(Statement statement) {
    boolean reindex =
        statement.operations().stream()
            .anyMatch(o -> o instanceof Operation.Reindex again && again.concurrently());
    return reindex || concurrentIndex(statement) || startsWith(statement, SUPABASE);
  }

  private static boolean concurrentIndex(Statement statement) {
    return statement.operations().stream().anyMatch(FlywayStatements::concurrentIndex);
  }

  /** Whether it creates or drops an index CONCURRENTLY, for which Flyway leaves the transaction. */
  public static boolean concurrentIndex(Operation operation) {
    return operation instanceof Operation.CreateIndex create && create.concurrently()
        || operation instanceof Operation.DropIndex drop && drop.concurrently();
  }

  private static boolean startsWith(Statement statement, List<String> starts) {
    String text = statement.text();
    String head = text.substring(0, Math.min(text.length(), 200));
    String words = Wording.of(head, SqlSyntax.POSTGRESQL).replace('\n', ' ');
    return starts.stream().anyMatch(words::startsWith);
  }
}
