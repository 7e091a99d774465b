package dev.concertina.migration;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Session;
import dev.concertina.sql.Statement;
import java.util.List;

/**
 * Which operation of a change runs in which transaction, and what it finds set there.
 *
 * @param runs every operation in the order in which it runs; those in the body of a block follow it
 * @param faults where a migration begins or ends transactions in a way that its framework undoes
 */
public record Transactions(List<Run> runs, List<Fault> faults) {

  public Transactions {
    runs = List.copyOf(runs);
    faults = List.copyOf(faults);
  }

  /**
   * An operation as it runs.
   *
   * @param transaction operations with the same number share a transaction
   * @param inTransaction whether other statements may share it, so that PostgreSQL refuses what
   *     can't run in a transaction; false for a statement that is sent alone
   * @param nested whether it stands in the body of a block
   */
  public record Run(
      Migration migration,
      Statement statement,
      Operation operation,
      int transaction,
      boolean inTransaction,
      boolean nested,
      Session session) {}

  /** A BEGIN, COMMIT or ROLLBACK that does something else than it says. */
  public record Fault(Migration migration, Statement statement, Operation operation, Kind kind) {

    /** What is wrong. */
    public enum Kind {
      /** A BEGIN where a transaction is open already: the database warns and ignores it. */
      BEGIN_INSIDE,
      /**
       * A COMMIT or ROLLBACK that ends the framework's transaction: what follows is unprotected.
       */
      ENDS_FRAMEWORKS,
      /** A transaction that the migration begins and never ends. */
      LEFT_OPEN
    }
  }

  /** Follows migrations, given in the order in which they run. */
  public static Transactions of(List<Migration> migrations) {
    TransactionTrace trace = new TransactionTrace();
    migrations.forEach(trace::run);
    return trace.result();
  }

  /** The operations of one transaction, in order. */
  public List<Run> in(int transaction) {
    return runs.stream().filter(run -> run.transaction == transaction).toList();
  }
}
