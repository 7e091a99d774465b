package dev.concertina.check;

import dev.concertina.code.Reference;
import dev.concertina.code.References;
import dev.concertina.code.Subject;
import dev.concertina.migration.Engine;
import dev.concertina.migration.FlywaySettings;
import dev.concertina.migration.FlywayStatements;
import dev.concertina.migration.Framework;
import dev.concertina.migration.Migration;
import dev.concertina.plan.Plan;
import dev.concertina.rule.FileEvent;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Postgres;
import dev.concertina.schema.Schema;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An example of a rule's page as a change. Directives are comments at the start of a line: {@code
 * -- base} begins what has run already, {@code -- migration} a file of the change (with the words
 * {@code framework NAME}, {@code no transaction}, {@code implicit transaction}, {@code post-deploy}
 * or {@code down}), {@code -- postgres N} says the version, {@code -- flyway mixed, session lock}
 * how Flyway is set up, {@code -- source: TEXT} and {@code -- new source: TEXT} are lines of the
 * running and the new version's application ({@code -- source:} alone for both unless a new one is
 * given; {@code length = models.…} declares a field), {@code -- declared: TEXT} a line of a schema
 * that follows the database. {@code -- event edited DETAIL} says that something happened to the
 * file as a whole (see {@link FileEvent}; {@code edited checksummed DETAIL} where the framework
 * refuses to run then), found at line 1. A line that ends in {@code -- finding} is where the rule
 * must find something.
 */
final class ExampleChange {

  private static final Pattern FINDING = Pattern.compile("\\s*(?:--|#) finding$");

  /** Marks a line that stands in Diesel's {@code schema.rs}. */
  private static final String DECLARED = "\0";

  /** The day on which examples are checked, for suppressions that expire. */
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private final List<Operation> base = new ArrayList<>();
  private final List<Migration> migrations = new ArrayList<>();
  private final Set<String> expected = new TreeSet<>();
  private final List<String> source = new ArrayList<>();
  private final List<String> newSource = new ArrayList<>();
  private final List<Request.PlacedEvent> events = new ArrayList<>();
  private int version = 16;
  private FlywaySettings flyway = FlywaySettings.DEFAULT;
  private String section = "migration";
  private final ProgramExample program;
  private final StringBuilder text = new StringBuilder();

  ExampleChange(String example) {
    program = ProgramExample.of(example);
    for (String line : example.lines().toList()) {
      String word =
          program != null && line.startsWith("# ") ? "-- " + line.substring(2) : line.strip();
      if (word.equals("-- base") || word.startsWith("-- migration")) {
        end();
        section = word.substring(3);
      } else if (word.startsWith("-- event ")) {
        event(word.substring("-- event ".length()));
      } else if (word.startsWith("-- flyway ")) {
        flyway = flyway.withMixed(word.contains("mixed")).withLock(!word.contains("session lock"));
      } else if (word.startsWith("-- postgres ")) {
        version = Integer.parseInt(word.substring("-- postgres ".length()).strip());
      } else if (word.startsWith("-- source:")) {
        source.add(word.substring("-- source:".length()).strip());
      } else if (word.startsWith("-- declared:")) {
        source.add(DECLARED + word.substring("-- declared:".length()).strip());
      } else if (word.startsWith("-- new source:")) {
        newSource.add(word.substring("-- new source:".length()).strip());
      } else {
        if (FINDING.matcher(line).find()) {
          expected.add(file() + ":" + (lines() + 1));
        }
        text.append(withoutMark(line)).append('\n');
      }
    }
    end();
  }

  /** Where the rule must find something: {@code file:line}. */
  Set<String> expected() {
    return expected;
  }

  /** The example as a change that can be checked. */
  Request request() {
    return request(migrations);
  }

  /** The same change after somebody took the fix over. */
  Request mended(String file, Plan.Fix fix) {
    return request(
        migrations.stream().map(m -> m.path().equals(file) ? mended(m, fix) : m).toList());
  }

  private Migration mended(Migration migration, Plan.Fix fix) {
    List<String> lines = new ArrayList<>(migration.text().lines().toList());
    List<String> replaced = lines.subList(fix.line() - 1, fix.endLine());
    replaced.clear();
    replaced.add(fix.replacement());
    String mended = String.join("\n", lines) + "\n";
    List<Statement> statements = reader.read(mended);
    boolean flyway = migration.framework().equals(Framework.FLYWAY.id());
    return new Migration(
        migration.path(),
        migration.framework(),
        migration.engine(),
        migration.history(),
        migration.version(),
        migration.direction(),
        flyway && migration.wrapped()
            ? FlywayStatements.transaction(statements, this.flyway)
            : migration.transaction(),
        migration.checksummed(),
        migration.repeatable(),
        migration.postDeploy(),
        mended,
        statements);
  }

  private Request request(List<Migration> files) {
    List<String> next = newSource.isEmpty() ? source : newSource;
    return new Request(
        files,
        files.stream().map(Migration::path).collect(Collectors.toSet()),
        events,
        List.of(),
        flyway,
        Schema.EMPTY.after(base).asBase(),
        new Postgres(version),
        searching(source),
        searching(next),
        TODAY,
        new Report.Context(null, null, "postgresql", version, "the example says so"));
  }

  private void event(String words) {
    boolean marked = FINDING.matcher(words).find();
    String[] parts = withoutMark(words).strip().split(" ", 2);
    String detail = parts.length > 1 ? parts[1] : "";
    boolean checksummed = detail.startsWith("checksummed");
    if (checksummed) {
      detail = detail.substring("checksummed".length()).strip();
    }
    if (marked) {
      expected.add(file() + ":1");
    }
    FileEvent event = new FileEvent("migration", parts[0], framework(), checksummed, detail, null);
    events.add(new Request.PlacedEvent(file(), Span.FILE, event, ""));
  }

  private static String withoutMark(String line) {
    return FINDING.matcher(line).replaceFirst("");
  }

  private String file() {
    return program != null ? program.next() : "example/" + (migrations.size() + 1) + ".sql";
  }

  private int lines() {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private void end() {
    if (text.toString().isBlank()) {
      text.setLength(0);
      return;
    }
    if (program != null) {
      endProgram();
      return;
    }
    List<Statement> statements = reader.read(text.toString());
    if (section.equals("base")) {
      statements.forEach(statement -> base.addAll(statement.operations()));
    } else {
      migrations.add(migration(statements));
    }
    text.setLength(0);
  }

  /** A migration that is a program; those before it are known already, as it is when it runs. */
  private void endProgram() {
    String path = program.add(text.toString());
    List<Statement> statements = program.statements(path);
    if (section.equals("base")) {
      statements.forEach(statement -> base.addAll(statement.operations()));
    } else {
      migrations.add(
          migration(
              path,
              statements,
              program.atomic(path) ? Migration.Transaction.FILE : Migration.Transaction.NONE));
    }
    text.setLength(0);
  }

  private Migration migration(List<Statement> statements) {
    Migration.Transaction transaction =
        section.contains("no transaction")
            ? Migration.Transaction.NONE
            : section.contains("implicit transaction")
                ? Migration.Transaction.IMPLICIT
                : section.contains("all pending")
                    ? Migration.Transaction.ALL_PENDING
                    : framework().equals(Framework.FLYWAY.id())
                        ? FlywayStatements.transaction(statements, flyway)
                        : Migration.Transaction.FILE;
    return migration(file(), statements, transaction);
  }

  private Migration migration(
      String path, List<Statement> statements, Migration.Transaction transaction) {
    return new Migration(
        path,
        framework(),
        new Engine("postgresql", version, "the example says so"),
        "example",
        String.valueOf(migrations.size() + 1),
        section.contains("down") ? Migration.Direction.DOWN : Migration.Direction.UP,
        transaction,
        true,
        false,
        section.contains("post-deploy"),
        text.toString(),
        statements);
  }

  private String framework() {
    if (program != null) {
      return program.framework().id();
    }
    int named = section.indexOf("framework ");
    return named < 0 ? "sql" : section.substring(named + "framework ".length()).split("[ ,]")[0];
  }

  private static Reference reference(String line, int number) {
    if (line.contains(" = models.")) {
      return new Reference("models.py", number, Reference.Kind.DECLARES, false);
    }
    return line.startsWith(DECLARED)
        ? new Reference("schema.rs", number, Reference.Kind.DECLARES, false)
        : new Reference(
            "App.java", number, Reference.Kind.MENTIONS, false, line.contains("* FROM"));
  }

  private static Function<Set<Subject>, References> searching(List<String> lines) {
    return subjects ->
        new References() {
          @Override
          public boolean sourcePresent() {
            return !lines.isEmpty();
          }

          @Override
          public List<Reference> to(Subject subject) {
            String word = subject.part() != null ? subject.part() : subject.relation().local();
            List<Reference> found = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
              if (lines.get(i).toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))) {
                found.add(reference(lines.get(i), i + 1));
              }
            }
            return found;
          }
        };
  }
}
