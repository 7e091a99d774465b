package dev.concertina.migration;

import dev.concertina.migration.Migration.Direction;
import dev.concertina.migration.Migration.Transaction;
import dev.concertina.migration.Transactions.Fault;
import dev.concertina.migration.Transactions.Run;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Session;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** Runs migrations as far as BEGIN, COMMIT and SET go. */
final class TransactionTrace {

  private final List<Run> runs = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private int last;
  private String pending;
  private Mode mode;
  private int open;
  private Run begun;
  private Map<String, String> set = new TreeMap<>();
  private Map<String, String> local = new TreeMap<>();
  private Map<String, String> setBefore = Map.of();

  /** Who holds the transaction that is open. */
  private enum Mode {
    /** None is: a statement is its own transaction. */
    AUTOCOMMIT,
    FRAMEWORK,
    /** The server, because several statements came as one query. */
    QUERY,
    /** The migration, by its own BEGIN. */
    MIGRATION
  }

  Transactions result() {
    return new Transactions(runs, faults);
  }

  void run(Migration migration) {
    begin(migration);
    NavigableMap<Integer, Integer> blocks = blocks(migration);
    Integer block = null;
    for (Statement statement : migration.statements()) {
      Integer of = block(blocks, statement);
      if (!Objects.equals(block, of)) {
        between(block != null, of != null);
        block = of;
      }
      boolean alone = standsAlone(migration, statement);
      Mode before = mode;
      if (alone) {
        mode = Mode.AUTOCOMMIT;
        last++;
      }
      for (Operation operation : statement.operations()) {
        run(migration, statement, operation);
      }
      if (alone) {
        mode = before;
        open = ++last;
      } else if (mode == Mode.AUTOCOMMIT) {
        last++;
      }
    }
    if (mode == Mode.MIGRATION && begun != null) {
      faults.add(new Fault(migration, begun.statement(), begun.operation(), Fault.Kind.LEFT_OPEN));
    }
  }

  private void begin(Migration migration) {
    boolean all =
        migration.transaction() == Transaction.ALL_PENDING && migration.direction() == Direction.UP;
    String group = all ? migration.framework() + " " + migration.history() : null;
    boolean continues = all && group.equals(pending) && mode == Mode.FRAMEWORK;
    pending = group;
    begun = null;
    if (continues) {
      return;
    }
    open = ++last;
    set = new TreeMap<>(migration.session());
    local = new TreeMap<>();
    mode =
        switch (migration.transaction()) {
          case FILE, ALL_PENDING -> Mode.FRAMEWORK;
          case IMPLICIT -> migration.statements().size() > 1 ? Mode.QUERY : Mode.AUTOCOMMIT;
          case NONE, REFUSED -> Mode.AUTOCOMMIT;
        };
    setBefore = migration.session();
    last += mode == Mode.AUTOCOMMIT ? 1 : 0;
  }

  /** What goose sends as one query where it opens no transaction of its own. */
  private static NavigableMap<Integer, Integer> blocks(Migration migration) {
    boolean sends =
        migration.framework().equals(Framework.GOOSE.id())
            && migration.transaction() == Transaction.NONE;
    NavigableMap<Integer, Integer> blocks = new TreeMap<>();
    if (sends) {
      blocks.putAll(Sections.blocks(migration.text()));
      blocks.entrySet().removeIf(block -> statements(migration, block) < 2);
    }
    return blocks;
  }

  private static long statements(Migration migration, Map.Entry<Integer, Integer> block) {
    return migration.statements().stream()
        .map(statement -> statement.span().start())
        .filter(start -> start > block.getKey() && start < block.getValue())
        .count();
  }

  private static Integer block(NavigableMap<Integer, Integer> blocks, Statement statement) {
    Map.Entry<Integer, Integer> block = blocks.floorEntry(statement.span().start());
    return block != null && statement.span().start() < block.getValue() ? block.getKey() : null;
  }

  /** Goes from one query of several statements to what follows it. */
  private void between(boolean ends, boolean begins) {
    if (mode == Mode.AUTOCOMMIT && begins) {
      mode = Mode.QUERY;
      open = ++last;
    } else if (mode == Mode.QUERY && ends) {
      mode = begins ? Mode.QUERY : Mode.AUTOCOMMIT;
      open = ++last;
      local = new TreeMap<>();
    }
  }

  private static boolean standsAlone(Migration migration, Statement statement) {
    return migration.framework().equals(Framework.SUPABASE.id())
        && FlywayStatements.outsideForSupabase(statement);
  }

  private void run(Migration migration, Statement statement, Operation operation) {
    Run run = record(migration, statement, operation, mode != Mode.AUTOCOMMIT, false);
    // Code that commits by itself runs outside of any transaction of the migration.
    boolean apart = operation instanceof Operation.RunCode code && code.commits();
    for (Operation inner : operation.body()) {
      nested(migration, statement, inner, !apart || mode != Mode.AUTOCOMMIT);
    }
    switch (operation) {
      case Operation.Begin begin -> begin(migration, statement, run);
      case Operation.Commit commit -> end(migration, statement, run, false);
      case Operation.Rollback rollback -> end(migration, statement, run, true);
      case Operation.SetVariable variable -> set(variable);
      default -> {}
    }
  }

  private void nested(
      Migration migration, Statement statement, Operation operation, boolean inTransaction) {
    record(migration, statement, operation, inTransaction, true);
    operation.body().forEach(inner -> nested(migration, statement, inner, inTransaction));
    if (operation instanceof Operation.SetVariable variable) {
      set(variable);
    }
  }

  private Run record(
      Migration migration,
      Statement statement,
      Operation operation,
      boolean inTransaction,
      boolean nested) {
    Map<String, String> found = new TreeMap<>(set);
    found.putAll(local);
    found.values().removeIf(Objects::isNull);
    Run run =
        new Run(
            migration,
            statement,
            operation,
            mode == Mode.AUTOCOMMIT ? last : open,
            inTransaction,
            nested,
            new Session(inTransaction, found));
    runs.add(run);
    return run;
  }

  private void begin(Migration migration, Statement statement, Run run) {
    switch (mode) {
      case AUTOCOMMIT -> {
        mode = Mode.MIGRATION;
        begun = run;
        // BEGIN itself belongs to what it begins.
        open = last;
        setBefore = new TreeMap<>(set);
      }
      case QUERY -> {
        mode = Mode.MIGRATION;
        begun = run;
      }
      case FRAMEWORK, MIGRATION ->
          faults.add(new Fault(migration, statement, run.operation(), Fault.Kind.BEGIN_INSIDE));
    }
  }

  private void end(Migration migration, Statement statement, Run run, boolean undone) {
    if (mode == Mode.FRAMEWORK) {
      faults.add(new Fault(migration, statement, run.operation(), Fault.Kind.ENDS_FRAMEWORKS));
    }
    if (undone && mode != Mode.AUTOCOMMIT) {
      set = new TreeMap<>(setBefore);
    }
    local = new TreeMap<>();
    begun = null;
    boolean oneQuery =
        migration.transaction() == Transaction.IMPLICIT && migration.statements().size() > 1;
    if (oneQuery) {
      mode = Mode.QUERY;
      open = ++last;
      setBefore = new TreeMap<>(set);
    } else {
      mode = Mode.AUTOCOMMIT;
    }
  }

  private void set(Operation.SetVariable variable) {
    boolean everything = variable.name().equals("all");
    if (variable.local()) {
      if (mode != Mode.AUTOCOMMIT) {
        local.put(variable.name(), variable.value());
      }
    } else if (everything) {
      set.clear();
      local.clear();
    } else if (variable.value() == null) {
      set.remove(variable.name());
      local.remove(variable.name());
    } else {
      set.put(variable.name(), variable.value());
      local.remove(variable.name());
    }
  }
}
