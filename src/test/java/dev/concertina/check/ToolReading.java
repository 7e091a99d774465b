package dev.concertina.check;

import dev.concertina.migration.Change;
import dev.concertina.migration.Engine;
import dev.concertina.migration.LayoutSettings;
import dev.concertina.migration.Migration;
import dev.concertina.migration.ReplayCache;
import dev.concertina.migration.Transactions;
import dev.concertina.migration.Transactions.Run;
import dev.concertina.rule.Finding;
import dev.concertina.rule.RuleBook;
import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is read of a change, in lines: each migration with its framework, version, direction and
 * path, in the order in which they run; below it each statement with the number of the transaction
 * that it shares, or a dash where it runs alone; then files that don't run, and the findings about
 * how a migration runs.
 */
final class ToolReading {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  /** The rules that speak of a migration as its framework runs it, not of what it does. */
  private static final Set<String> ABOUT_RUNNING =
      Set.of(
          "any/duplicate-version",
          "any/edited-migration",
          "any/out-of-order",
          "any/silent-no-op",
          "any/unlisted-migration",
          "postgres/concurrently-in-transaction",
          "postgres/enum-value-used-too-soon",
          "postgres/refused-in-transaction",
          "postgres/timeout-without-effect",
          "postgres/transaction-control",
          "postgres/validated-too-soon",
          "prisma/renamed-by-drop");

  /** Those that say that a file does not run where the base's have run. */
  private static final List<String> NOT_RUN =
      List.of("any/edited-migration", "any/out-of-order", "any/unlisted-migration");

  private static final SqlReader READER = new SqlReader(SqlSyntax.POSTGRESQL);

  private final Intake.Taken taken;
  private final Report report;
  private final StringBuilder lines = new StringBuilder();
  private final Map<Integer, Integer> numbers = new LinkedHashMap<>();

  private ToolReading(Intake.Taken taken) {
    this.taken = taken;
    report = new Checker(RuleBook.builtIn(), Settings.DEFAULT).check(taken.request());
  }

  static String of(ToolCase one) {
    Intake intake =
        new Intake(
            one.base(),
            one.base(),
            one.head(),
            LayoutSettings.NONE,
            ReplayCache.NONE,
            TODAY,
            null,
            null);
    return new ToolReading(intake.change(one.changes(), List.of())).write();
  }

  /**
   * The statements that run, of what was read: none of a migration that is said not to run on a
   * database that has run the base's.
   */
  static List<String> ran(String read) {
    List<String> ran = new ArrayList<>();
    boolean runs = false;
    for (String line : read.lines().toList()) {
      if (!line.startsWith("  ")) {
        String path = line.substring(line.lastIndexOf(' ') + 1) + ":";
        runs =
            line.contains(" up ")
                && NOT_RUN.stream().noneMatch(rule -> read.contains("! " + rule + " " + path));
      } else if (runs) {
        ran.add(line.strip());
      }
    }
    return ran;
  }

  /**
   * The statements of queries that were recorded, each below the number of its transaction, or a
   * word: of a {@code query} several statements share the one that PostgreSQL makes of it, and
   * {@code psql} sends each by itself.
   */
  static List<String> queries(String recorded) {
    List<String> queries = new ArrayList<>();
    int shared = 0;
    for (String query : recorded.split("(?m)^>>> ")) {
      int end = query.indexOf('\n');
      List<Statement> statements = end < 0 ? List.of() : READER.read(query.substring(end + 1));
      String how = end < 0 ? "" : query.substring(0, end);
      boolean one = how.equals("query") && statements.size() > 1;
      shared += one ? 1 : 0;
      boolean open = false;
      for (Statement statement : statements) {
        Operation first = statement.operations().get(0);
        boolean inside = one || open;
        String number = inside ? "" + shared : how.matches("\\d+") ? how : "-";
        queries.add(number + " " + oneLine(statement.sql()));
        if (how.equals("psql") && first instanceof Operation.Begin) {
          open = true;
          shared++;
        } else if (first instanceof Operation.Commit) {
          open = false;
        }
      }
    }
    return queries;
  }

  private String write() {
    List<Run> runs = Transactions.of(taken.request().migrations()).runs();
    for (Migration migration : taken.request().migrations()) {
      migration(migration);
      migration.statements().forEach(statement -> statement(migration, statement, runs));
    }
    for (Change.Ignored ignored : taken.ignored()) {
      lines.append("not run: %s: %s%n".formatted(ignored.path(), ignored.reason()));
    }
    for (Report.Result result : report.findings()) {
      Finding finding = result.finding();
      if (ABOUT_RUNNING.contains(finding.rule())) {
        int line = finding.span().line();
        lines.append("! %s %s:%d%n".formatted(finding.rule(), finding.file(), line));
      }
    }
    return lines.toString();
  }

  private void migration(Migration migration) {
    String engine = migration.engine().name();
    lines.append(
        "%s %s %s %s%s%n"
            .formatted(
                migration.framework(),
                migration.version(),
                migration.direction().name().toLowerCase(Locale.ROOT),
                migration.path(),
                engine.equals(Engine.DEFAULT.name()) ? "" : " for " + engine));
  }

  private void statement(Migration migration, Statement statement, List<Run> runs) {
    Run first =
        runs.stream()
            .filter(run -> run.migration() == migration && run.statement() == statement)
            .findFirst()
            .orElseThrow();
    String number =
        first.inTransaction()
            ? "" + numbers.computeIfAbsent(first.transaction(), t -> numbers.size() + 1)
            : "-";
    String text =
        statement.operations().get(0) instanceof Operation.NotAnalysed unread
            ? "? " + unread.reason()
            : oneLine(statement.sql());
    lines.append("  %s %s%n".formatted(number, text));
  }

  private static String oneLine(String sql) {
    return String.join(" ", sql.strip().split("\\s+"));
  }
}
