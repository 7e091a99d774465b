package dev.concertina.migration;

import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.sql.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an edit adds to a file of migrations, by the wording of its statements. */
final class NewStatements {

  /** How often each statement stood in the file before, and was not found again. */
  private final Map<String, Integer> known = new HashMap<>();

  /**
   * @param before the migrations of the file as it was
   */
  NewStatements(List<Migration> before, SqlSyntax syntax) {
    for (Migration migration : before) {
      for (Statement statement : migration.statements()) {
        known.merge(key(migration, statement, syntax), 1, Integer::sum);
      }
    }
  }

  private static String key(Migration migration, Statement statement, SqlSyntax syntax) {
    return migration.direction() + "\n" + Wording.of(statement.text(), syntax);
  }

  /**
   * The statements of a migration that were not there, and what decides in which transaction they
   * run; none where nothing is new.
   */
  List<Statement> in(Migration migration) {
    List<Statement> kept = new ArrayList<>();
    boolean any = false;
    for (Statement statement : migration.statements()) {
      String key = key(migration, statement, migration.engine().syntax());
      boolean old = known.getOrDefault(key, 0) > 0;
      known.computeIfPresent(key, (k, count) -> count - 1);
      boolean whole = statement.text().isEmpty();
      if (!old || whole || steers(statement)) {
        kept.add(statement);
      }
      any |= !old || whole;
    }
    return any ? kept : List.of();
  }

  private static boolean steers(Statement statement) {
    return statement.operations().stream()
        .allMatch(
            o ->
                o instanceof Operation.Begin
                    || o instanceof Operation.Commit
                    || o instanceof Operation.Rollback
                    || o instanceof Operation.SetVariable);
  }
}
