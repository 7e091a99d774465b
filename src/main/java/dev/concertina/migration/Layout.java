package dev.concertina.migration;

import dev.concertina.migration.Place.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which files of a tree are migrations, and of which history: the configuration first, then what
 * files say themselves, then their paths. A folder's framework is decided once, from what lies in
 * it and at most a few of its files, so that a long history is placed without being read.
 */
final class Layout {

  private final Tree tree;
  private final RepositoryFiles files;
  private final LayoutSettings settings;
  private final EngineDetector engines;
  private final SqlPlaces sqlPlaces;
  private final FlywaySession flywaySession;
  private final DjangoProjects django;
  private final ProgramReaders programs;
  private final Map<String, Boolean> excluded = new HashMap<>();
  private final Map<String, List<Place>> histories = new HashMap<>();
  private final Map<String, MyBatisSettings> myBatis = new HashMap<>();
  private FlywaySettings flyway;
  private FlywaySettings flywayEverywhere;

  Layout(Tree tree, LayoutSettings settings) {
    this(tree, settings, new Readings());
  }

  /**
   * @param readings what is shared with other trees of the change
   */
  Layout(Tree tree, LayoutSettings settings, Readings readings) {
    this.tree = tree;
    files = new RepositoryFiles(tree);
    this.settings = settings;
    engines = new EngineDetector(files, tree, settings);
    FlywayFolders flywayFolders = new FlywayFolders(files, this::flyway);
    flywaySession = new FlywaySession(files, this::flyway);
    sqlPlaces = new SqlPlaces(files, engines, flywayFolders, this::flyway, this::program);
    django = new DjangoProjects(tree, files, readings.django());
    programs = new ProgramReaders(tree, files, flywayFolders, django, readings);
  }

  RepositoryFiles files() {
    return files;
  }

  DjangoProjects django() {
    return django;
  }

  /** What Flyway has set on its connection when a migration begins. */
  FlywaySession flywaySession() {
    return flywaySession;
  }

  /** What reads the programs of a framework, or null where nothing does. */
  Programs programs(Framework framework) {
    return programs.of(framework);
  }

  LayoutSettings settings() {
    return settings;
  }

  MyBatisSettings myBatis(Place place) {
    return myBatis.computeIfAbsent(place.history(), h -> MyBatisSettings.of(h, files));
  }

  FlywaySettings flyway() {
    if (flyway == null) {
      flyway = FlywaySettings.of(files);
    }
    return flyway;
  }

  /** The same with what stands in files of any kind, which is dear to look for. */
  FlywaySettings flywayEverywhere() {
    if (flywayEverywhere == null) {
      flywayEverywhere = flyway().lookingEverywhere(tree, files);
    }
    return flywayEverywhere;
  }

  /** Where a file belongs, or why it is no migration. */
  Placement place(String path) {
    boolean explicit = settings.explicit().contains(path);
    Framework configured =
        settings.project(path).map(LayoutSettings.Project::framework).orElse(null);
    if (configured == null && !explicit && isExcluded(Path.folder(path))) {
      return Placement.ignored("it lies in a folder of tests, seeds or foreign code");
    }
    if (!FileName.isSql(Path.name(path))) {
      return ProgramFrameworks.of(path, () -> files.text(path))
          .map(framework -> judged(program(path, framework), explicit))
          .orElse(Placement.ignored("it is no migration of a known kind"));
    }
    Placement placement = sqlPlaces.place(path, configured);
    if (placement.place() == null && explicit) {
      placement = Placement.of(sqlPlaces.plain(path));
    }
    return placement.place() == null ? placement : judged(placement.place(), explicit);
  }

  /** Whether a file is a migration, or lies among them and is no source of the application. */
  boolean among(String path) {
    return FileName.isSql(Path.name(path))
        ? place(path).among()
        : ProgramFrameworks.of(path, () -> files.text(path)).isPresent();
  }

  /** Every placed file that lies in the folder of a history, in the order in which it runs. */
  List<Place> history(String history) {
    return histories.computeIfAbsent(history, this::list);
  }

  private List<Place> list(String history) {
    Optional<Programs> owner = programs.owner(history);
    if (owner.isPresent()) {
      return owner.get().order(history).stream()
          .map(path -> place(path).place())
          .filter(place -> place != null && place.history().equals(history))
          .toList();
    }
    List<Place> places = new ArrayList<>();
    for (String folder : new LinkedHashSet<>(List.of(history, FlywayPrograms.code(history)))) {
      for (String path : files.below(folder)) {
        Place place = place(path).place();
        if (place != null && place.history().equals(history)) {
          places.add(place);
        }
      }
    }
    places.sort(Place.order());
    return places;
  }

  /** The history's own folder and those whose migrations run on the same database with it. */
  Set<String> shared(String history) {
    Set<String> all = new TreeSet<>(Set.of(history));
    if (EngineDetector.ofWord(Path.name(history).toLowerCase(Locale.ROOT)).isPresent()) {
      String parent = Path.folder(history);
      all.add(Path.in(parent, "common"));
      all.add(parent);
    }
    return all;
  }

  private boolean isExcluded(String folder) {
    return excluded.computeIfAbsent(folder, f -> Exclusions.excluded(Path.in(f, "x")));
  }

  /** The list of a framework that leaves a migration out, so that it never runs; else null. */
  String leftOutOf(Place place) {
    return sqlPlaces.leftOutOf(place);
  }

  /** When a listed migration was made, as far as its framework goes by that. */
  long moment(Place place) {
    return sqlPlaces.moment(place);
  }

  private Placement judged(Place place, boolean explicit) {
    String engine = place.engine().name();
    return EngineDetector.withoutRollout(engine) && !explicit
        ? Placement.notRun("it is for " + engine + ", which no rollout shares")
        : Placement.of(place);
  }

  private Place program(String path, Framework framework) {
    Programs reader = programs.of(framework);
    return reader == null
        ? unread(path, framework)
        : reader.place(path, engines.engine(path, framework));
  }

  private Place unread(String path, Framework framework) {
    return new Place(
        path,
        framework,
        engines.engine(path, framework),
        Path.folder(path),
        Version.of(Path.name(path)),
        Place.UNLISTED,
        Kind.UNREAD);
  }
}
