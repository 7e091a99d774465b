package dev.concertina.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.fuzz.Fuzz;
import dev.concertina.fuzz.Mutations;
import dev.concertina.migration.InMemoryTree;
import dev.concertina.migration.LayoutSettings;
import dev.concertina.migration.Migration;
import dev.concertina.migration.ReplayCache;
import dev.concertina.review.Format;
import dev.concertina.review.Options;
import dev.concertina.rule.Rule;
import dev.concertina.rule.RuleBook;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a migration holds, the check ends, and is silent about none of its statements. */
class CheckerFuzzTest {

  private static final Mutations MUTATIONS = new Mutations();
  private static final RuleBook BOOK = RuleBook.builtIn();
  private static final Checker CHECKER = new Checker(BOOK, everythingOn());

  /** One migration in the layout of a framework: where it is, and what stands above it. */
  private enum Layout {
    FLYWAY("db/migration/V1__a.sql", "db/migration/V2__b.sql", ""),
    PRISMA("prisma/migrations/1_a/migration.sql", "prisma/migrations/2_b/migration.sql", ""),
    MIGRATE("migrations/1_a.up.sql", "migrations/2_b.up.sql", ""),
    GOOSE("migrations/1_a.sql", "migrations/2_b.sql", "-- +goose Up\n"),
    DBMATE("db/migrations/1_a.sql", "db/migrations/2_b.sql", "-- migrate:up\n"),
    MISPLACED("migrations/1_a.sql", "migrations/2_b.sql", "DROP TABLE x;\n-- +goose Up\n"),
    PLAIN("sql/migrations/001.sql", "sql/migrations/002.sql", "");

    private final String history;
    private final String added;
    private final String head;

    Layout(String history, String added, String head) {
      this.history = history;
      this.added = added;
      this.head = head;
    }
  }

  @Test
  void everyStatementIsCheckedOrReported() {
    List<String> all = MUTATIONS.statements();
    List<String> scripts = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 10) {
      scripts.add(String.join(";\n", all.subList(i, Math.min(all.size(), i + 10))));
    }
    Fuzz.all(scripts, CheckerFuzzTest::check);
  }

  @Test
  void mutatedMigrationsAreCheckedOrReported() {
    Fuzz.seeds(400, seed -> MUTATIONS.script(new Random(seed)), CheckerFuzzTest::check);
  }

  private static void check(String script) {
    Random random = new Random(script.hashCode());
    Layout layout = Layout.values()[random.nextInt(Layout.values().length)];
    InMemoryTree tree =
        InMemoryTree.of(
            layout.history,
            layout.head + MUTATIONS.script(random),
            layout.added,
            layout.head + script,
            "app/main.py",
            MUTATIONS.script(random));
    Intake intake =
        new Intake(
            tree,
            tree,
            tree,
            LayoutSettings.NONE,
            ReplayCache.NONE,
            LocalDate.of(2026, 1, 1),
            null,
            null);
    Request request = intake.files(Set.of(layout.added), List.of()).request();
    Report report = CHECKER.check(request);
    assertEveryStatementIsThere(request);
    assertEveryStatementIsJudgedOrReported(request, report);
    for (Format format : Format.values()) {
      assertThat(format.writer(Options.PLAIN).write(report)).isNotNull();
    }
  }

  private static void assertEveryStatementIsThere(Request request) {
    String text = request.migrations().getFirst().text();
    for (Statement statement : new SqlReader(SqlSyntax.POSTGRESQL).read(text)) {
      boolean there =
          request.migrations().stream()
              .flatMap(migration -> migration.statements().stream())
              .anyMatch(one -> overlap(one.span(), statement.span()));
      assertThat(there).as("%s is checked", statement.text()).isTrue();
    }
  }

  private static boolean overlap(Span one, Span other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static void assertEveryStatementIsJudgedOrReported(Request request, Report report) {
    Set<List<Object>> whole = new HashSet<>();
    request
        .migrations()
        .forEach(m -> whole.add(Arrays.asList(m.path(), m.version(), m.direction())));
    assertThat(report.migrations()).hasSameSizeAs(whole);
    for (Migration migration : request.migrations()) {
      for (Statement statement : migration.statements()) {
        assertThat(statement.operations()).as(statement.text()).isNotEmpty();
        statement.operations().forEach(operation -> assertReported(migration, operation, report));
      }
    }
  }

  private static void assertReported(Migration migration, Operation operation, Report report) {
    if (operation instanceof Operation.NotAnalysed part) {
      assertThat(report.notAnalysed())
          .contains(new Report.Unread(migration.path(), part.span(), part.reason()));
    }
    operation.body().forEach(inner -> assertReported(migration, inner, report));
  }

  private static Settings everythingOn() {
    Map<String, Optional<Severity>> on = new HashMap<>();
    for (Rule rule : BOOK.rules()) {
      if (!rule.on()) {
        on.put(rule.id(), Optional.of(Severity.WARNING));
      }
    }
    return Settings.DEFAULT.withRules(on);
  }
}
