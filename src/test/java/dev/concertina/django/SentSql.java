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

/** Compares what the schema editor says with what Django itself sent. */
final class SentSql {

  static final Path PROJECT = Path.of("src/test/resources/dev/concertina/django/project");

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
      if (!actual.equals(expected)) {
        differences.append(migration.getKey()).append('\n').append(difference(expected, actual));
      }
      state = result.after();
    }
    assertThat(differences.toString()).isEmpty();
    return compared;
  }

  private static String difference(List<String> expected, List<String> actual) {
    List<String> lines = new ArrayList<>();
    int same = 0;
    while (same < Math.min(expected.size(), actual.size())
        && expected.get(same).equals(actual.get(same))) {
      same++;
    }
    expected.stream().skip(same).limit(4).forEach(line -> lines.add("  - " + line));
    actual.stream().skip(same).limit(4).forEach(line -> lines.add("  + " + line));
    return String.join("\n", lines) + "\n";
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
