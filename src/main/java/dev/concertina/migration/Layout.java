package dev.concertina.migration;

import dev.concertina.efcore.EfCoreMigration;
import dev.concertina.laravel.LaravelMigration;
import dev.concertina.migration.Place.Kind;
import dev.concertina.phinx.PhinxMigration;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.EnumMap;
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
  private final FolderFramework folders;
  private final PlainFolders plainFolders;
  private final LiquibaseScripts scripts;
  private final FlywayFolders flywayFolders;
  private final FlywaySession flywaySession;
  private final DjangoProjects django;
  private final Map<Framework, Programs> programs;
  private final Map<String, Traits> traits = new HashMap<>();
  private final Map<String, List<Place>> histories = new HashMap<>();
  private final Map<String, RunList> lists = new HashMap<>();
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
    folders = new FolderFramework(files, this::flyway);
    flywayFolders = new FlywayFolders(files, this::flyway);
    flywaySession = new FlywaySession(files, this::flyway);
    plainFolders = new PlainFolders(files);
    scripts = new LiquibaseScripts(files);
    django = new DjangoProjects(tree, files, readings.django());
    programs = new EnumMap<>(Framework.class);
    programs.put(Framework.DJANGO, django);
    programs.put(Framework.FLYWAY, new FlywayPrograms(flywayFolders, files));
    programs.putAll(new NodePrograms(files).all());
    programs.put(Framework.LIQUIBASE, new LiquibaseChangelogs(tree, files));
    programs.put(Framework.ALEMBIC, new AlembicRevisions(files, readings.alembic()));
    programs.put(Framework.RAILS, new RailsFolders(files));
    programs.put(Framework.ECTO, new EctoRepos(files));
    SqlReader sent = new SqlReader(SqlSyntax.POSTGRESQL);
    programs.put(
        Framework.LARAVEL,
        new FilePrograms(Framework.LARAVEL, text -> LaravelMigration.read(sent, text)));
    programs.put(
        Framework.PHINX,
        new FilePrograms(
            Framework.PHINX,
            (place, text) ->
                PhinxMigration.read(sent, text, PhinxSettings.nullable(files, place))));
    programs.put(
        Framework.EFCORE,
        new FilePrograms(Framework.EFCORE, text -> EfCoreMigration.read(sent, text)));
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
    return programs.get(framework);
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
    if (configured == null && !explicit && traits(Path.folder(path)).excluded()) {
      return Placement.ignored("it lies in a folder of tests, seeds or foreign code");
    }
    if (!FileName.isSql(Path.name(path))) {
      return ProgramFrameworks.of(path, () -> files.text(path))
          .map(framework -> judged(program(path, framework), explicit))
          .orElse(Placement.ignored("it is no migration of a known kind"));
    }
    Placement placement = sql(path, configured);
    if (placement.place() == null && explicit) {
      placement = Placement.of(plain(path));
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
    Optional<Programs> owner = programs.values().stream().filter(p -> p.owns(history)).findFirst();
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

  /**
   * What is the same for all files of a folder.
   *
   * @param plan the plan of Sqitch that it lies under
   */
  private record Traits(boolean excluded, Optional<String> plan) {}

  private Traits traits(String folder) {
    return traits.computeIfAbsent(
        folder,
        f -> new Traits(Exclusions.excluded(Path.in(f, "x")), files.nearest(f, "sqitch.plan")));
  }

  private Placement judged(Place place, boolean explicit) {
    String engine = place.engine().name();
    return EngineDetector.withoutRollout(engine) && !explicit
        ? Placement.notRun("it is for " + engine + ", which no rollout shares")
        : Placement.of(place);
  }

  private Placement sql(String path, Framework configured) {
    if (Snapshot.isNamedLikeOne(path)) {
      return Placement.notRun("it is a schema snapshot");
    }
    Optional<Placement> perFolder = folderPerMigration(path, configured);
    if (perFolder.isPresent()) {
      return perFolder.get();
    }
    String folder = Path.folder(path);
    Optional<String> plan = traits(folder).plan();
    if (plan.isPresent() && (configured == null || configured == Framework.SQITCH)) {
      return sqitch(path, Path.folder(plan.get()));
    }
    Framework framework = configured != null ? configured : folders.of(folder);
    String runner = framework == null ? scripts.runner(path) : null;
    if (runner != null) {
      return Placement.of(script(path, runner));
    }
    if (framework == null) {
      String ignored = plainFolders.ignored(path);
      if (ignored != null) {
        boolean among = !ignored.equals(PlainFolders.ELSEWHERE);
        return among ? Placement.notRun(ignored) : Placement.ignored(ignored);
      }
      framework = Framework.SQL;
    }
    if (framework == Framework.LIQUIBASE) {
      return Placement.of(program(path, framework));
    }
    if (framework == Framework.FLYWAY && configured == null) {
      String environment = flywayFolders.environment(folder);
      if (environment != null) {
        return Placement.notRun("it runs in the environment " + environment + " alone");
      }
    }
    Framework owner = framework;
    Optional<FileName> named =
        framework == Framework.FLYWAY
            ? flyway().named(Path.name(path))
            : FileName.of(framework, Path.name(path)).or(() -> listed(path, owner));
    return named.map(name -> Placement.of(place(path, owner, name))).orElse(otherName(owner));
  }

  /** A list may name a file as it likes. */
  private Optional<FileName> listed(String path, Framework framework) {
    return list(framework, Path.folder(path)).position(path) == Place.UNLISTED
        ? Optional.empty()
        : Optional.of(FileName.plain(Path.name(path)));
  }

  private static Placement otherName(Framework framework) {
    return Placement.notRun(framework.title() + " does not run a file of that name");
  }

  private Place place(String path, Framework framework, FileName name) {
    String history = historyOf(path, framework);
    boolean plain = framework == Framework.SQL;
    return new Place(
        path,
        framework,
        engines.engine(path, framework),
        history,
        version(plain ? PlainFolders.version(path, name.version()) : name.version()),
        position(framework, history, path),
        kind(path, framework, name));
  }

  private Kind kind(String path, Framework framework, FileName name) {
    boolean checkpoint =
        framework == Framework.ATLAS && AtlasHeader.of(files.text(path)).containsKey("checkpoint");
    if (checkpoint) {
      return Kind.BASELINE;
    }
    boolean down = framework == Framework.SQL && PlainFolders.goesDown(path);
    return down ? Kind.DOWN : name.kind();
  }

  private static Version version(String written) {
    return written == null ? null : Version.of(written);
  }

  private Place plain(String path) {
    return place(path, Framework.SQL, FileName.plain(Path.name(path)));
  }

  private Place program(String path, Framework framework) {
    Programs reader = programs.get(framework);
    return reader == null
        ? unread(path, framework)
        : reader.place(path, engines.engine(path, framework));
  }

  private Place script(String path, String changelog) {
    Place place = program(changelog, Framework.LIQUIBASE);
    return new Place(
        path,
        Framework.LIQUIBASE,
        place.engine(),
        place.history(),
        Version.of(path),
        Place.UNLISTED,
        scripts.kind(changelog));
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

  /** Prisma, Diesel, Hasura and the newer Drizzle: a folder is a migration. */
  private Optional<Placement> folderPerMigration(String path, Framework configured) {
    String name = Path.name(path);
    String folder = Path.folder(path);
    boolean up = name.equals("up.sql");
    boolean down = name.equals("down.sql");
    if (!up && !down && !name.equals("migration.sql") || folder.isEmpty()) {
      return Optional.empty();
    }
    String history = Path.folder(folder);
    if ((up || down) && files.has(Path.in(folder, "migration.sql"))) {
      return Optional.of(otherName(folders.ofFolders(history, "migration.sql", Path.name(folder))));
    }
    Framework framework =
        configured != null ? configured : folders.ofFolders(history, name, Path.name(folder));
    return Optional.of(
        Placement.of(
            new Place(
                path,
                framework,
                engines.engine(path, framework),
                history,
                Version.of(versionOfFolder(framework, Path.name(folder))),
                position(framework, history, Path.name(folder)),
                down ? Kind.DOWN : Kind.UP)));
  }

  private static String versionOfFolder(Framework framework, String folder) {
    String version = FileName.hasNumber(folder) ? FileName.plain(folder).version() : folder;
    return framework == Framework.DIESEL ? FileName.diesel(version) : version;
  }

  private Placement sqitch(String path, String root) {
    String inside = root.isEmpty() ? path : path.substring(root.length() + 1);
    int slash = inside.indexOf('/');
    String part = slash < 0 ? "" : inside.substring(0, slash);
    if (!part.equals("deploy") && !part.equals("revert")) {
      return Placement.notRun("Sqitch deploys nothing from it");
    }
    String change = inside.substring(slash + 1, inside.lastIndexOf('.'));
    return Placement.of(
        new Place(
            path,
            Framework.SQITCH,
            engines.engine(path, Framework.SQITCH),
            Path.in(root, "deploy"),
            Version.of(change),
            position(Framework.SQITCH, Path.in(root, "deploy"), change),
            part.equals("deploy") ? Kind.UP : Kind.DOWN));
  }

  private int position(Framework framework, String history, String key) {
    return list(framework, history).position(key);
  }

  private RunList list(Framework framework, String history) {
    return lists.computeIfAbsent(history, folder -> RunList.of(framework, folder, files));
  }

  /** The list of a framework that leaves a migration out, so that it never runs; else null. */
  String leftOutOf(Place place) {
    return place.listed() ? null : list(place.framework(), place.history()).path();
  }

  /** When a listed migration was made, as far as its framework goes by that. */
  long moment(Place place) {
    String key = place.framework() == Framework.SQITCH ? place.versionText() : place.path();
    return list(place.framework(), place.history()).moment(key);
  }

  private String historyOf(String path, Framework framework) {
    String folder = Path.folder(path);
    if (framework == Framework.FLYWAY || framework == Framework.REFINERY) {
      return flywayFolders.history(folder);
    }
    return framework == Framework.SQL ? PlainFolders.history(path) : folder;
  }

  /**
   * Where a file belongs, or why it is no migration.
   *
   * @param place null when it is none
   * @param ignored null when it is one
   * @param among whether it is one, or lies among them and is no source of the application either
   */
  record Placement(Place place, String ignored, boolean among) {
    static Placement of(Place place) {
      return new Placement(place, null, true);
    }

    static Placement ignored(String why) {
      return new Placement(null, why, false);
    }

    static Placement notRun(String why) {
      return new Placement(null, why, true);
    }
  }
}
