package dev.concertina.migration;

import java.util.List;
import java.util.Set;

/** Folders whose SQL never runs against the database of a deployment. */
final class Exclusions {

  private static final Set<String> FOLDERS =
      Set.of(
          "node_modules",
          "vendor",
          "third_party",
          "testdata",
          "test-data",
          "test_data",
          "fixtures",
          "fixture",
          "__fixtures__",
          "__tests__",
          "test-fixtures",
          "seeds",
          "seed",
          "seeders",
          "snapshots",
          "test",
          "tests",
          ".git",
          "target",
          "dist");

  private Exclusions() {}

  static boolean excluded(String path) {
    List<String> folders = Path.folders(path);
    return folders.stream().anyMatch(FOLDERS::contains);
  }
}
