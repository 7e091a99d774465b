package dev.concertina.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concertina.plan.Listing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A project of a real Django, with the base class of the documentation and a printed command. */
public final class DjangoProject implements BatchCommand {

  /** The system's own, for which the system has Django. */
  private static final String PYTHON = "/usr/bin/python3";

  private static final Path FILES = Path.of("src/test/resources/dev/concertina/proof/django");
  private static final Pattern COUNT = Pattern.compile("(\\d+) rows need the change");

  private final Path folder;
  private final Map<String, String> environment;
  private final String command;

  /**
   * @param plan has the command with its test, and the statement that makes room for the copies
   */
  DjangoProject(Path folder, int port, String database, PrintedPlan plan) throws IOException {
    this.folder = folder;
    environment =
        Map.of(
            "CATALOG_PORT",
            String.valueOf(port),
            "CATALOG_NAME",
            database,
            "PYTHONDONTWRITEBYTECODE",
            "1");
    try (Stream<Path> files = Files.walk(FILES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write(FILES.relativize(file).toString(), Files.readString(file));
      }
    }
    String base = TransformationPage.block("python", "class DataTransformation");
    write("catalog/transformations.py", base);
    write("catalog/migrations/room.sql", plan.room());
    for (Listing listing : plan.listings()) {
      write(listing.path(), listing.text());
    }
    command = Path.of(plan.listings().get(0).path()).getFileName().toString().replace(".py", "");
  }

  /** Adds a command of this name. */
  void add(String name, String text) throws IOException {
    write("catalog/management/commands/" + name + ".py", text);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Skips a test, with the reason, where the system has no Django; in CI that is a failure. */
  public static void require() {
    boolean there = canRun();
    if (System.getenv("CONCERTINA_CI") != null) {
      assertThat(there).as("Django and psycopg2 for %s, which CI installs", PYTHON).isTrue();
    }
    assumeTrue(
        there, "expected Django and psycopg2: apt-get install python3-django python3-psycopg2");
  }

  private static boolean canRun() {
    try {
      return new ProcessBuilder(PYTHON, "-c", "import django, psycopg2")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Runs a command of Django's to its end, and answers what it has said. */
  String manage(String... arguments) {
    return begin(arguments).end();
  }

  private Started begin(String... arguments) {
    List<String> line = new ArrayList<>(List.of(PYTHON, "manage.py"));
    line.addAll(List.of(arguments));
    return CommandProcess.start(folder, environment, line);
  }

  @Override
  public Started start(int batchSize, double pause, String after) {
    String size = "--batch-size=" + batchSize;
    String sleep = "--sleep=" + pause;
    return after == null
        ? begin(command, size, sleep)
        : begin(command, size, sleep, "--start-after=" + after);
  }

  @Override
  public long dryRun() {
    String said = manage(command, "--dry-run");
    Matcher count = COUNT.matcher(said);
    if (!count.find()) {
      throw new UncheckedIOException(new IOException("expected a count of rows, found: " + said));
    }
    return Long.parseLong(count.group(1));
  }
}
