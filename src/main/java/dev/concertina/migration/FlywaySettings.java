package dev.concertina.migration;

import dev.concertina.sql.Placeholders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a repository sets Flyway up, from its own files: {@code flyway.conf}, {@code flyway.toml},
 * Spring's {@code application.yml} and properties, Maven and Gradle builds.
 *
 * @param naming how its files are named
 * @param locations folders of migrations, without {@code classpath:} and {@code filesystem:}
 * @param group whether all pending migrations run in one transaction
 * @param mixed whether a file may mix statements that must and that can't run in a transaction
 * @param inTransaction whether a file runs in a transaction where nothing else is said
 * @param outOfOrder whether late migrations are run
 * @param transactionalLock false when Flyway holds its lock outside a transaction, so that
 *     CONCURRENTLY does not wait for it for ever
 * @param url the JDBC URL, or null
 * @param placeholders what it puts into scripts
 * @param initSql what it runs on every connection
 */
public record FlywaySettings(
    FlywayNaming naming,
    List<String> locations,
    boolean group,
    boolean mixed,
    boolean inTransaction,
    boolean outOfOrder,
    boolean transactionalLock,
    String url,
    Placeholders placeholders,
    String initSql) {

  private static final int MOST_SOURCES = 50;
  private static final List<String> LOCK =
      List.of(
          "transactional.lock", "transactional-lock", "transactional_lock", "transactionallock");
  private static final List<String> MIXED =
      List.of("flyway.mixed", "flyway_mixed", "-mixed=", ".mixed(");

  /** What holds when nothing is set. */
  public static final FlywaySettings DEFAULT =
      new FlywaySettings(
          FlywayNaming.DEFAULT,
          List.of(),
          false,
          false,
          true,
          false,
          true,
          null,
          Placeholders.NONE,
          "");

  public FlywaySettings {
    locations = List.copyOf(locations);
  }

  /** Reads every file of the repository that may set Flyway up. */
  static FlywaySettings of(RepositoryFiles files) {
    FlywayConfiguration said = FlywayConfiguration.of(files);
    boolean lock =
        !said.says("postgresql.transactionallock", "false")
            && !said.says("postgresql.transactional.lock", "false")
            && !said.locksOutside();
    return new FlywaySettings(
        naming(said),
        said.list("locations", "[,\n]").stream().map(FlywaySettings::folder).toList(),
        said.says("group", "true"),
        said.says("mixed", "true"),
        !said.says("executeintransaction", "false"),
        said.says("outoforder", "true"),
        lock,
        said.first("url", said.first("datasource", null)),
        said.placeholders(),
        String.join(";\n", said.list("initsql", "\n"))
            + String.join(";\n", said.list("initsqls", "\n")));
  }

  /**
   * What a file of that name is; the settings may be those of another project of the repository.
   */
  Optional<FileName> named(String name) {
    return naming.of(name).or(() -> FlywayNaming.DEFAULT.of(name));
  }

  private static FlywayNaming naming(FlywayConfiguration said) {
    FlywayNaming usual = FlywayNaming.DEFAULT;
    return new FlywayNaming(
        said.first("sqlmigrationprefix", usual.versioned()),
        said.first("repeatablesqlmigrationprefix", usual.repeatable()),
        said.first("baselinemigrationprefix", usual.baseline()),
        said.first("undosqlmigrationprefix", usual.undo()),
        said.first("sqlmigrationseparator", usual.separator()));
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
    return with(mixed, transactional);
  }

  /** These settings, with files that may be mixed or not. */
  public FlywaySettings withMixed(boolean allowed) {
    return with(allowed, transactionalLock);
  }

  private FlywaySettings with(boolean mixes, boolean transactional) {
    return new FlywaySettings(
        naming,
        locations,
        group,
        mixes,
        inTransaction,
        outOfOrder,
        transactional,
        url,
        placeholders,
        initSql);
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
