package dev.concertina.cli;

import dev.concertina.check.Report;
import dev.concertina.check.RepositoryConfiguration;
import dev.concertina.check.RepositoryConfiguration.File;
import dev.concertina.check.Settings;
import dev.concertina.check.SettingsException;
import dev.concertina.migration.Engine;
import dev.concertina.migration.LayoutSettings;
import dev.concertina.migration.Tree;
import dev.concertina.rule.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What maintainers and the command line decided.
 *
 * @param repository what the maintainers did
 * @param engine the database that the command line names, or null
 */
record Configuration(RepositoryConfiguration repository, Engine engine) {

  /**
   * Reads the configuration and the team's rules.
   *
   * @param tree where they are looked for, or null
   */
  static Configuration read(CheckOptions options, Terminal terminal, Tree tree, LocalDate today) {
    try {
      RepositoryConfiguration repository =
          options.config == null && tree != null
              ? RepositoryConfiguration.read(tree, (String) null, today)
              : RepositoryConfiguration.read(tree, file(options, terminal), today);
      return new Configuration(repository, engine(options));
    } catch (SettingsException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  /** The file that is named, or null. */
  private static File file(CheckOptions options, Terminal terminal) {
    if (options.config == null) {
      return null;
    }
    try {
      Path path = terminal.folder().resolve(options.config);
      return new File(options.config.toString(), Files.readAllBytes(path));
    } catch (IOException e) {
      throw new CommandFailure("--config: can't read " + options.config, e);
    }
  }

  private static Engine engine(CheckOptions options) {
    if (options.dialect == null && options.version == null) {
      return null;
    }
    String name = options.dialect == null ? "postgresql" : options.dialect;
    return RepositoryConfiguration.engine(name, options.majorVersion(), "the command line");
  }

  /** Where migrations are; {@code explicit} paths are some whatever they are called. */
  LayoutSettings layout(Set<String> explicit) {
    return repository.layout(engine, explicit);
  }

  Settings settings() {
    return repository.settings();
  }

  /** The rules, a team's own included. */
  RuleBook book() {
    return repository.book();
  }

  /** What is wrong with the configuration, though not so that it can't be used. */
  List<Report.Problem> problems() {
    return repository.problems();
  }
}
