package dev.concertina.migration;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the files of a Flyway project are named.
 *
 * @param versioned what the name of a versioned migration begins with: {@code V}, or nothing
 * @param repeatable what that of a repeatable one begins with
 * @param baseline what that of a baseline begins with
 * @param undo what that of an undo migration begins with
 * @param separator what stands between version and description
 */
public record FlywayNaming(
    String versioned, String repeatable, String baseline, String undo, String separator) {

  /** The names that hold when nothing is set. */
  public static final FlywayNaming DEFAULT = new FlywayNaming("V", "R", "B", "U", "__");

  /** Events of which a rollout has none. */
  private static final Set<String> NOT_RUN =
      events("Clean", "Info", "Baseline", "Repair", "Undo", "EachUndo");

  private static final Set<String> RUN =
      events(
          "Migrate",
          "EachMigrate",
          "EachMigrateStatement",
          "Versioned",
          "Repeatables",
          "Validate",
          "Connect");

  private static Set<String> events(String... words) {
    Set<String> events = new HashSet<>();
    for (String word : words) {
      events.addAll(
          List.of(
              "before" + word,
              "after" + word,
              "after" + word + "Error",
              "after" + word + "Applied"));
    }
    return Set.copyOf(events);
  }

  /** What a file of that name is; empty when Flyway does not run it. */
  Optional<FileName> of(String name) {
    if (name.startsWith(repeatable + separator)) {
      return Optional.of(new FileName(null, Place.Kind.REPEATABLE));
    }
    Optional<String> event = event(name);
    if (event.isPresent()) {
      return NOT_RUN.contains(event.get())
          ? Optional.empty()
          : Optional.of(new FileName(null, Place.Kind.REPEATABLE));
    }
    return numbered(name, versioned, Place.Kind.UP)
        .or(() -> numbered(name, baseline, Place.Kind.BASELINE))
        .or(() -> numbered(name, undo, Place.Kind.DOWN));
  }

  private Optional<FileName> numbered(String name, String prefix, Place.Kind kind) {
    if (!name.startsWith(prefix)) {
      return Optional.empty();
    }
    int end = name.indexOf(separator, prefix.length());
    if (end < 0) {
      // V1.sql has no description: Flyway takes it all the same.
      end = name.lastIndexOf('.');
    }
    return isVersion(name, prefix.length(), end)
        ? Optional.of(new FileName(name.substring(prefix.length(), end), kind))
        : Optional.empty();
  }

  /** Numbers with a dot or an underscore between them. */
  private static boolean isVersion(String name, int from, int to) {
    boolean digit = false;
    for (int i = from; i < to; i++) {
      char c = name.charAt(i);
      boolean separates = digit && (c == '.' || c == '_');
      digit = Version.isDigit(c);
      if (!digit && !separates) {
        return false;
      }
    }
    return digit;
  }

  /**
   * The event at which Flyway runs a callback: {@code beforeMigrate} of {@code beforeMigrate.sql}
   * and {@code beforeMigrate__timeouts.sql}.
   */
  Optional<String> event(String name) {
    int end = name.indexOf(separator);
    end = end < 0 ? name.indexOf('.') : end;
    String event = end < 0 ? name : name.substring(0, end);
    boolean known = event.equals("createSchema") || RUN.contains(event) || NOT_RUN.contains(event);
    return known ? Optional.of(event) : Optional.empty();
  }
}
