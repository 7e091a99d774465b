package dev.concertina.migration;

import dev.concertina.ecto.EctoMigration;
import dev.concertina.ecto.RepoConfiguration;
import dev.concertina.ecto.RepoSettings;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.syntax.Program;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The migrations of Ecto. Each repo has a folder below {@code priv} of its application, and that is
 * a history; what its configuration says about migrations holds for all of them.
 */
final class EctoRepos implements Programs {

  private static final String MIGRATIONS = "migrations";
  private static final List<String> CONFIGURATION =
      List.of("config/config.exs", "config/prod.exs", "config/runtime.exs");
  private static final List<String> OTHER_DRIVERS = List.of(":myxql", ":tds", ":ecto_sqlite3");

  private final RepositoryFiles files;
  private final SqlReader sent = new SqlReader(SqlSyntax.POSTGRESQL);
  private final Map<String, RepoSettings> settings = new HashMap<>();

  EctoRepos(RepositoryFiles files) {
    this.files = files;
  }

  @Override
  public Place place(String path, Engine engine) {
    return new Place(
        path,
        Framework.ECTO,
        engine,
        history(path),
        Version.of(FileName.plain(Path.name(path)).version()),
        Place.UNLISTED,
        Place.Kind.PROGRAM);
  }

  /** Ecto looks into the folders below a repo's, too. */
  private static String history(String path) {
    for (String at = Path.folder(path); !at.isEmpty(); at = Path.folder(at)) {
      if (Path.name(at).equals(MIGRATIONS)) {
        return at;
      }
    }
    return Path.folder(path);
  }

  @Override
  public List<Part> read(Place place, String text) {
    String repo = Path.folder(place.history());
    List<Program> programs =
        isForAnother(repo)
            ? List.of(Program.unread("it is written for another database than PostgreSQL"))
            : EctoMigration.read(sent, text, settings.computeIfAbsent(repo, this::settings));
    return programs.stream().map(Part::of).toList();
  }

  private boolean isForAnother(String folder) {
    return OTHER_DRIVERS.stream().anyMatch(driver -> files.nearestSays(folder, "mix.exs", driver))
        && !files.nearestSays(folder, "mix.exs", ":postgrex");
  }

  /** Of an umbrella all applications are configured in one place. */
  private RepoSettings settings(String repo) {
    Set<String> paths = new LinkedHashSet<>();
    for (String name : CONFIGURATION) {
      files.nearest(repo, name).ifPresent(paths::add);
    }
    return RepoConfiguration.read(paths.stream().map(files::text).toList(), Path.name(repo));
  }
}
