package dev.concertina.migration;

import dev.concertina.rails.RailsSchema;
import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A dump of the whole schema that a repository keeps beside its migrations.
 *
 * @param path where it lies
 * @param rails what it says when it is in the words of Rails, else null
 */
record Snapshot(String path, String text, RailsSchema rails) {

  private static final List<String> NAMES = List.of("structure.sql", "schema.sql");

  private static final String RAILS = "schema.rb";
  private static final String OTHER_DATABASE = "_migrate";

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
    String database = database(Path.name(history));
    for (String folder : List.of(above, history, Path.folder(above))) {
      for (String name : NAMES) {
        String path = Path.in(folder, database + name);
        if (files.has(path) && isDump(files.text(path))) {
          return Optional.of(new Snapshot(path, files.text(path), null));
        }
      }
    }
    Optional<Snapshot> rails = rails(Path.in(above, database + RAILS), files);
    String latest = Path.in(history, LATEST);
    return rails.isEmpty() && files.has(latest)
        ? Optional.of(new Snapshot(latest, files.text(latest), null))
        : rails;
  }

  /** What Rails puts before the names of another database's files: {@code animals_}. */
  private static String database(String history) {
    return history.endsWith(OTHER_DATABASE)
        ? history.substring(0, history.length() - OTHER_DATABASE.length()) + "_"
        : "";
  }

  private static Optional<Snapshot> rails(String path, RepositoryFiles files) {
    if (!files.has(path)) {
      return Optional.empty();
    }
    String text = files.text(path);
    return RailsSchema.read(text).map(schema -> new Snapshot(path, text, schema));
  }

  /** All that makes the schema, in order. */
  List<Operation> operations() {
    List<Statement> statements =
        rails == null ? new SqlReader(Engine.DEFAULT.syntax()).read(text) : rails.statements();
    return statements.stream().flatMap(s -> s.operations().stream()).toList();
  }

  /** A schema that somebody keeps by hand may say anything; a dump says what there is. */
  private static boolean isDump(String text) {
    return text.contains("PostgreSQL database dump") || text.contains("schema_migrations");
  }

  /** Whether it lists the migrations that it holds. */
  boolean listsVersions() {
    return rails != null && rails.version() != null
        || text.contains("INSERT INTO \"schema_migrations\"")
        || text.contains("INSERT INTO public.schema_migrations")
        || text.contains("INSERT INTO schema_migrations");
  }

  /** Whether it lists this version among those that it holds. */
  boolean lists(String version) {
    if (version == null) {
      return false;
    }
    return rails == null
        ? text.contains("'" + version + "'")
        : Version.of(version).compareTo(Version.of(rails.version())) <= 0;
  }
}
