package dev.concertina.check;

import dev.concertina.migration.Engine;
import dev.concertina.migration.Framework;
import dev.concertina.migration.LayoutSettings;
import dev.concertina.migration.Tree;
import dev.concertina.rule.Rule;
import dev.concertina.rule.RuleBook;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a repository's maintainers decided: its configuration file, and the team's own rules beside
 * the built-in ones.
 *
 * @param problems what is wrong with it, though not so that it can't be used
 */
public record RepositoryConfiguration(
    Settings settings, RuleBook book, List<Report.Problem> problems) {

  /** Where a team keeps its own rules. */
  public static final String RULES = ".github/concertina/rules/";

  private static final List<String> PLACES =
      List.of(".github/concertina.yml", ".github/concertina.yaml");

  public RepositoryConfiguration {
    problems = List.copyOf(problems);
  }

  /** A configuration file. */
  public record File(String path, byte[] bytes) {}

  /**
   * Reads the configuration of a tree.
   *
   * @param place where the file is, or null for its usual places
   * @throws SettingsException when the file can't be read
   */
  public static RepositoryConfiguration read(Tree tree, String place, LocalDate today) {
    for (String path : place == null ? PLACES : List.of(place)) {
      if (tree.files().containsKey(path)) {
        byte[] bytes =
            tree.read(path).orElseThrow(() -> new SettingsException(path + ": can't be read"));
        return read(tree, new File(path, bytes), today);
      }
    }
    if (place != null) {
      throw new SettingsException(place + ": expected the configuration there, found no file");
    }
    return read(tree, (File) null, today);
  }

  /**
   * Reads a configuration.
   *
   * @param tree where the team's rules are, or null
   * @param file null where there is none
   * @throws SettingsException when the file can't be read
   */
  public static RepositoryConfiguration read(Tree tree, File file, LocalDate today) {
    List<Report.Problem> problems = new ArrayList<>();
    RuleBook book = RuleBook.builtIn();
    if (tree != null) {
      book = book.with(TeamRules.read(tree, book, problems));
    }
    Settings settings = Settings.DEFAULT;
    if (file != null) {
      List<String> ids = book.rules().stream().map(Rule::id).toList();
      SettingsFile.Read read = SettingsFile.read(file.path(), text(file), ids, others(tree));
      settings = read.settings();
      problems.addAll(read.problems());
      problems.addAll(expired(settings, today));
    }
    return new RepositoryConfiguration(settings, book, problems);
  }

  /** The files that a configuration may name come from the same tree. */
  private static SettingsFile.Others others(Tree tree) {
    return path ->
        tree == null || !tree.files().containsKey(path)
            ? null
            : tree.read(path).map(bytes -> text(new File(path, bytes))).orElse(null);
  }

  private static String text(File file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.bytes())).toString();
    } catch (CharacterCodingException e) {
      throw new SettingsException(file.path() + ": expected UTF-8");
    }
  }

  private static List<Report.Problem> expired(Settings settings, LocalDate today) {
    return settings.allow().stream()
        .filter(allow -> allow.until() != null && today.isAfter(allow.until()))
        .map(
            allow ->
                new Report.Problem(
                    allow.file(),
                    allow.line(),
                    1,
                    allow.rule() + " was allowed until " + allow.until() + ": mend or remove it"))
        .toList();
  }

  /** The same with other settings. */
  public RepositoryConfiguration with(Settings other) {
    return new RepositoryConfiguration(other, book, problems);
  }

  /**
   * Where migrations are.
   *
   * @param given the database that whoever runs the check names, or null
   * @param explicit paths that are migrations whatever they are called
   */
  public LayoutSettings layout(Engine given, Set<String> explicit) {
    Engine whole = given;
    if (whole == null && (settings.engine() != null || settings.version() > 0)) {
      String name = settings.engine() == null ? "postgresql" : settings.engine();
      whole = engine(name, settings.version(), "the configuration");
    }
    return new LayoutSettings(
        settings.projects().stream().map(project -> project(project, given)).toList(),
        settings.postDeployAll(),
        settings.postDeploy(),
        whole,
        explicit);
  }

  private static LayoutSettings.Project project(Settings.Project project, Engine given) {
    Framework framework =
        project.framework() == null ? null : Framework.of(project.framework()).orElse(null);
    Engine own =
        project.engine() == null
            ? null
            : engine(project.engine(), project.version(), "the configuration");
    return new LayoutSettings.Project(project.path(), framework, given != null ? given : own);
  }

  /** A database that somebody named; {@code version} 0 where they did not say which. */
  public static Engine engine(String name, int version, String reason) {
    return version == 0 && name.equals(Engine.DEFAULT.name())
        ? Engine.DEFAULT
        : new Engine(name, version, reason);
  }
}
