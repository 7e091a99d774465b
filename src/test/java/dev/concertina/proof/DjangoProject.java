package dev.concertina.proof;

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
final class DjangoProject implements BatchCommand {

  /** The system's own, for which the system has Django. */
  private static final String PYTHON = "/usr/bin/python3";

  private static final Path FILES = Path.of("src/test/resources/dev/concertina/proof/django");
  private static final Pattern COUNT = Pattern.compile("(\\d+) rows need the change");

  private final Path folder;
  private final Map<String, String> environment;
  private final String command;

  /**
   * @param room the statement that makes room for the copies
   * @param listings the command and its test, as the plan prints them
   */
  DjangoProject(
      Path folder, int port, String database, String base, String room, List<Listing> listings)
      throws IOException {
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
    write("catalog/transformations.py", base);
    write("catalog/migrations/room.sql", room);
    for (Listing listing : listings) {
      write(listing.path(), listing.text());
    }
    command = Path.of(listings.get(0).path()).getFileName().toString().replace(".py", "");
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

  /** Whether this machine has what a project needs. */
  static boolean canRun() {
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
