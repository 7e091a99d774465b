package dev.concertina.migration;

import dev.concertina.rails.RailsMigration;
import dev.concertina.rails.StrongMigrations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The migrations of Rails. Those of {@code db/migrate} and {@code db/post_migrate} are one history,
 * in the order of their versions; those of {@code db/animals_migrate} are another database's.
 */
final class RailsFolders implements Programs {

  private static final String MAIN = "migrate";
  private static final String POST = "post_migrate";

  private static final String INITIALIZER = "config/initializers/strong_migrations.rb";

  private final RepositoryFiles files;
  private final Map<String, Map<String, String>> sessions = new HashMap<>();

  RailsFolders(RepositoryFiles files) {
    this.files = files;
  }

  @Override
  public Place place(String path, Engine engine) {
    return new Place(
        path,
        Framework.RAILS,
        engine,
        history(path),
        version(path),
        Place.UNLISTED,
        Place.Kind.PROGRAM);
  }

  /** The folder that a database's migrations lie in, some in folders of it or beside it. */
  private static String history(String path) {
    String folder = Path.folder(path);
    for (String at = folder; !at.isEmpty(); at = Path.folder(at)) {
      String name = Path.name(at);
      if (name.equals(POST)) {
        return Path.in(Path.folder(at), MAIN);
      } else if (name.equals(MAIN) || name.endsWith("_" + MAIN)) {
        return at;
      }
    }
    return folder;
  }

  @Override
  public boolean owns(String history) {
    return Path.name(history).equals(MAIN) && files.below(post(history)).iterator().hasNext();
  }

  private static String post(String history) {
    return Path.in(Path.folder(history), POST);
  }

  @Override
  public List<String> order(String history) {
    List<String> paths = new ArrayList<>();
    for (String folder : List.of(history, post(history))) {
      for (String path : files.below(folder)) {
        if (!Exclusions.excluded(path) && isMigration(path)) {
          paths.add(path);
        }
      }
    }
    paths.sort(Comparator.comparing(RailsFolders::version));
    return paths;
  }

  private static Version version(String path) {
    return Version.of(FileName.plain(Path.name(path)).version());
  }

  private boolean isMigration(String path) {
    return ProgramFrameworks.of(path, () -> files.text(path))
        .filter(framework -> framework == Framework.RAILS)
        .isPresent();
  }

  /** The initializer of strong_migrations speaks for every migration of the application. */
  @Override
  public Map<String, String> session(Place place) {
    String root = Path.folder(Path.folder(place.history()));
    String initializer = Path.in(root, INITIALIZER);
    return files.has(initializer)
        ? sessions.computeIfAbsent(initializer, path -> StrongMigrations.timeouts(files.text(path)))
        : Map.of();
  }

  @Override
  public List<Part> read(Place place, String text) {
    return RailsMigration.read(text).stream().map(Part::of).toList();
  }
}
