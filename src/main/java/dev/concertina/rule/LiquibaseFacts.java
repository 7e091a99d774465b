package dev.concertina.rule;

import static dev.concertina.rule.Fact.place;

import dev.concertina.migration.Framework;
import dev.concertina.migration.Migration;
import dev.concertina.schema.Operation;
import java.util.List;

/** Facts about how Liquibase runs a change set. */
final class LiquibaseFacts {

  private LiquibaseFacts() {}

  static List<Fact> all() {
    return List.of(
        place(
            "liquibase.unrecorded",
            "an earlier change of a change set without a transaction, which stays when this one"
                + " fails and can't run twice; at the first such change",
            LiquibaseFacts::unrecorded));
  }

  private static Finding.Related unrecorded(Context context) {
    Migration migration = context.here().migration();
    boolean outside =
        migration.framework().equals(Framework.LIQUIBASE.id())
            && migration.transaction() == Migration.Transaction.NONE;
    if (!outside || !TransactionFacts.isSchema(context.here())) {
      return null;
    }
    List<Occurrence> before =
        context.earlier().stream()
            .filter(earlier -> earlier.migration() == migration)
            .filter(earlier -> earlier.statement() != context.here().statement())
            .filter(TransactionFacts::isSchema)
            .toList();
    List<Occurrence> once = before.stream().filter(LiquibaseFacts::runsOnce).toList();
    boolean first =
        !once.isEmpty() && before.get(before.size() - 1).statement() == once.get(0).statement();
    return first ? Context.place(once.get(0), "this is done already then") : null;
  }

  private static boolean runsOnce(Occurrence occurrence) {
    return switch (occurrence.operation()) {
      case Operation.CreateTable o -> !o.ifNotExists();
      case Operation.CreateIndex o -> !o.ifNotExists();
      case Operation.AddColumn o -> !o.ifNotExists();
      case Operation.DropTable o -> !o.ifExists();
      case Operation.DropIndex o -> !o.ifExists();
      case Operation.DropColumn o -> !o.ifExists();
      case Operation.DropConstraint o -> !o.ifExists();
      case Operation.AddConstraint o -> true;
      case Operation.RenameColumn o -> true;
      case Operation.RenameTable o -> true;
      default -> false;
    };
  }
}
