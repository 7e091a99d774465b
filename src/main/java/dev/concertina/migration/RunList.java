package dev.concertina.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The order in which a framework's own list runs its migrations, where it keeps one. */
final class RunList {

  private RunList() {}

  /** Positions by the key of a migration: its path for Drizzle, its change's name for Sqitch. */
  static Map<String, Integer> of(Framework framework, String history, RepositoryFiles files) {
    return switch (framework) {
      case DRIZZLE -> journal(history, files);
      case SQITCH -> plan(files.text(Path.in(Path.folder(history), "sqitch.plan")));
      default -> Map.of();
    };
  }

  private static Map<String, Integer> journal(String history, RepositoryFiles files) {
    Map<String, Integer> positions = new HashMap<>();
    try {
      JsonNode journal =
          new ObjectMapper().readTree(files.text(Path.in(history, "meta/_journal.json")));
      for (JsonNode entry : journal.path("entries")) {
        positions.put(
            Path.in(history, entry.path("tag").asText() + ".sql"), entry.path("idx").asInt());
      }
    } catch (IOException | RuntimeException unreadable) {
      // The names are numbered too.
      return Map.of();
    }
    return positions;
  }

  private static Map<String, Integer> plan(String plan) {
    Map<String, Integer> positions = new HashMap<>();
    for (String raw : plan.split("\n")) {
      String line = raw.strip();
      boolean change = !line.isEmpty() && "%#@-".indexOf(line.charAt(0)) < 0;
      if (change) {
        String name = line.startsWith("+") ? line.substring(1).strip() : line;
        int end = name.indexOf(' ');
        positions.put(end < 0 ? name : name.substring(0, end), positions.size());
      }
    }
    return positions;
  }
}
