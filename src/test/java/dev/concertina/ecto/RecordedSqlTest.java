package dev.concertina.ecto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.ElixirValues;
import dev.concertina.syntax.Grammar;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a migration sends is what Ecto sends: {@code sent.txt} holds what Ecto 3.13 sent to
 * PostgreSQL, recorded by {@code src/test/oracle/ecto/record.exs}.
 */
class RecordedSqlTest {

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);

  /**
   * A call and the statements that Ecto sends for it.
   *
   * @param config what the repo is configured with, as a keyword list
   */
  record Recorded(String config, String call, List<String> sent) {
    @Override
    public String toString() {
      return call;
    }
  }

  static Stream<Recorded> recorded() throws IOException {
    List<Recorded> all = new ArrayList<>();
    String config = "";
    try (InputStream file = RecordedSqlTest.class.getResourceAsStream("sent.txt")) {
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith("config ")) {
          config = line.substring("config ".length());
        } else if (line.startsWith("  ")) {
          all.get(all.size() - 1).sent().add(line.strip());
        } else {
          all.add(new Recorded(config, line, new ArrayList<>()));
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(140);
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void does_what_ecto_sends(Recorded recorded) {
    List<Statement> read = EctoMigrationTest.read(recorded.call(), settings(recorded.config()));
    List<String> ectos = new ArrayList<>();
    recorded.sent().forEach(sql -> ectos.addAll(does(reader.read(sql))));
    assertThat(does(read)).isEqualTo(ectos);
  }

  /** Values of rows are parameters to Ecto; of them the place alone is compared. */
  private static List<String> does(List<Statement> statements) {
    List<String> all = new ArrayList<>();
    for (Statement statement : statements) {
      String sql = statement.sql().strip();
      if (sql.matches("(?s)(UPDATE|DELETE|INSERT) .*")) {
        all.add(
            sql.replaceAll("'(''|[^'])*'|\\$\\d+|\\b\\d+\\b|NULL|\"computed\"\\(\\)", "?")
                .replace(", ", ","));
      } else {
        statement.operations().stream()
            .map(operation -> operation.toString().replaceAll("Span\\[[^]]*]", ""))
            .forEach(all::add);
      }
    }
    return all;
  }

  private static RepoSettings settings(String config) {
    SourceFile file = Grammar.ELIXIR.parse("[" + config + "]");
    Value all = new ElixirValues(file, call -> call).value(file.root().parts().get(0));
    return RepoSettings.of(all);
  }
}
