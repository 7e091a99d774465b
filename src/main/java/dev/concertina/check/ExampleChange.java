package dev.concertina.check;

import dev.concertina.code.Reference;
import dev.concertina.code.References;
import dev.concertina.code.Subject;
import dev.concertina.migration.Engine;
import dev.concertina.migration.Migration;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Postgres;
import dev.concertina.schema.Schema;
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

/**
 * An example of a rule's page as a change. Directives are comments at the start of a line: {@code --
 * base} begins what has run already, {@code -- migration} a file of the change (with the words
 * {@code framework NAME}, {@code no transaction}, {@code implicit transaction}, {@code post-deploy}
 * or {@code down}), {@code -- postgres N} says the version, {@code -- source: TEXT} and {@code --
 * new source: TEXT} are lines of the running and the new version's application ({@code -- source:}
 * alone for both unless a new one is given). A line that ends in {@code -- finding} is where the
 * rule must find something.
 */
final class ExampleChange {

  private static final String FINDING = "-- finding";

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private final List<Operation> base = new ArrayList<>();
  private final List<Migration> migrations = new ArrayList<>();
  private final Set<String> expected = new TreeSet<>();
  private final List<String> source = new ArrayList<>();
  private final List<String> newSource = new ArrayList<>();
  private int version = 16;
  private String section = "migration";
  private final StringBuilder text = new StringBuilder();

  ExampleChange(String example) {
    for (String line : example.lines().toList()) {
      String word = line.strip();
      if (word.equals("-- base") || word.startsWith("-- migration")) {
        end();
        section = word.substring(3);
      } else if (word.startsWith("-- postgres ")) {
        version = Integer.parseInt(word.substring("-- postgres ".length()).strip());
      } else if (word.startsWith("-- source:")) {
        source.add(word.substring("-- source:".length()).strip());
      } else if (word.startsWith("-- new source:")) {
        newSource.add(word.substring("-- new source:".length()).strip());
      } else {
        if (word.endsWith(FINDING)) {
          expected.add(file() + ":" + (lines() + 1));
        }
        text.append(line).append('\n');
      }
    }
    end();
  }

  /** Where the rule must find something: {@code file:line}. */
  Set<String> expected() {
    return expected;
  }

  /** The lines of the example's migrations, one text per file in order, for messages. */
  Request request() {
    List<String> next = newSource.isEmpty() ? source : newSource;
    return new Request(
        migrations,
        List.of(),
        List.of(),
        Schema.EMPTY.after(base).asBase(),
        new Postgres(version),
        searching(source),
        searching(next),
        LocalDate.EPOCH,
        new Report.Context(null, null, "postgresql", version, "the example says so"));
  }

  private String file() {
    return "example/" + (migrations.size() + 1) + ".sql";
  }

  private int lines() {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private void end() {
    if (text.toString().isBlank()) {
      text.setLength(0);
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

  private Migration migration(List<Statement> statements) {
    Migration.Transaction transaction =
        section.contains("no transaction")
            ? Migration.Transaction.NONE
            : section.contains("implicit transaction")
                ? Migration.Transaction.IMPLICIT
                : section.contains("all pending")
                    ? Migration.Transaction.ALL_PENDING
                    : Migration.Transaction.FILE;
    int named = section.indexOf("framework ");
    String framework =
        named < 0 ? "sql" : section.substring(named + "framework ".length()).split("[ ,]")[0];
    return new Migration(
        file(),
        framework,
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
                found.add(new Reference("app", i + 1, Reference.Kind.MENTIONS, false));
              }
            }
            return found;
          }
        };
  }
}
