package dev.concertina.cli;

import dev.concertina.check.Report;
import dev.concertina.check.Settings;
import dev.concertina.migration.Engine;
import dev.concertina.migration.Framework;
import dev.concertina.migration.LayoutSettings;
import dev.concertina.migration.Tree;
import dev.concertina.rule.RuleBook;
import java.util.List;
import java.util.Set;

/**
 * What maintainers and the command line decided.
 *
 * @param engine the database that the command line names, or null
 * @param book the rules, a team's own included
 * @param problems what is wrong with the configuration, though not so that it can't be used
 */
record Configuration(
    Settings settings, Engine engine, RuleBook book, List<Report.Problem> problems) {

  /**
   * Reads the configuration and the team's rules.
   *
   * @param tree where they are looked for, or null
   */
  static Configuration read(CheckOptions options, Tree tree) {
    RuleBook book = RuleBook.builtIn();
    return new Configuration(Settings.DEFAULT, engine(options), book, List.of());
  }

  private static Engine engine(CheckOptions options) {
    if (options.dialect == null && options.version == null) {
      return null;
    }
    String name = options.dialect == null ? "postgresql" : options.dialect;
    return engine(name, options.majorVersion(), "the command line");
  }

  private static Engine engine(String name, int version, String reason) {
    return version == 0 && name.equals(Engine.DEFAULT.name())
        ? Engine.DEFAULT
        : new Engine(name, version, reason);
  }

  /** Where migrations are; {@code explicit} paths are some whatever they are called. */
  LayoutSettings layout(Set<String> explicit) {
    Engine whole = engine;
    if (whole == null && (settings.engine() != null || settings.version() > 0)) {
      String name = settings.engine() == null ? "postgresql" : settings.engine();
      whole = engine(name, settings.version(), "the configuration");
    }
    return new LayoutSettings(
        settings.projects().stream().map(this::project).toList(),
        settings.postDeployAll(),
        settings.postDeploy(),
        whole,
        explicit);
  }

  private LayoutSettings.Project project(Settings.Project project) {
    Framework framework =
        project.framework() == null ? null : Framework.of(project.framework()).orElse(null);
    Engine own =
        project.engine() == null
            ? null
            : engine(project.engine(), project.version(), "the configuration");
    return new LayoutSettings.Project(project.path(), framework, engine != null ? engine : own);
  }
}
