package dev.concertina.check;

import dev.concertina.check.Report.RollbackFloor;
import dev.concertina.check.Report.Verdict;
import dev.concertina.migration.Migration;
import dev.concertina.rule.Context;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Operation;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
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
    Map<List<Object>, List<Migration>> whole = new LinkedHashMap<>();
    for (Migration migration : request.migrations()) {
      List<Object> key =
          Arrays.asList(migration.path(), migration.version(), migration.direction());
      whole.computeIfAbsent(key, k -> new ArrayList<>()).add(migration);
    }
    return whole.values().stream()
        .map(
            stretches ->
                result(
                    stretches,
                    request,
                    worst.getOrDefault(stretches.get(0).path(), Severity.INFO),
                    sourcePresent))
        .toList();
  }

  /**
   * @param stretches one migration; several where it leaves its transaction on the way
   */
  private Report.MigrationResult result(
      List<Migration> stretches, Request request, Severity worst, boolean sourcePresent) {
    Migration first = stretches.get(0);
    List<Statement> statements =
        stretches.stream().flatMap(stretch -> stretch.statements().stream()).toList();
    int missed = (int) statements.stream().filter(incomplete::contains).count();
    boolean unread = statements.stream().anyMatch(open::contains);
    return new Report.MigrationResult(
        first.path(),
        first.framework(),
        request.dialect().engine(),
        first.direction() == Migration.Direction.UP,
        stretches.stream().allMatch(Migration::wrapped),
        first.postDeploy(),
        (int) statements.stream().filter(Outcomes::isSent).count(),
        missed,
        verdict(worst, unread),
        floor(stretches, missed, sourcePresent),
        first.text());
  }

  /** What is said of the way back is no statement. */
  private static boolean isSent(Statement statement) {
    return !statement.operations().stream().allMatch(Operation.OneWay.class::isInstance);
  }

  private static Verdict verdict(Severity worst, boolean unread) {
    return worst == Severity.ERROR
        ? Verdict.BLOCKED
        : worst == Severity.WARNING || unread ? Verdict.REVIEW : Verdict.SAFE;
  }

  private RollbackFloor floor(List<Migration> stretches, int missed, boolean sourcePresent) {
    if (stretches.stream().anyMatch(oneWay::contains)) {
      return RollbackFloor.NEW;
    }
    return missed > 0 || !sourcePresent ? RollbackFloor.UNKNOWN : RollbackFloor.RUNNING;
  }
}
