package dev.concertina.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * SQL files that are no changelogs and that a changelog beside them, or in one of the folders
 * above, runs: by {@code sqlFile}, or as the body of a routine.
 */
final class LiquibaseScripts {

  /** How far above a script its changelog is looked for. */
  private static final int NEAR = 3;

  private static final int MOST = 60;

  private final RepositoryFiles files;
  private final Map<String, List<String>> changelogs = new HashMap<>();

  LiquibaseScripts(RepositoryFiles files) {
    this.files = files;
  }

  /** The changelog that runs a file, or null. */
  String runner(String path) {
    String folder = Path.folder(path);
    for (int i = 0; i <= NEAR; i++) {
      for (String changelog : changelogs.computeIfAbsent(folder, this::in)) {
        if (files.text(changelog).contains(Path.name(path))) {
          return changelog;
        }
      }
      if (folder.isEmpty()) {
        break;
      }
      folder = Path.folder(folder);
    }
    return null;
  }

  private List<String> in(String folder) {
    List<String> found = new ArrayList<>();
    files.names(folder).stream()
        .filter(FileName::isDocument)
        .limit(MOST)
        .map(name -> Path.in(folder, name))
        .filter(
            path ->
                ProgramFrameworks.of(path, () -> files.text(path))
                    .filter(Framework.LIQUIBASE::equals)
                    .isPresent())
        .forEach(found::add);
    return found;
  }

  /** How an edited script runs: again where its change set says so. */
  Place.Kind kind(String changelog) {
    String text = files.text(changelog);
    boolean again = text.contains("runOnChange") || text.contains("runAlways");
    return again ? Place.Kind.REPEATABLE : Place.Kind.UP;
  }
}
