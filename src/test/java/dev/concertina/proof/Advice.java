package dev.concertina.proof;

import dev.concertina.check.Checker;
import dev.concertina.check.Intake;
import dev.concertina.check.Report;
import dev.concertina.check.Settings;
import dev.concertina.migration.Engine;
import dev.concertina.migration.InMemoryTree;
import dev.concertina.migration.LayoutSettings;
import dev.concertina.migration.ReplayCache;
import dev.concertina.plan.Step;
import dev.concertina.rule.Kind;
import dev.concertina.rule.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Concertina says about a recipe's migration, in a repository with the running version. */
final class Advice {

  private static final RuleBook BOOK = RuleBook.builtIn();
  private static final String BASE = "db/migration/V1__base.sql";
  private static final String CHANGE = "db/migration/V2__change.sql";

  private final Recipe recipe;
  private final Report report;

  private Advice(Recipe recipe, Report report) {
    this.recipe = recipe;
    this.report = report;
  }

  static Advice about(Recipe recipe, int major) {
    InMemoryTree base = InMemoryTree.of(BASE, recipe.base(), "app/queries.py", source(recipe));
    return new Advice(recipe, report(base, recipe.migration(), major));
  }

  /**
   * What is said about a migration that follows a schema, in a repository without an application.
   */
  static Report report(String schema, String migration, int major) {
    return report(InMemoryTree.of(BASE, schema), migration, major);
  }

  private static Report report(InMemoryTree base, String migration, int major) {
    InMemoryTree head = base.copy().with(CHANGE, migration);
    Intake intake =
        new Intake(
            base,
            base,
            head,
            new LayoutSettings(
                List.of(),
                false,
                List.of(),
                new Engine("postgresql", major, "the server's version"),
                Set.of()),
            ReplayCache.NONE,
            LocalDate.of(2026, 1, 1),
            "the running version",
            "the change");
    Intake.Taken taken = intake.change(List.of(InMemoryTree.added(CHANGE, migration)), List.of());
    return new Checker(BOOK, Settings.DEFAULT).check(taken.request());
  }

  private static String source(Recipe recipe) {
    Release running = recipe.releases().getFirst();
    StringBuilder source = new StringBuilder();
    Stream.of(running.insert(), running.write(), running.read(), running.remove())
        .flatMap(List::stream)
        .forEach(sql -> source.append("run(\"\"\"").append(sql).append("\"\"\")\n"));
    return source.toString();
  }

  /** The steps, for messages. */
  @Override
  public String toString() {
    return report.plan().steps().stream()
        .map(step -> step.deploy() + (step.betweenDeploys() ? "+ " : "  ") + step.title())
        .collect(Collectors.joining("\n", "the plan:\n", "\n"));
  }

  /** Whether it says that the running version's reads fail afterwards. */
  boolean breaksReads() {
    return report.findings().stream().anyMatch(r -> r.finding().compatibility().breaksReads());
  }

  boolean breaksWrites() {
    return report.findings().stream().anyMatch(r -> r.finding().compatibility().breaksWrites());
  }

  /** Whether it says that reads have to wait while the migration holds its locks. */
  boolean blocksReads() {
    return report.findings().stream().anyMatch(r -> r.finding().effect().blocksReads());
  }

  /** Likewise for writes: of the whole table, or of the rows that the migration changes. */
  boolean blocksWrites() {
    return report.findings().stream()
        .map(Report.Result::finding)
        .anyMatch(f -> f.effect().blocksWrites() || f.kind() == Kind.DATA);
  }

  /** The plan as moves, with what it leaves to the contributor before the steps of its deploy. */
  List<Move> moves() {
    List<Move> moves = new ArrayList<>(recipe.moves());
    for (Step step : report.plan().steps()) {
      String gate = query(step.gate());
      moves.add(
          new Move(
              step.deploy(),
              step.betweenDeploys(),
              "step " + step.number() + ", " + step.title(),
              step.schema().stream().map(this::filled).toList(),
              step.transactional(),
              gate,
              gate == null ? null : open(step.gate())));
    }
    return moves;
  }

  private String filled(String sql) {
    String filled = sql;
    for (Map.Entry<String, String> gap : recipe.placeholders().entrySet()) {
      filled = filled.replace(gap.getKey(), gap.getValue());
    }
    return filled;
  }

  int deploys() {
    return report.plan().deploys();
  }

  /** The code span of a gate that is a query. */
  private static String query(String gate) {
    return gate == null
        ? null
        : Stream.of(gate.split("`"))
            .filter(part -> part.toUpperCase(Locale.ROOT).startsWith("SELECT"))
            .findFirst()
            .orElse(null);
  }

  private static String open(String gate) {
    if (gate.contains("is 0")) {
      return "0";
    }
    if (gate.contains("is true")) {
      return "t";
    }
    throw new AssertionError("expected a gate that says what its query answers, found " + gate);
  }
}
