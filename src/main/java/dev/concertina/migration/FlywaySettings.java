package dev.concertina.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a repository sets Flyway up, from its own files: {@code flyway.conf}, {@code flyway.toml},
 * Spring's {@code application.yml} and properties, Maven and Gradle builds.
 *
 * @param prefix what the name of a versioned migration begins with: {@code V}, or nothing
 * @param locations folders of migrations, without {@code classpath:} and {@code filesystem:}
 * @param group whether all pending migrations run in one transaction
 * @param mixed whether a file may mix statements that must and that can't run in a transaction
 * @param inTransaction whether a file runs in a transaction where nothing else is said
 * @param outOfOrder whether late migrations are run
 * @param transactionalLock false when Flyway holds its lock outside a transaction, so that
 *     CONCURRENTLY does not wait for it for ever
 * @param url the JDBC URL, or null
 */
public record FlywaySettings(
    String prefix,
    List<String> locations,
    boolean group,
    boolean mixed,
    boolean inTransaction,
    boolean outOfOrder,
    boolean transactionalLock,
    String url) {

  private static final int MOST_SOURCES = 50;
  private static final List<String> LOCK =
      List.of(
          "transactional.lock", "transactional-lock", "transactional_lock", "transactionallock");
  private static final List<String> MIXED =
      List.of("flyway.mixed", "flyway_mixed", "-mixed=", ".mixed(");

  /** What holds when nothing is set. */
  public static final FlywaySettings DEFAULT =
      new FlywaySettings("V", List.of(), false, false, true, false, true, null);

  public FlywaySettings {
    locations = List.copyOf(locations);
  }

  /**
   * Reads every file of the repository that may set Flyway up; the first that says a thing wins.
   */
  static FlywaySettings of(RepositoryFiles files) {
    FlywaySettings settings = DEFAULT;
    for (String path : files.named(FlywaySettings::mayConfigure)) {
      if (!Exclusions.excluded(path)) {
        settings = settings.with(path, files);
      }
    }
    return settings;
  }

  /**
   * Looks for the lock and for mixed files in every file: they may stand in an environment, a Helm
   * chart, a shell script or a line of Java too.
   */
  FlywaySettings lookingEverywhere(Tree tree, RepositoryFiles files) {
    boolean lock = transactionalLock && !said(LOCK, "false", tree, files);
    boolean mix = mixed || said(MIXED, "true", tree, files);
    return withLock(lock).withMixed(mix);
  }

  private static boolean said(List<String> names, String value, Tree tree, RepositoryFiles files) {
    return tree.containing(names).stream()
        .filter(path -> !path.endsWith(".md") && !Exclusions.excluded(path))
        .sorted()
        .limit(MOST_SOURCES)
        .anyMatch(path -> says(files.text(path), names, value));
  }

  /** The value stands behind the name, or on the next line: in an environment of Kubernetes. */
  private static boolean says(String text, List<String> names, String value) {
    String other = value.equals("true") ? "false" : "true";
    boolean named = false;
    for (String line : text.lines().map(l -> l.toLowerCase(Locale.ROOT)).toList()) {
      boolean here = names.stream().anyMatch(line::contains);
      if ((here || named) && line.contains(value)) {
        return true;
      }
      named = here && !line.contains(other);
    }
    return false;
  }

  /** These settings with another lock. */
  public FlywaySettings withLock(boolean transactional) {
    return new FlywaySettings(
        prefix, locations, group, mixed, inTransaction, outOfOrder, transactional, url);
  }

  /** These settings, with files that may be mixed or not. */
  public FlywaySettings withMixed(boolean allowed) {
    return new FlywaySettings(
        prefix, locations, group, allowed, inTransaction, outOfOrder, transactionalLock, url);
  }

  private static boolean mayConfigure(String name) {
    boolean spring =
        name.startsWith("application")
            && (name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".properties"));
    return spring
        || name.startsWith("flyway") && (name.endsWith(".conf") || name.endsWith(".toml"))
        || name.equals("pom.xml")
        || name.equals("build.gradle")
        || name.equals("build.gradle.kts");
  }

  private FlywaySettings with(String path, RepositoryFiles files) {
    String name = Path.name(path);
    if (name.equals("pom.xml") || name.startsWith("build.gradle")) {
      return files.text(path).contains("flyway") ? withBuild(files.text(path)) : this;
    }
    Map<String, String> values = files.config(path);
    String found = value(values, "locations");
    List<String> all = new ArrayList<>(locations);
    if (found != null) {
      for (String location : found.split(",")) {
        all.add(folder(location.strip()));
      }
    }
    String begins = value(values, "sqlmigrationprefix");
    String lock = value(values, "postgresql.transactionallock");
    lock = lock == null ? value(values, "postgresql.transactional.lock") : lock;
    return new FlywaySettings(
        begins != null && prefix.equals(DEFAULT.prefix) ? begins : prefix,
        all,
        group || "true".equals(value(values, "group")),
        mixed || "true".equals(value(values, "mixed")),
        inTransaction && !"false".equals(value(values, "executeintransaction")),
        outOfOrder || "true".equals(value(values, "outoforder")),
        transactionalLock && !"false".equals(lock),
        url != null ? url : firstOf(value(values, "url"), values.get("spring.datasource.url")));
  }

  private FlywaySettings withBuild(String build) {
    String text = build.replace(" ", "").toLowerCase(Locale.ROOT);
    return new FlywaySettings(
        prefix,
        locations,
        group || text.contains("<group>true<") || text.contains("group=true"),
        mixed || text.contains("<mixed>true<") || text.contains("mixed=true"),
        inTransaction
            && !text.contains("<executeintransaction>false<")
            && !text.contains("executeintransaction=false"),
        outOfOrder || text.contains("<outoforder>true<") || text.contains("outoforder=true"),
        transactionalLock && !FlywayVersion.locksOutside(build),
        url);
  }

  private static String value(Map<String, String> values, String key) {
    for (String prefix : List.of("spring.flyway.", "flyway.", "environments.default.flyway.")) {
      if (values.containsKey(prefix + key)) {
        return values.get(prefix + key);
      }
    }
    return null;
  }

  private static String firstOf(String a, String b) {
    return a != null ? a : b;
  }

  private static String folder(String location) {
    String folder = location.substring(location.indexOf(':') + 1);
    folder = folder.startsWith("./") ? folder.substring(2) : folder;
    int variable = folder.indexOf("/{");
    folder = variable < 0 ? folder : folder.substring(0, variable);
    while (folder.startsWith("/") || folder.startsWith("../")) {
      folder = folder.substring(folder.indexOf('/') + 1);
    }
    return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
  }
}
