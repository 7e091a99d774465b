package dev.concertina.check;

import dev.concertina.check.Settings.Allow;
import dev.concertina.check.Settings.Comments;
import dev.concertina.check.Settings.Mode;
import dev.concertina.check.Settings.Project;
import dev.concertina.migration.Framework;
import dev.concertina.rule.Severity;
import dev.concertina.rule.Spelling;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the configuration. What can't be meant (no YAML, a wrong type) ends the reading; what is
 * unknown is said with its place, and the rest holds.
 */
public final class SettingsFile {
  private static final int MOST_CHARACTERS = 256 * 1024;
  private static final int MOST_LEVELS = 20;

  private static final List<String> ENGINES = List.of("postgresql", "mysql", "mariadb");
  private static final List<String> LEVELS = List.of("error", "warning", "info", "off");

  private final String file;
  private final Collection<String> rules;
  private final List<Report.Problem> problems = new ArrayList<>();

  private SettingsFile(String file, Collection<String> rules) {
    this.file = file;
    this.rules = rules;
  }

  /**
   * What a file says.
   *
   * @param problems what is unknown, in the order of the file
   */
  public record Read(Settings settings, List<Report.Problem> problems) {}

  /**
   * Reads a configuration.
   *
   * @param file its path, for messages
   * @param rules the ids of all rules
   * @throws SettingsException when it can't be read
   */
  public static Read read(String file, String text, Collection<String> rules) {
    SettingsFile reader = new SettingsFile(file, rules);
    Settings settings = reader.settings(reader.compose(text));
    return new Read(settings, List.copyOf(reader.problems));
  }

  /** The tree of nodes: no objects are made, no types are loaded, nothing is expanded. */
  private Node compose(String text) {
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    if (plain.length() > MOST_CHARACTERS) {
      throw new SettingsException(
          file, 1, 1, "expected a configuration of at most " + MOST_CHARACTERS + " characters");
    }
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(MOST_LEVELS);
    try {
      return new Yaml(options).compose(new StringReader(plain));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw new SettingsException(
          file, mark.getLine() + 1, mark.getColumn() + 1, "no YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new SettingsException(file, 1, 1, "no YAML: " + e.getMessage());
    }
  }

  private Settings settings(Node root) {
    Settings preset = Settings.DEFAULT;
    YamlSection all = new YamlSection(file, "", root, problems);
    YamlSection database = all.section("database");
    YamlSection rollout = all.section("rollout");
    YamlSection timeouts = all.section("timeouts");
    YamlSection tables = all.section("tables");
    YamlSection comment = all.section("comment");
    String mode = all.word("mode", List.of("observe", "advise", "enforce"));
    Settings settings =
        new Settings(
            database.word("engine", ENGINES),
            database.version("version"),
            "after".equals(rollout.word("migrations", List.of("before", "after"))),
            or(rollout.texts("post-deploy"), preset.postDeploy()),
            rollout.number("deploy-minutes", preset.deployMinutes()),
            timeouts.word("lock", List.of("runner")) != null,
            or(tables.texts("large"), preset.large()),
            or(tables.texts("small"), preset.small()),
            projects(all),
            rules(all.section("rules")),
            allow(all),
            failOn(all),
            mode == null ? preset.mode() : Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
            new Comments(
                comment.number("inline", preset.comments().inline()),
                or(
                    comment.word("when", List.of("always", "findings", "never")),
                    preset.comments().when())));
    notYet(all, "extends", "the preset is not fetched: extends is not supported yet");
    notYet(tables, "stats", "the file is not read: tables.stats is not supported yet");
    List.of(all, database, rollout, timeouts, tables, comment).forEach(YamlSection::finish);
    return settings;
  }

  private static void notYet(YamlSection section, String key, String message) {
    if (section.text(key) != null) {
      section.problem(key, message);
    }
  }

  private static <T> T or(T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  private static Optional<Severity> failOn(YamlSection all) {
    String word = all.word("fail-on", List.of("error", "warning", "never"));
    return word == null ? Settings.DEFAULT.failOn() : severity(word);
  }

  private static Optional<Severity> severity(String word) {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.toString().equals(word))
        .findFirst();
  }

  private List<Project> projects(YamlSection all) {
    List<Project> projects = new ArrayList<>();
    for (YamlSection project : all.sections("projects")) {
      String path = project.text("path");
      String framework = project.text("framework");
      if (path == null) {
        throw new SettingsException(file, project.line(), 1, "expected a path for each project");
      }
      List<String> known = Arrays.stream(Framework.values()).map(Framework::id).toList();
      if (framework != null && !known.contains(framework)) {
        project.problem(
            "framework", "unknown framework " + framework + Spelling.didYouMean(framework, known));
        framework = null;
      }
      YamlSection database = project.section("database");
      projects.add(
          new Project(
              path, framework, database.word("engine", ENGINES), database.version("version")));
      database.finish();
      project.finish();
    }
    return List.copyOf(projects);
  }

  private Map<String, Optional<Severity>> rules(YamlSection section) {
    Map<String, Optional<Severity>> severities = new TreeMap<>();
    for (String rule : section.keys()) {
      String level = section.word(rule, LEVELS);
      if (!rules.contains(rule)) {
        section.problem(section.key(rule), unknownRule(rule));
      } else if (level != null) {
        severities.put(rule, severity(level));
      }
    }
    return Map.copyOf(severities);
  }

  private String unknownRule(String rule) {
    return "unknown rule " + rule + Spelling.didYouMean(rule, rules);
  }

  private List<Allow> allow(YamlSection all) {
    List<Allow> allowed = new ArrayList<>();
    for (YamlSection entry : all.sections("allow")) {
      String rule = entry.text("rule");
      String because = entry.text("because");
      LocalDate until = date(entry);
      String path = entry.text("path");
      if (rule == null) {
        throw new SettingsException(file, entry.line(), 1, "expected a rule for each allow");
      }
      if (!rules.contains(rule)) {
        entry.problem("rule", unknownRule(rule));
      } else if (because == null || because.isBlank()) {
        entry.problem("rule", rule + " is not allowed: expected a reason (because)");
      } else {
        String everywhere = path == null ? "**" : path;
        allowed.add(new Allow(rule, everywhere, because.strip(), until, entry.line()));
      }
      entry.finish();
    }
    return List.copyOf(allowed);
  }

  private static LocalDate date(YamlSection entry) {
    String until = entry.plain("until");
    try {
      return until == null ? null : LocalDate.parse(until);
    } catch (DateTimeParseException e) {
      throw entry.wrong("until", "expected a date as 2027-01-31, found " + until);
    }
  }
}
