package dev.concertina.cli;

import dev.concertina.check.Report;
import dev.concertina.check.Settings;
import dev.concertina.check.SettingsException;
import dev.concertina.check.SettingsFile;
import dev.concertina.migration.Engine;
import dev.concertina.migration.Framework;
import dev.concertina.migration.LayoutSettings;
import dev.concertina.migration.Tree;
import dev.concertina.rule.Rule;
import dev.concertina.rule.RuleBook;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private static final List<String> PLACES =
      List.of(".github/concertina.yml", ".github/concertina.yaml");

  /** Where a team keeps its own rules. */
  static final String RULES = ".github/concertina/rules/";

  /**
   * Reads the configuration and the team's rules.
   *
   * @param tree where they are looked for, or null
   */
  static Configuration read(CheckOptions options, Terminal terminal, Tree tree, LocalDate today) {
    List<Report.Problem> problems = new ArrayList<>();
    RuleBook book = RuleBook.builtIn();
    if (tree != null) {
      book = book.with(TeamRules.read(tree, book, problems));
    }
    Settings settings = Settings.DEFAULT;
    Map.Entry<String, byte[]> file = file(options, terminal, tree);
    if (file != null) {
      List<String> ids = book.rules().stream().map(Rule::id).toList();
      SettingsFile.Read read = read(file.getKey(), file.getValue(), ids);
      settings = read.settings();
      problems.addAll(read.problems());
      problems.addAll(expired(file.getKey(), settings, today));
    }
    return new Configuration(settings, engine(options), book, List.copyOf(problems));
  }

  private static SettingsFile.Read read(String path, byte[] bytes, List<String> rules) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return SettingsFile.read(path, text, rules);
    } catch (CharacterCodingException e) {
      throw new CommandFailure(path + ": expected UTF-8", e);
    } catch (SettingsException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  /** The file that is named, else the one of the tree, or null. */
  private static Map.Entry<String, byte[]> file(
      CheckOptions options, Terminal terminal, Tree tree) {
    if (options.config != null) {
      try {
        Path path = terminal.folder().resolve(options.config);
        return Map.entry(options.config.toString(), Files.readAllBytes(path));
      } catch (IOException e) {
        throw new CommandFailure("--config: can't read " + options.config, e);
      }
    }
    for (String path : tree == null ? List.<String>of() : PLACES) {
      if (tree.files().containsKey(path)) {
        byte[] bytes =
            tree.read(path).orElseThrow(() -> new CommandFailure(path + ": can't be read"));
        return Map.entry(path, bytes);
      }
    }
    return null;
  }

  private static List<Report.Problem> expired(String file, Settings settings, LocalDate today) {
    return settings.allow().stream()
        .filter(allow -> allow.until() != null && today.isAfter(allow.until()))
        .map(
            allow ->
                new Report.Problem(
                    file,
                    allow.line(),
                    1,
                    allow.rule() + " was allowed until " + allow.until() + ": mend or remove it"))
        .toList();
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
