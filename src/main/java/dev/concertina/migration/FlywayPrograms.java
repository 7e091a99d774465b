package dev.concertina.migration;

import dev.concertina.flyway.JavaMigration;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import java.util.List;

/** Flyway's migrations in Java: they run among the SQL files, in the order of their versions. */
final class FlywayPrograms implements Programs {

  private static final String CODE = "/java/";
  private static final String RESOURCES = "/resources/";

  private final FlywayFolders folders;
  private final RepositoryFiles files;
  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);

  FlywayPrograms(FlywayFolders folders, RepositoryFiles files) {
    this.folders = folders;
    this.files = files;
  }

  @Override
  public Place place(String path, Engine engine) {
    FileName name = FlywayNaming.DEFAULT.of(Path.name(path)).orElseThrow();
    boolean read = path.endsWith(".java");
    return new Place(
        path,
        Framework.FLYWAY,
        engine,
        history(path),
        name.version() == null ? null : Version.of(name.version()),
        Place.UNLISTED,
        read && name.kind() != Place.Kind.DOWN ? Place.Kind.PROGRAM : Place.Kind.UNREAD);
  }

  /** The classes lie in another root than the scripts, whose history they belong to. */
  private String history(String path) {
    String own = folders.history(Path.folder(path));
    String beside = inRoot(own, CODE, RESOURCES);
    return files.below(beside).iterator().hasNext() ? beside : own;
  }

  /** Where the classes of a history lie, which may be no folder that is there. */
  static String code(String history) {
    return inRoot(history, RESOURCES, CODE);
  }

  private static String inRoot(String folder, String from, String to) {
    String slashed = "/" + folder;
    int at = slashed.indexOf(from);
    return at < 0
        ? folder
        : (slashed.substring(0, at) + to + slashed.substring(at + from.length())).substring(1);
  }

  @Override
  public List<Part> read(Place place, String text) {
    return JavaMigration.read(reader, text).stream().map(Part::of).toList();
  }
}
