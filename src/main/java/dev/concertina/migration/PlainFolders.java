package dev.concertina.migration;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Folders of SQL files that no known framework owns: which of the files are migrations. */
final class PlainFolders {

  /** Why most SQL files are no migrations. */
  static final String ELSEWHERE = "it lies in no folder of migrations";

  static final Set<String> MIGRATIONS =
      Set.of("migration", "migrations", "migrate", "schema_migrations", "sql-migrations");

  /** Names that hold migrations only where the files are numbered. */
  private static final Set<String> NUMBERED =
      Set.of(
          "db",
          "database",
          "sql",
          "schema",
          "schemas",
          "ddl",
          "delta",
          "deltas",
          "patches",
          "updates",
          "update",
          "upgrades",
          "upgrade",
          "changes",
          "versions",
          "scripts");

  /** Of these, the names that describe a schema where the migrations lie in another folder. */
  private static final Set<String> DESCRIBING = Set.of("schema", "schemas", "ddl");

  private static final Set<String> NEVER =
      Set.of("seed", "seeds", "schema", "structure", "fixtures", "queries", "query", "lock");

  private static final Set<String> UP = Set.of("up", "do");

  private static final Set<String> DOWN = Set.of("down", "rollback", "undo", "revert");

  private final RepositoryFiles files;
  private final Map<String, Boolean> numbered = new HashMap<>();
  private Boolean migrationsElsewhere;

  PlainFolders(RepositoryFiles files) {
    this.files = files;
  }

  /** Why a file is no migration, or null when it is one. */
  String ignored(String path) {
    String name = Path.name(path);
    String word = FileName.plain(name).version().toLowerCase(Locale.ROOT);
    List<String> above = Path.folders(path);
    int last = above.size() - 1;
    while (last >= 0 && (isVersion(above.get(last)) || isDirection(above.get(last)))) {
      last--;
    }
    boolean migrations = above.stream().anyMatch(MIGRATIONS::contains);
    boolean near =
        last >= 0 && NUMBERED.contains(above.get(last))
            || last >= 1 && NUMBERED.contains(above.get(last - 1));
    if (!migrations && !(near && FileName.hasNumber(name))) {
      return ELSEWHERE;
    } else if (!migrations && DESCRIBING.contains(above.get(last)) && migrationsElsewhere()) {
      return "it describes the schema, and the migrations lie elsewhere";
    } else if (NEVER.contains(word)) {
      return "it is called " + word;
    } else if (!FileName.hasNumber(name) && isNumbered(history(path))) {
      return "it has no number, unlike the migrations beside it";
    }
    return null;
  }

  /** Whether SQL lies in a folder that is called after migrations. */
  private boolean migrationsElsewhere() {
    if (migrationsElsewhere == null) {
      migrationsElsewhere =
          files.named(FileName::isSql).stream()
              .anyMatch(
                  path ->
                      Path.folders(path).stream().anyMatch(MIGRATIONS::contains)
                          && !Exclusions.excluded(path));
    }
    return migrationsElsewhere;
  }

  /** Whether any file of a history has a number: then one without is something else. */
  private boolean isNumbered(String history) {
    return numbered.computeIfAbsent(
        history,
        folder -> {
          for (String path : files.below(folder)) {
            String name = Path.name(path);
            if (FileName.isSql(name) && FileName.hasNumber(name) && history(path).equals(folder)) {
              return true;
            }
          }
          return false;
        });
  }

  /** The folder that holds the whole history: folders of releases and directions lie in it. */
  static String history(String path) {
    String folder = Path.folder(path);
    String last = Path.name(folder).toLowerCase(Locale.ROOT);
    return isDirection(last) || isVersion(last) ? Path.folder(folder) : folder;
  }

  /** {@code delta/73/01_x.sql}: the release comes first, then the number in it. */
  static String version(String path, String own) {
    String folder = Path.name(Path.folder(path)).toLowerCase(Locale.ROOT);
    return isVersion(folder) ? folder + "/" + own : own;
  }

  static boolean goesDown(String path) {
    return DOWN.contains(Path.name(Path.folder(path)).toLowerCase(Locale.ROOT));
  }

  private static boolean isDirection(String folder) {
    return UP.contains(folder) || DOWN.contains(folder);
  }

  private static boolean isVersion(String folder) {
    return FileName.hasNumber(folder)
        && folder.chars().allMatch(c -> Version.isDigit((char) c) || "v._-x".indexOf(c) >= 0);
  }
}
