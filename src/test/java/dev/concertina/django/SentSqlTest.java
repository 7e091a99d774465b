package dev.concertina.django;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concertina.proof.DjangoProject;
import dev.concertina.proof.Majors;
import dev.concertina.proof.Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Runs the migrations of the test project with the Django that the system has, and holds what the
 * schema editor says to what it sends.
 */
@ResourceLock(Server.LOCK)
class SentSqlTest {

  private static final String PYTHON = "/usr/bin/python3";

  @TempDir private Path folder;

  @Test
  void saysWhatTheDjangoOfTheSystemSends() throws Exception {
    assumeTrue(Majors.all(), "takes half a minute: mvn verify -Pproof");
    DjangoProject.require();
    String[] version =
        output("-c", "import django; print('%d.%d' % django.VERSION[:2])").strip().split("\\.");
    Settings django =
        Settings.of(Integer.parseInt(version[0]), Integer.parseInt(version[1]))
            .withAutoField("BigAutoField");
    try (EmbeddedPostgres postgres = Server.builder(Majors.NEWEST).start()) {
      List<String> line =
          new ArrayList<>(
              List.of(
                  "-B",
                  "-W",
                  "ignore",
                  SentSql.PROJECT.resolve("sent.py").toString(),
                  "localhost",
                  String.valueOf(postgres.getPort()),
                  "postgres",
                  "postgres",
                  "library",
                  "stock"));
      if (django.since(4, 2)) {
        line.add("modern");
      }
      if (django.since(5, 2)) {
        line.add("newest");
      }
      String sent = output(line.toArray(String[]::new));
      assertThat(new SentSql().compare(sent, django)).isGreaterThan(200);
    }
  }

  private String output(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PYTHON));
    command.addAll(List.of(arguments));
    Path said = Files.createTempFile(folder, "said", ".txt");
    Path failed = Files.createTempFile(folder, "failed", ".txt");
    int status =
        new ProcessBuilder(command)
            .redirectOutput(said.toFile())
            .redirectError(failed.toFile())
            .start()
            .waitFor();
    assertThat(status).as(Files.readString(failed)).isZero();
    return Files.readString(said);
  }
}
