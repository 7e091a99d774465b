package dev.concertina.alembic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks the Alembic of the system what it sends for the calls of the table. */
class OfflineTest {

  private static final String PYTHON = "/usr/bin/python3";

  @TempDir private Path folder;

  @Test
  void alembicSendsWhatTheTableSays() throws Exception {
    boolean there =
        Files.isExecutable(Path.of(PYTHON)) && output("-c", "import alembic.operations") != null;
    assumeTrue(there || System.getenv("CONCERTINA_CI") != null, "there is no Alembic here");
    String said =
        output(
            "-B",
            "-W",
            "ignore",
            CallTable.FOLDER.resolve("offline.py").toString(),
            CallTable.FILE.toString());
    assertThat(said).as("Alembic runs").isNotNull();
    String expected =
        CallTable.rows().stream()
            .filter(CallTable.Row::ran)
            .map(row -> row.number() + "\n" + String.join("\n", row.sent()))
            .collect(Collectors.joining("\n"));
    assertThat(lines(said)).isEqualTo(expected);
    assertThat(CallTable.rows().stream().filter(CallTable.Row::ran)).hasSizeGreaterThan(120);
  }

  /** One statement a line, without the margins that Alembic gives them. */
  private static String lines(String said) {
    return Arrays.stream(("\n" + said).split("\n=== "))
        .skip(1)
        .map(OfflineTest::block)
        .collect(Collectors.joining("\n"));
  }

  private static String block(String printed) {
    int end = printed.indexOf('\n');
    return printed.substring(0, end)
        + "\n"
        + Arrays.stream(printed.substring(end).split(";\n"))
            .map(sql -> sql.strip().replaceAll("\\s+", " "))
            .map(sql -> sql.replace("( ", "(").replace(" )", ")"))
            .filter(sql -> !sql.isEmpty())
            .collect(Collectors.joining("\n"));
  }

  /** What Python prints; null when it fails. */
  private String output(String... arguments) throws IOException, InterruptedException {
    Path said = Files.createTempFile(folder, "said", ".txt");
    List<String> command = new java.util.ArrayList<>(List.of(PYTHON));
    command.addAll(List.of(arguments));
    int status =
        new ProcessBuilder(command)
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    return status == 0 ? Files.readString(said) : null;
  }
}
