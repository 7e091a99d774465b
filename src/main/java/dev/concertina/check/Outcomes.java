package dev.concertina.check;

import dev.concertina.check.Report.RollbackFloor;
import dev.concertina.check.Report.Verdict;
import dev.concertina.migration.Migration;
import dev.concertina.rule.Context;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Operation;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is found out about each migration while its operations are stepped through. */
final class Outcomes {

  private final List<Report.Unread> unread = new ArrayList<>();
  private final Set<Statement> incomplete = identitySet();
  private final Set<Statement> open = identitySet();
  private final Set<Migration> oneWay = identitySet();

  /** What is asked for is there itself; to compare all that it holds would cost its length. */
  private static <T> Set<T> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /**
   * @param accepted whether all findings of the operation are
   */
  void add(Context context, boolean accepted) {
    Operation operation = context.operation();
    if (operation instanceof Operation.NotAnalysed part) {
      incomplete.add(context.here().statement());
      if (!accepted) {
        open.add(context.here().statement());
      }
      String file = context.here().migration().path();
      unread.add(new Report.Unread(file, part.span(), part.reason(), accepted));
    }
    if (context.compatibility().breaksRollback() && context.existing(operation.target())) {
      oneWay.add(context.here().migration());
    }
  }

  /** A file that is no migration for all that is known. */
  void add(Report.Unread file, boolean accepted) {
    unread.add(new Report.Unread(file.file(), file.span(), file.reason(), accepted));
  }

  List<Report.Unread> unread() {
    return unread;
  }

  List<Report.MigrationResult> migrations(
      Request request, List<Report.Result> results, boolean sourcePresent) {
    Map<String, Severity> worst = new HashMap<>();
    for (Report.Result result : results) {
      if (result.counts()) {
        Severity severity = result.finding().severity();
        worst.merge(result.finding().file(), severity, (a, b) -> a.compareTo(b) > 0 ? a : b);
      }
    }
    return request.migrations().stream()
        .map(
            migration ->
                result(
                    migration,
                    request,
                    worst.getOrDefault(migration.path(), Severity.INFO),
                    sourcePresent))
        .toList();
  }

  private Report.MigrationResult result(
      Migration migration, Request request, Severity worst, boolean sourcePresent) {
    int missed = (int) migration.statements().stream().filter(incomplete::contains).count();
    boolean unread = migration.statements().stream().anyMatch(open::contains);
    return new Report.MigrationResult(
        migration.path(),
        migration.framework(),
        request.dialect().engine(),
        migration.direction() == Migration.Direction.UP,
        migration.wrapped(),
        migration.postDeploy(),
        migration.statements().size(),
        missed,
        verdict(worst, unread),
        floor(migration, missed, sourcePresent),
        migration.text());
  }

  private static Verdict verdict(Severity worst, boolean unread) {
    return worst == Severity.ERROR
        ? Verdict.BLOCKED
        : worst == Severity.WARNING || unread ? Verdict.REVIEW : Verdict.SAFE;
  }

  private RollbackFloor floor(Migration migration, int missed, boolean sourcePresent) {
    if (oneWay.contains(migration)) {
      return RollbackFloor.NEW;
    }
    return missed > 0 || !sourcePresent ? RollbackFloor.UNKNOWN : RollbackFloor.RUNNING;
  }
}
