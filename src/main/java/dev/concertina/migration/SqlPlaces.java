package dev.concertina.migration;

import dev.concertina.migration.Place.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Where SQL files belong: to the framework of their folder, to a plan, or to nobody. */
final class SqlPlaces {

  private final RepositoryFiles files;
  private final EngineDetector engines;
  private final Supplier<FlywaySettings> flyway;
  private final BiFunction<String, Framework, Place> programs;
  private final FolderFramework folders;
  private final FlywayFolders flywayFolders;
  private final PlainFolders plainFolders;
  private final LiquibaseScripts scripts;
  private final Map<String, RunList> lists = new HashMap<>();
  private final Map<String, Optional<String>> plans = new HashMap<>();

  /**
   * @param programs where the documents of a framework belong that bring in SQL files
   */
  SqlPlaces(
      RepositoryFiles files,
      EngineDetector engines,
      FlywayFolders flywayFolders,
      Supplier<FlywaySettings> flyway,
      BiFunction<String, Framework, Place> programs) {
    this.files = files;
    this.engines = engines;
    this.flyway = flyway;
    this.programs = programs;
    this.flywayFolders = flywayFolders;
    folders = new FolderFramework(files, flyway);
    plainFolders = new PlainFolders(files);
    scripts = new LiquibaseScripts(files);
  }

  /**
   * Where a file belongs, or why it is no migration.
   *
   * @param configured the framework that the configuration gives it, or null
   */
  Placement place(String path, Framework configured) {
    if (Snapshot.isNamedLikeOne(path)) {
      return Placement.notRun("it is a schema snapshot");
    }
    Optional<Placement> perFolder = folderPerMigration(path, configured);
    if (perFolder.isPresent()) {
      return perFolder.get();
    }
    String folder = Path.folder(path);
    Optional<String> plan =
        plans.computeIfAbsent(folder, below -> files.nearest(below, "sqitch.plan"));
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
      return Placement.of(programs.apply(path, framework));
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
            ? flyway.get().named(Path.name(path))
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

  /** A file that the configuration or the caller names, whatever it is called. */
  Place plain(String path) {
    return place(path, Framework.SQL, FileName.plain(Path.name(path)));
  }

  private Place script(String path, String changelog) {
    Place place = programs.apply(changelog, Framework.LIQUIBASE);
    return new Place(
        path,
        Framework.LIQUIBASE,
        place.engine(),
        place.history(),
        Version.of(path),
        Place.UNLISTED,
        scripts.kind(changelog));
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
}
