package dev.concertina.migration;

import java.util.Locale;
import java.util.Optional;

/**
 * A database's container image with a version, as a line of a compose file, a workflow or a test
 * names it.
 *
 * @param name as written: {@code postgis/postgis:16-3.4}
 */
record Image(String engine, int version, String name) {

  private static final String[][] KNOWN = {
    {"postgres", "postgresql"},
    {"postgresql", "postgresql"},
    {"postgis", "postgresql"},
    {"pgvector", "postgresql"},
    {"timescaledb", "postgresql"},
    {"timescaledb-ha", "postgresql"},
    {"mysql", "mysql"},
    {"mysql-server", "mysql"},
    {"mariadb", "mariadb"},
  };

  /** The image that a line names, if it names one of a database with a version. */
  static Optional<Image> in(String line) {
    for (String[] known : KNOWN) {
      int at = line.indexOf(known[0] + ":");
      if (at >= 0 && (at == 0 || "/\"' ".indexOf(line.charAt(at - 1)) >= 0)) {
        return of(line, at, known[0].length(), known[1]);
      }
    }
    return Optional.empty();
  }

  private static Optional<Image> of(String line, int at, int length, String engine) {
    int end = at + length + 1;
    while (end < line.length() && isTag(line.charAt(end))) {
      end++;
    }
    String tag = line.substring(at + length + 1, end).toLowerCase(Locale.ROOT);
    int pg = tag.indexOf("pg");
    int version = number(tag, pg < 0 ? 0 : pg + 2);
    boolean plausible = version >= 5 && version < 100;
    return plausible
        ? Optional.of(new Image(engine, version, line.substring(at, end)))
        : Optional.empty();
  }

  private static boolean isTag(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
  }

  private static int number(String tag, int from) {
    int end = from;
    while (end < tag.length() && end < from + 3 && Version.isDigit(tag.charAt(end))) {
      end++;
    }
    return end == from ? 0 : Integer.parseInt(tag.substring(from, end));
  }

  Engine engine(String path) {
    return new Engine(engine, version, path + " says " + name);
  }
}
