package dev.concertina.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The migrations that the reviews of the examples print for Alembic run, step by step, in a real
 * Alembic on a real server, and end where the contributor's own would have ended.
 */
@ResourceLock(Server.LOCK)
class AlembicPlanTest {

  private static final String PYTHON = "/usr/bin/python3";
  private static final Path SCRIPT = Path.of("src/test/resources/dev/concertina/alembic/run.py");

  @TempDir private Path scratch;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alembic-rename-column | 3 | SELECT string_agg(attname, ' ' ORDER BY attnum) = 'id email phone_number' FROM pg_attribute WHERE attrelid = 'customers'::regclass AND attnum > 0 AND NOT attisdropped
          alembic-add-index     | 1 | SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix_customers_email'::regclass
          alembic-not-null      | 3 | SELECT attnotnull AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'users_email_present') FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'email'
          """)
  void thePlanRuns(String example, int bodies, String holds) throws Exception {
    assumeTrue(Majors.all(), "starts a server: mvn verify -Pproof");
    Path folder = Path.of("examples").resolve(example);
    List<String> plan = plan(folder);
    assertThat(plan).hasSizeGreaterThanOrEqualTo(bodies - 1);
    try (EmbeddedPostgres postgres = Server.builder(Majors.NEWEST).start()) {
      run(postgres.getPort(), revisions(folder.resolve("base")), plan);
      try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
        assertThat(isTrue(connection, holds)).as(holds).isTrue();
      }
    }
  }

  /** The bodies of the plan's migrations, in order. */
  private static List<String> plan(Path example) throws IOException {
    JsonNode report = new ObjectMapper().readTree(example.resolve("expected.json").toFile());
    List<String> bodies = new ArrayList<>();
    for (JsonNode finding : report.path("findings")) {
      for (JsonNode step : finding.path("plan")) {
        if (step.has("migration") && !bodies.contains(step.get("migration").asText())) {
          bodies.add(step.get("migration").asText());
        }
      }
    }
    return bodies;
  }

  private static List<String> revisions(Path base) throws IOException {
    try (Stream<Path> files = Files.walk(base)) {
      return files
          .filter(file -> file.getParent().endsWith("versions"))
          .map(Path::toString)
          .toList();
    }
  }

  private void run(int port, List<String> revisions, List<String> bodies) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(PYTHON, "-B", SCRIPT.toString(), String.valueOf(port)));
    command.addAll(revisions);
    Path input = Files.writeString(scratch.resolve("bodies"), String.join("\n===\n", bodies));
    Path said = scratch.resolve("said");
    int status =
        new ProcessBuilder(command)
            .redirectInput(input.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    assertThat(status).as(Files.readString(said)).isZero();
  }

  private static boolean isTrue(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() && rows.getBoolean(1);
    }
  }
}
