package dev.concertina.migration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A dump of the whole schema that a repository keeps beside its migrations.
 *
 * @param path where it lies
 */
record Snapshot(String path, String text) {

  private static final List<String> NAMES = List.of("structure.sql", "schema.sql");

  /** What some projects install instead of running all migrations. */
  private static final String LATEST = "LATEST.sql";

  static boolean isNamedLikeOne(String path) {
    String name = Path.name(path).toLowerCase(Locale.ROOT);
    return NAMES.contains(name)
        || name.equalsIgnoreCase(LATEST)
        || name.endsWith("_structure.sql") && !FileName.hasNumber(name);
  }

  /** Whether a file describes the whole schema, in SQL or in a framework's own words. */
  static boolean isOne(String path) {
    String name = Path.name(path);
    boolean drizzle =
        name.endsWith("_snapshot.json") && Path.endsWith(Path.folder(path), "meta")
            || name.equals("snapshot.json") && FileName.hasNumber(Path.name(Path.folder(path)));
    return isNamedLikeOne(path)
        || drizzle
        || name.equals("schema.rb")
        || name.endsWith("_schema.rb")
        || name.endsWith("ModelSnapshot.cs")
        || name.endsWith(".Designer.cs") && Path.folders(path).contains("migrations");
  }

  /** The snapshot that belongs to a history: beside its folder, above it or in it. */
  static Optional<Snapshot> of(String history, RepositoryFiles files) {
    String above = Path.folder(history);
    for (String folder : List.of(above, history, Path.folder(above))) {
      for (String name : NAMES) {
        String path = Path.in(folder, name);
        if (files.has(path) && isDump(files.text(path))) {
          return Optional.of(new Snapshot(path, files.text(path)));
        }
      }
    }
    String latest = Path.in(history, LATEST);
    if (files.has(latest)) {
      return Optional.of(new Snapshot(latest, files.text(latest)));
    }
    return Optional.empty();
  }

  /** A schema that somebody keeps by hand may say anything; a dump says what there is. */
  private static boolean isDump(String text) {
    return text.contains("PostgreSQL database dump") || text.contains("schema_migrations");
  }

  /** Whether it lists the migrations that it holds. */
  boolean listsVersions() {
    return text.contains("INSERT INTO \"schema_migrations\"")
        || text.contains("INSERT INTO public.schema_migrations")
        || text.contains("INSERT INTO schema_migrations");
  }

  /** Whether it lists this version among those that it holds. */
  boolean lists(String version) {
    return version != null && text.contains("'" + version + "'");
  }
}
