package dev.concertina.proof;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.postgresql.Driver;

/** The class of the documentation, compiled and started. */
final class JavaProgram implements BatchCommand {

  private static final String CLASS = "DataTransformation";

  private final Path folder;
  private final Database database;
  private final String url;
  private final String remaining;

  /**
   * @param source the class
   * @param remaining the query by which the plan counts the rows, which the class does not print
   */
  JavaProgram(Path folder, int port, Database database, String source, String remaining)
      throws IOException {
    this.folder = folder;
    this.database = database;
    this.remaining = remaining;
    url = "jdbc:postgresql://localhost:" + port + "/" + database.name() + "?user=postgres";
    Path file = Files.writeString(folder.resolve(CLASS + ".java"), source);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-Xlint:all", "-Werror", "--release", "21", file.toString());
    if (status != 0) {
      throw new AssertionError("expected a class that compiles, in " + file);
    }
  }

  @Override
  public Started start(int batchSize, double pause, String after) {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                folder + ":" + driver(),
                CLASS,
                url,
                String.valueOf(batchSize),
                String.valueOf(Math.round(pause * 1000))));
    if (after != null) {
      line.add(after);
    }
    return CommandProcess.start(folder, Map.of(), line);
  }

  private static Path driver() {
    try {
      return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public long dryRun() {
    try (Client client = database.connect()) {
      return Long.parseLong(client.value(remaining));
    }
  }
}
