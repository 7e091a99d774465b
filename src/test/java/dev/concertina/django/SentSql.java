package dev.concertina.django;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what the schema editor says with what Django itself sent. */
final class SentSql {

  static final Path PROJECT = Path.of("src/test/resources/dev/concertina/django/project");

  /**
   * Migrations that change what several models refer to: which of those Django takes first is up to
   * the hashes of a run of Python.
   */
  private static final Set<String> ANY_ORDER =
      Set.of("stock 0002_change", "stock 0003_more", "stock 0004_rename");

  private static final String MARK = "=== ";

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);

  /**
   * Replays the migrations that Django ran, in its order, and compares each.
   *
   * @return how many of Django's operations were compared
   */
  int compare(String printed, Settings settings) {
    ProjectState state = ProjectState.of(settings);
    int compared = 0;
    StringBuilder differences = new StringBuilder();
    for (Map.Entry<String, String> migration : split(printed).entrySet()) {
      String[] name = migration.getKey().split(" ");
      String text = read(name[0], name[1]);
      MigrationFile file = MigrationFile.read(new Key(name[0], name[1]), text, settings);
      compared += file.operations().size();
      SchemaEditor.Result result = new SchemaEditor(reader).apply(state, file);
      List<String> expected = texts(reader.read(migration.getValue()));
      List<String> actual = texts(result.statements());
      boolean anyOrder = ANY_ORDER.contains(migration.getKey());
      if (!ordered(actual, anyOrder).equals(ordered(expected, anyOrder))) {
        differences
            .append(migration.getKey())
            .append('\n')
            .append(difference(ordered(expected, anyOrder), ordered(actual, anyOrder)));
      }
      state = result.after();
    }
    assertThat(differences.toString()).isEmpty();
    return compared;
  }

  private static List<String> ordered(List<String> texts, boolean anyOrder) {
    return anyOrder ? texts.stream().sorted().toList() : texts;
  }

  private static String difference(List<String> expected, List<String> actual) {
    List<String> lines = new ArrayList<>();
    int same = 0;
    while (same < Math.min(expected.size(), actual.size())
        && expected.get(same).equals(actual.get(same))) {
      same++;
    }
    if (same < Math.min(expected.size(), actual.size())) {
      String wanted = expected.get(same);
      String found = actual.get(same);
      int at = 0;
      while (at < Math.min(wanted.length(), found.length())
          && wanted.charAt(at) == found.charAt(at)) {
        at++;
      }
      lines.add("  expected " + cut(wanted, at));
      lines.add("  actual   " + cut(found, at));
    }
    expected.stream().skip(same + 1).limit(2).forEach(line -> lines.add("  - " + cut(line, 0)));
    actual.stream().skip(same + 1).limit(2).forEach(line -> lines.add("  + " + cut(line, 0)));
    return String.join("\n", lines) + "\n";
  }

  private static String cut(String text, int at) {
    int from = Math.max(0, at - 60);
    return text.substring(0, Math.min(50, from))
        + " … "
        + text.substring(from, Math.min(text.length(), from + 250));
  }

  private static List<String> texts(List<Statement> statements) {
    return statements.stream()
        .flatMap(statement -> statement.operations().stream())
        .filter(SentSql::counts)
        .map(OperationText::of)
        .toList();
  }

  /** Nothing is sent for what changes nothing. */
  private static boolean counts(Operation operation) {
    return switch (operation) {
      case Operation.Begin begin -> false;
      case Operation.Commit commit -> false;
      case Operation.OneWay step -> false;
      case Operation.ForgetColumn step -> false;
      case Operation.NoEffect nothing -> nothing.command().startsWith("SET");
      default -> true;
    };
  }

  private static Map<String, String> split(String printed) {
    Map<String, String> migrations = new LinkedHashMap<>();
    for (String part : ("\n" + printed).split("\n" + MARK)) {
      int end = part.indexOf('\n');
      if (end > 0) {
        migrations.put(part.substring(0, end).strip(), part.substring(end + 1));
      }
    }
    return migrations;
  }

  private static String read(String app, String name) {
    return read(PROJECT.resolve(app).resolve("migrations").resolve(name + ".py"));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
