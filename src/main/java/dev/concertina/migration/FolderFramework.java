package dev.concertina.migration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Decides, once for a folder, which framework runs the SQL files in it. */
final class FolderFramework {

  private static final int SAMPLES = 3;

  /** What Drizzle's settings are called. */
  static final List<String> DRIZZLE_CONFIGS =
      List.of(
          "drizzle.config.ts", "drizzle.config.js", "drizzle.config.mjs", "drizzle.config.json");

  private final RepositoryFiles files;
  private final Supplier<FlywaySettings> flyway;
  private final Map<String, Framework> known = new HashMap<>();
  private final Map<String, Boolean> drizzles = new HashMap<>();

  FolderFramework(RepositoryFiles files, Supplier<FlywaySettings> flyway) {
    this.files = files;
    this.flyway = flyway;
  }

  /** The framework of a folder, or null when nothing but its path can tell. */
  Framework of(String folder) {
    if (!known.containsKey(folder)) {
      known.put(folder, find(folder));
    }
    return known.get(folder);
  }

  private Framework find(String folder) {
    List<String> names = files.names(folder).stream().filter(FileName::isSql).toList();
    Framework marked = marked(folder, names);
    boolean paired = names.stream().anyMatch(name -> FileName.paired(name).isPresent());
    if (marked != null) {
      return marked;
    } else if (files.has(Path.in(folder, "atlas.sum")) && !paired) {
      return Framework.ATLAS;
    } else if (files.has(Path.in(folder, "meta/_journal.json"))) {
      return Framework.DRIZZLE;
    } else if (names.stream().anyMatch(this::isFlyway)) {
      return rust(folder, "refinery") ? Framework.REFINERY : Framework.FLYWAY;
    } else if (paired) {
      return rust(folder, "sqlx") ? Framework.SQLX : go(folder);
    } else if (Path.endsWith(folder, "supabase/migrations")) {
      return Framework.SUPABASE;
    }
    boolean numbered = names.stream().anyMatch(FileName::hasNumber);
    boolean migrations = Path.name(folder).contains("migration");
    if (numbered && migrations && rust(folder, "sqlx")) {
      return Framework.SQLX;
    } else if (numbered && migrations && node(folder, "node-pg-migrate")) {
      return Framework.NODE_PG_MIGRATE;
    }
    return null;
  }

  private boolean isFlyway(String name) {
    if (!name.contains("__")) {
      return false;
    }
    // Only a name without the usual prefix is worth looking for another one.
    return FlywayNaming.DEFAULT.of(name).isPresent()
        || FileName.hasNumber(name) && flyway.get().named(name).isPresent();
  }

  private boolean rust(String folder, String crate) {
    return files.nearestSays(folder, "Cargo.toml", crate)
        || crate.equals("sqlx") && files.nearest(folder, "sqlx.toml").isPresent();
  }

  /** Pop names its files as golang-migrate does, and runs each in a transaction. */
  private Framework go(String folder) {
    return files.nearestSays(folder, "go.mod", "gobuffalo/pop")
        ? Framework.POP
        : Framework.GOLANG_MIGRATE;
  }

  private boolean node(String folder, String library) {
    return files.nearestSays(folder, "package.json", library);
  }

  /** What the newest files say; the newest, because old ones may come from another framework. */
  private Framework marked(String folder, List<String> names) {
    return names.reversed().stream()
        .limit(SAMPLES)
        .map(name -> Sections.markedBy(files.text(Path.in(folder, name))))
        .filter(framework -> framework != null)
        .findFirst()
        .orElse(null);
  }

  /** The framework of a folder that holds one folder for each migration. */
  Framework ofFolders(String history, String fileName, String migration) {
    if (fileName.equals("migration.sql")) {
      return drizzles.computeIfAbsent(history, this::isDrizzle)
          ? Framework.DRIZZLE
          : Framework.PRISMA;
    }
    boolean hasura =
        files.nearestSays(history, "config.yaml", "metadata_directory")
            || isEpochMillis(migration) && !files.nearest(history, "diesel.toml").isPresent();
    return hasura ? Framework.HASURA : Framework.DIESEL;
  }

  /** A migration that was written by hand has no snapshot beside it, others of its history have. */
  private boolean isDrizzle(String history) {
    if (files.has(Path.in(history, "migration_lock.toml"))) {
      return false;
    }
    for (String path : files.below(history)) {
      if (Path.name(path).equals("snapshot.json")
          && Path.folder(Path.folder(path)).equals(history)) {
        return true;
      }
    }
    return DRIZZLE_CONFIGS.stream().anyMatch(name -> files.nearest(history, name).isPresent());
  }

  /** Hasura numbers its folders by milliseconds: thirteen digits. */
  private static boolean isEpochMillis(String folder) {
    int end = 0;
    while (end < folder.length() && Version.isDigit(folder.charAt(end))) {
      end++;
    }
    return end == 13;
  }
}
