package dev.concertina.rule;

import dev.concertina.code.Subject;
import dev.concertina.migration.Transactions.Run;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.List;

/** What the running version calls a table or column that the change has renamed meanwhile. */
final class RunningNames {

  private RunningNames() {}

  /**
   * @param earlier what the change does before, in order
   */
  static Subject of(Subject subject, List<Run> earlier) {
    Subject known = subject;
    for (Run run : earlier.reversed()) {
      known = before(known, run.operation());
    }
    return known;
  }

  /** What is called so after an operation, as it was called before. */
  static Subject before(Subject after, Operation operation) {
    Name relation = after.relation();
    return switch (operation) {
      case Operation.RenameTable o when o.table().sibling(o.newName()).equals(relation) ->
          after.in(o.table());
      case Operation.RenameColumn o
          when o.table().equals(relation) && o.newName().equals(after.part()) ->
          new Subject(relation, o.column());
      default -> after;
    };
  }
}
