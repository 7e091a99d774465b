package dev.concertina.migration;

import dev.concertina.rails.RailsMigration;
import java.util.ArrayList;
import java.util.List;

/**
 * The migrations of Rails. Those of {@code db/migrate} and {@code db/post_migrate} are one history,
 * in the order of their versions; those of {@code db/animals_migrate} are another database's.
 */
final class RailsFolders implements Programs {

  private static final String MAIN = "migrate";
  private static final String POST = "post_migrate";

  private final RepositoryFiles files;

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
        Version.of(FileName.plain(Path.name(path)).version()),
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
    return paths;
  }

  private boolean isMigration(String path) {
    return ProgramFrameworks.of(path, () -> files.text(path))
        .filter(framework -> framework == Framework.RAILS)
        .isPresent();
  }

  @Override
  public List<Part> read(Place place, String text) {
    return RailsMigration.read(text).stream().map(Part::of).toList();
  }
}
