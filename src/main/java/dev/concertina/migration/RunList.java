package dev.concertina.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The list in which a framework keeps the order of its migrations: what it leaves out never runs.
 *
 * @param path where it lies, or null where there is none
 * @param entries by the key of a migration: its change's name for Sqitch, its folder's for Prisma,
 *     its path for others
 */
record RunList(String path, Map<String, Entry> entries) {

  private static final RunList NONE = new RunList(null, Map.of());

  /**
   * A migration in a list.
   *
   * @param position in which order a new database gets it
   * @param moment a database runs what has a later one than all that it has run
   */
  record Entry(int position, long moment) {}

  static RunList of(Framework framework, String history, RepositoryFiles files) {
    return switch (framework) {
      case DRIZZLE -> journal(history, files);
      case PRISMA -> names(history, files);
      case ATLAS -> sums(Path.in(history, "atlas.sum"), history, files);
      case SQITCH -> plan(Path.in(Path.folder(history), "sqitch.plan"), files);
      default -> NONE;
    };
  }

  int position(String key) {
    return entries.containsKey(key) ? entries.get(key).position() : Place.UNLISTED;
  }

  long moment(String key) {
    return entries.containsKey(key) ? entries.get(key).moment() : Long.MAX_VALUE;
  }

  private static RunList journal(String history, RepositoryFiles files) {
    String path = Path.in(history, "meta/_journal.json");
    if (!files.has(path)) {
      return NONE;
    }
    Map<String, Entry> entries = new HashMap<>();
    try {
      for (JsonNode entry : new ObjectMapper().readTree(files.text(path)).path("entries")) {
        String file = Path.in(history, entry.path("tag").asText() + ".sql");
        int position = entries.size();
        entries.put(file, new Entry(position, entry.path("when").asLong(position)));
      }
    } catch (IOException | RuntimeException unreadable) {
      // The names are numbered too.
      return NONE;
    }
    return new RunList(path, Map.copyOf(entries));
  }

  /** Prisma goes by the names of its folders as text: a 10 comes before a 9. */
  private static RunList names(String history, RepositoryFiles files) {
    Map<String, Entry> entries = new HashMap<>();
    for (String path : files.below(history)) {
      entries.put(Path.name(Path.folder(path)), new Entry(entries.size(), entries.size()));
    }
    return new RunList(null, Map.copyOf(entries));
  }

  /** Atlas refuses a folder whose sums leave a file out. */
  private static RunList sums(String path, String history, RepositoryFiles files) {
    Map<String, Entry> entries = new HashMap<>();
    for (String line : files.text(path).split("\n")) {
      int end = line.indexOf(" h1:");
      if (end > 0) {
        String file = Path.in(history, line.substring(0, end));
        entries.put(file, new Entry(entries.size(), entries.size()));
      }
    }
    return entries.isEmpty() ? NONE : new RunList(path, Map.copyOf(entries));
  }

  /** A change that is planned again has its earlier script under the name of the tag between. */
  private static RunList plan(String path, RepositoryFiles files) {
    Map<String, Entry> entries = new HashMap<>();
    Map<String, String> tags = new HashMap<>();
    int position = 0;
    for (String raw : files.text(path).split("\n")) {
      String line = raw.strip();
      if (line.startsWith("@")) {
        String tag = word(line);
        entries.keySet().forEach(change -> tags.putIfAbsent(change, tag));
      } else if (!line.isEmpty() && "%#-".indexOf(line.charAt(0)) < 0) {
        String name = word(line.startsWith("+") ? line.substring(1).strip() : line);
        Entry earlier = entries.get(name);
        if (earlier != null && tags.containsKey(name)) {
          entries.put(name + tags.remove(name), earlier);
        }
        entries.put(name, new Entry(position, position));
        position++;
      }
    }
    return new RunList(path, Map.copyOf(entries));
  }

  private static String word(String line) {
    int end = line.indexOf(' ');
    return end < 0 ? line : line.substring(0, end);
  }
}
