package dev.concertina.migration;

import dev.concertina.alembic.AlembicRevision;
import dev.concertina.alembic.Environment;
import dev.concertina.alembic.EnvironmentSession;
import dev.concertina.alembic.Readings;
import dev.concertina.alembic.Revision;
import dev.concertina.alembic.Revisions;
import dev.concertina.migration.Migration.Transaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The revisions of Alembic. All that lie beside or below one {@code env.py} are one history, in the
 * order that they give themselves.
 */
final class AlembicRevisions implements Programs {

  private static final String ENVIRONMENT = "env.py";

  private final RepositoryFiles files;
  private final Readings readings;
  private final Map<String, Revisions> histories = new HashMap<>();
  private final Map<String, Map<String, Integer>> positions = new HashMap<>();
  private final Map<String, Map<String, String>> sessions = new HashMap<>();
  private final Map<String, Transaction> transactions = new HashMap<>();

  AlembicRevisions(RepositoryFiles files, Readings readings) {
    this.files = files;
    this.readings = readings;
  }

  @Override
  public Place place(String path, Engine engine) {
    String history = history(path);
    Revision revision = revisions(history).at(path);
    String name = Path.name(path);
    return new Place(
        path,
        Framework.ALEMBIC,
        engine,
        history,
        Version.of(revision == null ? name.substring(0, name.lastIndexOf('.')) : revision.id()),
        positions(history).getOrDefault(path, Place.UNLISTED),
        Place.Kind.PROGRAM);
  }

  private String history(String path) {
    String folder = Path.folder(path);
    return files.nearest(folder, ENVIRONMENT).map(Path::folder).orElse(folder);
  }

  @Override
  public List<Part> read(Place place, String text) {
    return AlembicRevision.read(text).stream().map(Part::of).toList();
  }

  /**
   * All that are pending share one transaction, unless the project's environment says otherwise.
   */
  @Override
  public Transaction transaction(Place place) {
    return transactions.computeIfAbsent(
        place.history(),
        history ->
            switch (Environment.of(files.text(Path.in(history, ENVIRONMENT)))) {
              case EACH -> Transaction.FILE;
              case NONE -> Transaction.NONE;
              case ALL -> Transaction.ALL_PENDING;
            });
  }

  @Override
  public Map<String, String> session(Place place) {
    return sessions.computeIfAbsent(
        place.history(),
        history -> EnvironmentSession.of(files.text(Path.in(history, ENVIRONMENT))));
  }

  @Override
  public String otherHead(Place place) {
    Revisions revisions = revisions(place.history());
    List<String> heads = revisions.heads();
    // Branches that have names are upgraded by name.
    return heads.contains(place.path()) && !revisions.labelled(place.path())
        ? heads.stream()
            .filter(head -> !head.equals(place.path()) && !revisions.labelled(head))
            .findFirst()
            .orElse(null)
        : null;
  }

  private Map<String, Integer> positions(String history) {
    return positions.computeIfAbsent(
        history,
        folder -> {
          Map<String, Integer> found = new HashMap<>();
          revisions(folder).order().forEach(path -> found.put(path, found.size()));
          return found;
        });
  }

  private Revisions revisions(String history) {
    return histories.computeIfAbsent(history, this::find);
  }

  private Revisions find(String history) {
    Map<String, Revision> found = new HashMap<>();
    for (String path : files.below(history)) {
      boolean may = path.endsWith(".py") && !Exclusions.excluded(path);
      if (may && isRevision(path) && history(path).equals(history)) {
        found.put(path, readings.of(files.text(path)));
      }
    }
    return new Revisions(found);
  }

  private boolean isRevision(String path) {
    return ProgramFrameworks.of(path, () -> files.text(path))
        .filter(framework -> framework == Framework.ALEMBIC)
        .isPresent();
  }
}
