package dev.concertina.proof;

import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * The page with all that was measured, by kind of operation, so that a rule can point at the kinds
 * that it looks at.
 */
final class LocksPage {

  static final Path FILE = Path.of("docs/postgresql-locks.md");

  private static final SqlReader READER = new SqlReader(SqlSyntax.POSTGRESQL);

  private static final String HEAD =
      """
      # What PostgreSQL does while it executes a statement

      Measured on PostgreSQL %d to %d, %d cases; [the proof](proof.md) tells how. The build fails when a server does something else. Written by `mvn test -Pproof -Dtest=EffectsTest -Dtest.jvm=-Dconcertina.update=true`, then the same with `LocksPageTest`.

      ## How to read it

      - A table has rows. Behind *on* stands what the statement finds, without the rows.
      - *Locks* are held until the transaction ends. Relations that the statement itself makes are left out, and so are indexes that are only read or filled. Reads wait for ACCESS EXCLUSIVE alone; writes wait for SHARE and all that is stronger.
      - *Work* grows with the table: *rewrites* writes all rows again, *scans* reads them all, *builds on* builds an index. Where nothing is said it takes an instant, once the locks are there.
      - A line that begins with majors is what those do instead.
      - *While*: the statement can't run in a transaction. Its locks are those it has or asks for while it waits for a session that has run what is said there. *Alone*: it can't either, and its locks were not looked at. No scans are said of these.

      ## Contents

      """;

  private final Evidence evidence;
  private final List<EffectCases> subjects = EffectCases.all();

  LocksPage(Evidence evidence) {
    this.evidence = evidence;
  }

  /** By kind, in the order of their first cases: the cases of each subject. */
  private Map<String, Map<String, List<EffectCase>>> kinds() {
    Map<String, Map<String, List<EffectCase>>> kinds = new LinkedHashMap<>();
    for (EffectCases subject : subjects) {
      for (EffectCase given : subject.cases()) {
        kinds
            .computeIfAbsent(kind(given), any -> new LinkedHashMap<>())
            .computeIfAbsent(subject.title(), any -> new ArrayList<>())
            .add(given);
      }
    }
    return kinds;
  }

  /** The subject that has most of a kind's cases. */
  private static String home(Map<String, List<EffectCase>> bySubject) {
    return Collections.max(
            bySubject.entrySet(), Comparator.comparingInt(entry -> entry.getValue().size()))
        .getKey();
  }

  /** The kind of the operation that the case is about: the first of its last statement. */
  private static String kind(EffectCase given) {
    List<Operation> operations = READER.read(given.statement()).getLast().operations();
    return operations.getFirst().kind();
  }

  /** The whole page. */
  String text() {
    long number = subjects.stream().mapToLong(subject -> subject.cases().size()).sum();
    StringBuilder contents = new StringBuilder();
    StringBuilder sections = new StringBuilder();
    Map<String, Map<String, List<EffectCase>>> kinds = kinds();
    for (EffectCases subject : subjects) {
      Map<String, Map<String, List<EffectCase>>> own = new LinkedHashMap<>(kinds);
      own.values().removeIf(bySubject -> !home(bySubject).equals(subject.title()));
      contents.append(contents(subject.title(), own.keySet()));
      sections.append("\n## ").append(subject.title()).append('\n');
      own.forEach((kind, bySubject) -> sections.append(section(kind, bySubject)));
    }
    return HEAD.formatted(Majors.OLDEST, Majors.NEWEST, number) + contents + sections;
  }

  private static String contents(String title, Collection<String> own) {
    return own.stream()
        .map(kind -> "[%s](#%s)".formatted(heading(kind), kind))
        .collect(Collectors.joining(", ", "- " + title + ": ", "\n"));
  }

  /** {@code Add column} for {@code add-column}: its anchor is the kind. */
  private static String heading(String kind) {
    String words = kind.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private String section(String kind, Map<String, List<EffectCase>> bySubject) {
    String home = home(bySubject);
    StringBuilder section = new StringBuilder("\n### " + heading(kind) + "\n");
    section.append(table(bySubject.get(home)));
    bySubject.forEach(
        (title, own) -> {
          if (!title.equals(home)) {
            section.append("\n#### ").append(title).append('\n').append(table(own));
          }
        });
    return section.toString();
  }

  private String table(List<EffectCase> cases) {
    return cases.stream()
        .map(this::rows)
        .collect(
            Collectors.joining(
                "", "\n| case | statement | locks | work |\n|---|---|---|---|\n", ""));
  }

  private String rows(EffectCase given) {
    SortedMap<Integer, Seen> byMajor = evidence.of(given.name());
    StringBuilder rows = new StringBuilder();
    Evidence.agreeing(byMajor)
        .forEach(
            (seen, majors) ->
                rows.append(
                    rows.isEmpty()
                        ? row(name(given), statement(given), seen)
                        : row("*" + range(majors) + "*", "", seen)));
    return rows.toString();
  }

  private static String row(String name, String statement, Seen seen) {
    return "| %s | %s | %s | %s |%n".formatted(name, statement, seen.locks(), seen.work());
  }

  private static String name(EffectCase given) {
    String since = given.from() > Majors.OLDEST ? " (from " + given.from() + ")" : "";
    String mark = "";
    if (given.cautious() != null) {
      mark = "<br>*Concertina says more: " + given.cautious() + "*";
    } else if (given.unknown() != null) {
      mark = "<br>*Concertina can't say: " + given.unknown() + "*";
    }
    return cell(given.name() + since + mark);
  }

  private static String statement(EffectCase given) {
    String setup =
        READER.read(given.setup()).stream()
            .filter(LocksPage::isSchema)
            .map(statement -> code(statement.text().replaceFirst("^CREATE TABLE ", "")))
            .collect(Collectors.joining(", "));
    return code(given.statement())
        + (setup.isEmpty() ? "" : "<br>on " + setup)
        + (given.holding() == null ? "" : "<br>while " + code(given.holding()))
        + (given.look() == EffectCase.Look.AFTERWARDS ? "<br>alone" : "");
  }

  private static boolean isSchema(Statement statement) {
    return statement.operations().stream().noneMatch(Operation.Insert.class::isInstance);
  }

  private static String code(String sql) {
    String line = String.join(" ", sql.strip().split("\\s+"));
    return "`" + cell(line.replaceFirst(";$", "")) + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String range(SortedSet<Integer> majors) {
    int first = majors.first();
    int last = majors.last();
    if (last - first + 1 == majors.size() && majors.size() > 2) {
      return first + " to " + last;
    }
    return String.join(", ", majors.stream().map(String::valueOf).toList());
  }
}
