package dev.concertina.migration;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds out which database a history is for: from its own path and its framework's files first,
 * then from what the repository starts for its tests and on developers' machines.
 */
final class EngineDetector {

  private static final int MOST_SOURCES = 40;

  private static final Map<String, String> WORDS = words();

  /** Databases that one process owns, or that only tests run on: no rollout to judge. */
  private static final Set<String> WITHOUT_ROLLOUT = Set.of("sqlite", "h2", "hsqldb", "derby");

  private final RepositoryFiles files;
  private final Tree tree;
  private final LayoutSettings settings;
  private final Map<String, Engine> known = new HashMap<>();
  private Map<String, Engine> images;

  EngineDetector(RepositoryFiles files, Tree tree, LayoutSettings settings) {
    this.files = files;
    this.tree = tree;
    this.settings = settings;
  }

  /** The engine that a folder's or suffix's word names: {@code pg} is postgresql. */
  static Optional<String> ofWord(String word) {
    return Optional.ofNullable(WORDS.get(word));
  }

  static boolean withoutRollout(String engine) {
    return WITHOUT_ROLLOUT.contains(engine);
  }

  /** The engine of a migration file. */
  Engine engine(String path, Framework framework) {
    LayoutSettings.Project project = settings.project(path).orElse(null);
    if (project != null && project.engine() != null) {
      return project.engine();
    }
    Optional<String> inName = inName(Path.name(path));
    if (inName.isPresent()) {
      return versioned(inName.get(), "the file's name says " + inName.get());
    }
    return known.computeIfAbsent(Path.folder(path), folder -> ofFolder(folder, framework));
  }

  private Engine ofFolder(String folder, Framework framework) {
    List<String> words = Path.folders(folder + "/x");
    for (String word : words.reversed()) {
      String name = inFolder(word);
      if (name != null) {
        return versioned(name, "the folder " + word);
      }
    }
    if (settings.engine() != null) {
      return settings.engine();
    }
    return ofFramework(folder, framework).orElseGet(() -> ofRepository(folder));
  }

  /** {@code mysql}, {@code MySqlMigrations}, {@code App.Migrations.Npgsql}; null for others. */
  private static String inFolder(String word) {
    String bare = word.replace("migrations", ".");
    return Arrays.stream(bare.split("[._-]"))
        .map(WORDS::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(WORDS.get(word));
  }

  /** {@code x.pg.sql}, {@code x.sql.postgres}, {@code x.postgres.up.sql}. */
  private static Optional<String> inName(String name) {
    String[] words = name.toLowerCase(Locale.ROOT).split("\\.");
    for (int i = words.length - 1; i > 0; i--) {
      if (WORDS.containsKey(words[i])) {
        return Optional.of(WORDS.get(words[i]));
      }
    }
    return Optional.empty();
  }

  private Optional<Engine> ofFramework(String folder, Framework framework) {
    return switch (framework) {
      case SUPABASE -> Optional.of(versioned("postgresql", "Supabase"));
      case NODE_PG_MIGRATE, TERN -> Optional.of(versioned("postgresql", framework.title()));
      case PRISMA -> said(folder, "migration_lock.toml", "provider").or(() -> datasource(folder));
      case DRIZZLE -> drizzle(folder);
      case ATLAS -> url(folder, "atlas.hcl");
      case FLYWAY -> ofUrl(FlywaySettings.of(files).url(), "Flyway's URL");
      case SQITCH ->
          said(folder, "sqitch.plan", "engine").or(() -> said(folder, "sqitch.conf", "engine"));
      case PHINX ->
          PhinxSettings.FILES.stream()
              .flatMap(name -> said(folder, name, "adapter").stream())
              .findFirst();
      case HASURA -> hasura(folder);
      default -> Optional.empty();
    };
  }

  /** Hasura's metadata says of each database, whose name its folder has, what kind it is. */
  private Optional<Engine> hasura(String folder) {
    String database = "name: " + Path.name(Path.folder(folder)) + "\n";
    return files
        .nearest(folder, "metadata/databases/databases.yaml")
        .map(files::text)
        .filter(text -> text.contains(database))
        .flatMap(text -> wordAfter(text.substring(text.indexOf(database)), "kind"))
        .flatMap(EngineDetector::ofWord)
        .map(engine -> versioned(engine, "metadata/databases/databases.yaml"));
  }

  /** Of a schema in several files one has the datasource. */
  private Optional<Engine> datasource(String folder) {
    for (String path : files.below(Path.folder(Path.folder(folder)))) {
      int at = path.endsWith(".prisma") ? files.text(path).indexOf("datasource ") : -1;
      if (at >= 0) {
        return wordAfter(files.text(path).substring(at), "provider")
            .flatMap(EngineDetector::ofWord)
            .map(engine -> versioned(engine, path));
      }
    }
    return Optional.empty();
  }

  /** What the migrations were made for says more than a setting that may have changed since. */
  private Optional<Engine> drizzle(String folder) {
    return Stream.concat(
            Stream.of("meta/_journal.json", "snapshot.json"),
            FolderFramework.DRIZZLE_CONFIGS.stream())
        .flatMap(name -> said(folder, name, "dialect").stream())
        .findFirst();
  }

  /** The word behind {@code key} in the nearest file of that name. */
  private Optional<Engine> said(String folder, String name, String key) {
    return files
        .nearest(folder, name)
        .flatMap(path -> wordAfter(files.text(path), key))
        .flatMap(EngineDetector::ofWord)
        .map(engine -> versioned(engine, name));
  }

  private static Optional<String> wordAfter(String text, String key) {
    int at = text.indexOf(key);
    if (at < 0) {
      return Optional.empty();
    }
    at += key.length();
    while (at < text.length() && !Character.isLetter(text.charAt(at)) && text.charAt(at) != '\n') {
      at++;
    }
    int end = at;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return Optional.of(text.substring(at, end).toLowerCase(Locale.ROOT));
  }

  private Optional<Engine> url(String folder, String name) {
    return files.nearest(folder, name).flatMap(path -> ofUrl(files.text(path), name));
  }

  private Optional<Engine> ofUrl(String text, String reason) {
    if (text == null) {
      return Optional.empty();
    }
    for (Map.Entry<String, String> word : new TreeMap<>(WORDS).entrySet()) {
      int at = text.indexOf(word.getKey() + ":");
      if (at >= 0 && text.startsWith("//", at + word.getKey().length() + 1)) {
        return Optional.of(versioned(word.getValue(), reason));
      }
    }
    return Optional.empty();
  }

  private Engine ofRepository(String folder) {
    Map<String, Engine> found = images();
    Engine postgres = found.get("postgresql");
    if (postgres != null) {
      return postgres;
    }
    return found.values().stream()
        .filter(engine -> !looksPostgres(folder))
        .findFirst()
        .orElse(Engine.DEFAULT);
  }

  /** A cheap look at the first file: quoting and options that only PostgreSQL has. */
  private boolean looksPostgres(String folder) {
    for (String name : files.names(folder)) {
      if (FileName.isSql(name)) {
        String text = files.text(Path.in(folder, name)).toLowerCase(Locale.ROOT);
        return text.contains("timestamptz")
            || text.contains("jsonb")
            || text.contains("bigserial")
            || text.contains("$$");
      }
    }
    return false;
  }

  private Engine versioned(String name, String reason) {
    Engine image = images().get(name);
    if (image != null) {
      return image;
    }
    return name.equals(Engine.DEFAULT.name())
        ? new Engine(name, Engine.DEFAULT.version(), Engine.DEFAULT.reason())
        : new Engine(name, 0, reason);
  }

  /** What the repository starts, the oldest release of each database. */
  private Map<String, Engine> images() {
    if (images == null) {
      images = new TreeMap<>();
      List<String> sources = files.named(EngineDetector::startsContainers);
      sources.stream().filter(EngineDetector::isCompose).limit(MOST_SOURCES).forEach(this::note);
      if (images.isEmpty()) {
        sources.stream().limit(MOST_SOURCES).forEach(this::note);
        workflows().forEach(this::note);
        files.nearest("", "supabase/config.toml").ifPresent(this::supabase);
      }
      if (images.isEmpty()) {
        Collection<String> tests = tree.containing(List.of("PostgreSQLContainer"));
        tests.stream().sorted().limit(MOST_SOURCES).forEach(this::note);
      }
    }
    return images;
  }

  private List<String> workflows() {
    return files.named(name -> name.endsWith(".yml") || name.endsWith(".yaml")).stream()
        .filter(path -> path.startsWith(".github/workflows/") || path.equals(".gitlab-ci.yml"))
        .limit(MOST_SOURCES)
        .toList();
  }

  private static boolean startsContainers(String name) {
    return isCompose(name) || name.startsWith("Dockerfile");
  }

  private static boolean isCompose(String path) {
    String name = Path.name(path);
    boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
    return yaml && (name.startsWith("compose") || name.startsWith("docker-compose"));
  }

  private void supabase(String path) {
    String version = files.config(path).get("db.majorversion");
    if (version != null && version.matches("[0-9]{2}")) {
      keepOldest(new Engine("postgresql", Integer.parseInt(version), path));
    }
  }

  private void note(String path) {
    for (String line : files.text(path).split("\n")) {
      Image.in(line).ifPresent(image -> keepOldest(image.engine(path)));
    }
  }

  private void keepOldest(Engine engine) {
    images.merge(engine.name(), engine, (a, b) -> a.version() <= b.version() ? a : b);
  }

  private static Map<String, String> words() {
    Map<String, String> words = new HashMap<>();
    for (String postgres : List.of("postgres", "postgresql", "pg", "pgsql", "psql", "npgsql")) {
      words.put(postgres, "postgresql");
    }
    for (String sqlite : List.of("sqlite", "sqlite3", "sqlite2", "turso")) {
      words.put(sqlite, "sqlite");
    }
    for (String cockroach : List.of("cockroach", "cockroachdb", "crdb")) {
      words.put(cockroach, "cockroachdb");
    }
    for (String server : List.of("mssql", "sqlserver", "sqlsrv")) {
      words.put(server, "sqlserver");
    }
    for (String same :
        List.of(
            "mysql",
            "mariadb",
            "h2",
            "hsqldb",
            "derby",
            "oracle",
            "clickhouse",
            "tidb",
            "spanner",
            "snowflake",
            "duckdb",
            "cassandra",
            "singlestore",
            "db2")) {
      words.put(same, same);
    }
    return Map.copyOf(words);
  }
}
