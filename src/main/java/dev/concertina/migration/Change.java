package dev.concertina.migration;

import dev.concertina.django.Drift;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a pull request contains, as far as migrations go.
 *
 * @param migrations those that it adds, and of those that it edits the statements that were not
 *     there before, in the order in which they run: those before the rollout first, each history by
 *     itself, down after up
 * @param edits migrations of the base that it edits, renames or deletes
 * @param collisions new migrations whose version another one has
 * @param late new migrations that sort before one of the base and whose framework minds
 * @param unlisted new migrations that the list of their framework leaves out
 * @param stale new migrations that are listed with another sum than theirs
 * @param ignored SQL files that it changes and that are no migrations
 * @param drifts fields of Django's models that it changes in the code alone
 * @param flyway how Flyway is set up at the head
 */
public record Change(
    List<Migration> migrations,
    List<Edit> edits,
    List<Collision> collisions,
    List<Late> late,
    List<Unlisted> unlisted,
    List<Unlisted> stale,
    List<Ignored> ignored,
    List<ModelDrift> drifts,
    FlywaySettings flyway) {

  public Change {
    migrations = List.copyOf(migrations);
    edits = List.copyOf(edits);
    collisions = List.copyOf(collisions);
    late = List.copyOf(late);
    unlisted = List.copyOf(unlisted);
    stale = List.copyOf(stale);
    ignored = List.copyOf(ignored);
    drifts = List.copyOf(drifts);
  }

  /**
   * Two migrations of one history with the same version.
   *
   * @param path the new one
   * @param other the one that has it already
   */
  public record Collision(String path, String other, String version, Framework framework) {}

  /**
   * A migration that sorts before one that may have run.
   *
   * @param newest the newest one at the base
   */
  public record Late(String path, String newest, Framework framework) {}

  /**
   * A migration that does not run.
   *
   * @param list the framework's list that leaves it out, or has it with another sum
   */
  public record Unlisted(String path, String list, Framework framework) {}

  /**
   * A field that a model gets or loses, and no migration does the same.
   *
   * @param path the file of the model
   * @param text its text at the head
   */
  public record ModelDrift(String path, String text, Drift drift) {}

  /** A file that is no migration, and why. */
  public record Ignored(String path, String reason) {}

  /**
   * Reads what a range changes.
   *
   * @param base the tree at the merge base: what has run
   * @param baseTip the tree at the tip of the base branch, against which versions are compared
   */
  public static Change read(
      Tree base, Tree baseTip, Collection<ChangedFile> files, LayoutSettings settings) {
    return read(base, baseTip, files, settings, new Readings());
  }

  /**
   * The same, where more is read of these trees afterwards.
   *
   * @param readings what is shared with it
   */
  public static Change read(
      Tree base,
      Tree baseTip,
      Collection<ChangedFile> files,
      LayoutSettings settings,
      Readings readings) {
    return new ChangeReader(base, baseTip, files, settings, readings).read();
  }

  /**
   * What has run before files of a tree that are taken for new: the tree without them and without
   * the migrations that sort after the last of them.
   */
  public static Tree before(Tree tree, Collection<String> paths, LayoutSettings settings) {
    Layout layout = new Layout(tree, settings);
    Set<String> gone = new LinkedHashSet<>(paths);
    Map<String, Place> last = new TreeMap<>();
    for (String path : paths) {
      Place place = layout.place(path).place();
      if (place != null && place.version() != null) {
        last.merge(place.history(), place, (a, b) -> Place.order().compare(a, b) < 0 ? b : a);
      }
    }
    for (Map.Entry<String, Place> entry : last.entrySet()) {
      layout.history(entry.getKey()).stream()
          .filter(place -> place.version() != null)
          .filter(place -> Place.order().compare(place, entry.getValue()) > 0)
          .forEach(place -> gone.add(place.path()));
    }
    return ChangedTree.without(tree, gone);
  }

  /**
   * Reads files of one tree as if all of them were new in it. Nothing is late, since nothing says
   * what has run.
   */
  public static Change ofFiles(Tree tree, Collection<String> paths, LayoutSettings settings) {
    return ofFiles(tree, paths, settings, new Readings());
  }

  /** The same, sharing what is read. */
  public static Change ofFiles(
      Tree tree, Collection<String> paths, LayoutSettings settings, Readings readings) {
    Tree base = before(tree, paths, settings);
    List<ChangedFile> added =
        paths.stream()
            .distinct()
            .map(
                path ->
                    new ChangedFile(
                        path, ChangedFile.Status.ADDED, null, null, tree.read(path).orElse(null)))
            .toList();
    Change change = read(base, base, added, settings, readings);
    return new Change(
        change.migrations,
        change.edits,
        change.collisions,
        List.of(),
        change.unlisted,
        change.stale,
        change.ignored,
        List.of(),
        change.flyway);
  }

  /** The histories that it touches, in the order in which they run. */
  public Set<String> histories() {
    Set<String> histories = new LinkedHashSet<>();
    migrations.forEach(migration -> histories.add(migration.history()));
    return histories;
  }
}
