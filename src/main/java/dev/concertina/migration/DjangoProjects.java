package dev.concertina.migration;

import dev.concertina.django.Drift;
import dev.concertina.django.Project;
import dev.concertina.django.ProjectFiles;
import dev.concertina.django.Readings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Django projects of a tree. All apps of one project are one history, and it goes by the path
 * of its {@code manage.py}.
 */
final class DjangoProjects implements Programs {

  private static final String MANAGE = "manage.py";

  private final Tree tree;
  private final RepositoryFiles files;
  private final Readings readings;
  private final Map<String, Project> projects = new HashMap<>();

  DjangoProjects(Tree tree, RepositoryFiles files, Readings readings) {
    this.tree = tree;
    this.files = files;
    this.readings = readings;
  }

  /** The history that a migration belongs to. */
  String history(String path) {
    return files.nearest(Path.folder(path), MANAGE).orElse(MANAGE);
  }

  @Override
  public boolean owns(String history) {
    return Path.name(history).equals(MANAGE);
  }

  /** Where a migration belongs; one that does not run is behind all others. */
  @Override
  public Place place(String path, Engine engine) {
    String history = history(path);
    String name = Path.name(path);
    int position = project(history).position(path);
    return new Place(
        path,
        Framework.DJANGO,
        engine,
        history,
        Version.of(name.substring(0, name.length() - ".py".length())),
        position < 0 ? Place.UNLISTED : position,
        Place.Kind.PROGRAM);
  }

  @Override
  public List<String> order(String history) {
    return project(history).order();
  }

  @Override
  public List<Part> read(Place place, String text) {
    Project project = project(place.history());
    String path = place.path();
    return List.of(
        new Part(
            null, project.atomic(path), false, project.statements(path), project.models(path)));
  }

  /** Whether a file is where an app declares its models. */
  static boolean holdsModels(String path) {
    boolean models = Path.name(path).equals("models.py") || Path.folders(path).contains("models");
    return models && path.endsWith(".py") && !Exclusions.excluded(path);
  }

  /**
   * Fields that an edit of a models file adds or removes, and no migration does.
   *
   * @param classes those of the file that get or lose fields
   * @param all those of the whole change
   */
  List<Drift> drifts(String path, List<Drift.Edited> classes, Collection<Drift.Edited> all) {
    // The history is read only for an edit that adds or removes fields.
    return classes.isEmpty() ? List.of() : project(history(path)).drifts(path, classes, all);
  }

  @Override
  public String otherHead(Place place) {
    List<String> heads = project(place.history()).heads(place.path());
    boolean one = heads.contains(place.path()) && heads.size() > 1;
    return one ? heads.stream().filter(head -> !head.equals(place.path())).findFirst().get() : null;
  }

  private Project project(String history) {
    return projects.computeIfAbsent(history, this::read);
  }

  private Project read(String history) {
    String root = Path.folder(history);
    List<String> migrations = new ArrayList<>();
    for (String path : files.below(root)) {
      boolean may = Project.mayHoldMigration(path) && !Exclusions.excluded(path);
      if (may && history(path).equals(history) && isMigration(path)) {
        migrations.add(path);
      }
    }
    return new Project(root, migrations, new Files(), readings);
  }

  private boolean isMigration(String path) {
    return ProgramFrameworks.of(path, () -> files.text(path))
        .filter(framework -> framework == Framework.DJANGO)
        .isPresent();
  }

  private final class Files implements ProjectFiles {
    @Override
    public Iterable<String> below(String folder) {
      return files.below(folder);
    }

    @Override
    public String text(String path) {
      return files.text(path);
    }

    @Override
    public Collection<String> containing(Collection<String> words) {
      return tree.containing(words);
    }
  }
}
