package dev.concertina.proof;

import dev.concertina.check.Checker;
import dev.concertina.check.Report;
import dev.concertina.check.Request;
import dev.concertina.check.Settings;
import dev.concertina.code.Reference;
import dev.concertina.code.References;
import dev.concertina.code.Subject;
import dev.concertina.migration.Engine;
import dev.concertina.migration.FlywaySettings;
import dev.concertina.migration.Migration;
import dev.concertina.plan.Listing;
import dev.concertina.plan.Step;
import dev.concertina.rule.RuleBook;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Postgres;
import dev.concertina.schema.Schema;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What Concertina plans for a change of rows in a migration.
 *
 * @param room the statement that makes room for copies; empty where nothing is lost
 * @param remaining the query that counts the rows that still need the change
 * @param listings the command
 */
record PrintedPlan(String room, String remaining, List<Listing> listings) {

  private static final SqlReader READER = new SqlReader(SqlSyntax.POSTGRESQL);

  /** For a migration of the app {@code catalog}. */
  static PrintedPlan forDjango(String base, String change) {
    return of("django", "catalog/migrations/0003_change.py", base, change);
  }

  /**
   * @param framework whose migration it is
   * @param base the schema, as SQL
   */
  static PrintedPlan of(String framework, String path, String base, String change) {
    List<Step> steps =
        new Checker(RuleBook.builtIn(), Settings.DEFAULT)
            .check(request(migration(framework, path, change), base))
            .plan()
            .steps();
    String room =
        steps.stream()
            .flatMap(step -> step.schema().stream())
            .filter(sql -> sql.startsWith("CREATE TABLE"))
            .collect(Collectors.joining());
    Step last = steps.get(steps.size() - 1);
    return new PrintedPlan(room, last.gate().split("`")[1], last.listings());
  }

  private static Request request(Migration migration, String base) {
    Function<Set<Subject>, References> nothing = subjects -> new Silence();
    List<Operation> operations =
        READER.read(base).stream().flatMap(s -> s.operations().stream()).toList();
    return new Request(
        List.of(migration),
        Set.of(migration.path()),
        List.of(),
        List.of(),
        FlywaySettings.DEFAULT,
        Schema.EMPTY.after(operations).asBase(),
        new Postgres(Majors.NEWEST),
        nothing,
        nothing,
        LocalDate.of(2026, 1, 1),
        new Report.Context(null, null, "postgresql", Majors.NEWEST, "the server's version"));
  }

  private static Migration migration(String framework, String path, String change) {
    return new Migration(
        path,
        framework,
        new Engine("postgresql", Majors.NEWEST, "the server's version"),
        "history",
        "3",
        Migration.Direction.UP,
        Migration.Transaction.FILE,
        false,
        false,
        false,
        change,
        READER.read(change));
  }

  /** A repository without an application. */
  private static final class Silence implements References {
    @Override
    public boolean sourcePresent() {
      return false;
    }

    @Override
    public List<Reference> to(Subject subject) {
      return List.of();
    }
  }
}
