package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.place;

import dev.concertina.migration.FlywayStatements;
import dev.concertina.migration.Framework;
import dev.concertina.migration.Migration;
import dev.concertina.sql.Statement;
import java.util.List;

/** Facts about how Flyway runs a file. */
final class FlywayFacts {

  private FlywayFacts() {}

  static List<Fact> all() {
    return List.of(
        place(
            "flyway.mixed",
            "Flyway refuses the file at this statement: it can run in a transaction and an earlier"
                + " one can't, or the other way round",
            FlywayFacts::mixed),
        flag(
            "flyway.lock-waits",
            "Flyway holds its lock in a transaction that a CONCURRENTLY build waits for",
            FlywayFacts::lockWaits));
  }

  static boolean lockWaits(Context context) {
    return context.here().migration().framework().equals(Framework.FLYWAY.id())
        && context.situation().flyway().transactionalLock();
  }

  private static Finding.Related mixed(Context context) {
    Migration migration = context.here().migration();
    Statement here = context.here().statement();
    boolean refused = migration.transaction() == Migration.Transaction.REFUSED;
    if (!refused || here.operations().get(0) != context.operation()) {
      return null;
    }
    List<Statement> statements = migration.statements();
    boolean first = FlywayStatements.outside(statements.get(0));
    Statement offending =
        statements.stream()
            .filter(statement -> FlywayStatements.outside(statement) != first)
            .findFirst()
            .orElse(null);
    return offending == here
        ? new Finding.Related(
            migration.path(),
            statements.get(0).span(),
            first ? "this can't run in a transaction" : "this would run in a transaction")
        : null;
  }
}
