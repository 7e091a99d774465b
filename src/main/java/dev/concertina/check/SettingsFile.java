package dev.concertina.check;

import dev.concertina.check.Settings.Allow;
import dev.concertina.check.Settings.Comments;
import dev.concertina.check.Settings.Mode;
import dev.concertina.check.Settings.Project;
import dev.concertina.migration.Framework;
import dev.concertina.rule.Severity;
import dev.concertina.rule.Spelling;
import dev.concertina.rule.TableSizes;
import dev.concertina.schema.Name;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private static final int MOST_PRESETS = 5;

  private static final List<String> ENGINES = List.of("postgresql", "mysql", "mariadb");
  private static final List<String> LEVELS = List.of("error", "warning", "info", "off");

  private final String file;
  private final Collection<String> rules;
  private final Others others;
  private final List<Report.Problem> problems;

  private SettingsFile(
      String file, Collection<String> rules, Others others, List<Report.Problem> problems) {
    this.file = file;
    this.rules = rules;
    this.others = others;
    this.problems = problems;
  }

  /** The other files of the tree that the configuration is read from. */
  public interface Others {

    /** The text of a file, or null where there is none that can be read. */
    String text(String path);
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
   * @param others the files that it may name
   * @throws SettingsException when it, or a file that it names, can't be understood
   */
  public static Read read(String file, String text, Collection<String> rules, Others others) {
    List<Report.Problem> problems = new ArrayList<>();
    SettingsFile reader = new SettingsFile(file, rules, others, problems);
    Settings settings = reader.settings(compose(file, text), Set.of(file));
    return new Read(settings, List.copyOf(problems));
  }

  /** The tree of nodes: no objects are made, no types are loaded, nothing is expanded. */
  private static Node compose(String file, String text) {
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

  private Settings settings(Node root, Set<String> extending) {
    YamlSection all = new YamlSection(file, "", root, problems);
    Settings preset = preset(all, extending);
    YamlSection database = all.section("database");
    YamlSection rollout = all.section("rollout");
    YamlSection timeouts = all.section("timeouts");
    YamlSection tables = all.section("tables");
    YamlSection comment = all.section("comment");
    String mode = all.word("mode", List.of("observe", "advise", "enforce"));
    Settings settings =
        new Settings(
            or(database.word("engine", ENGINES), preset.engine()),
            orNumber(database.version("version"), preset.version()),
            after(rollout, preset),
            or(rollout.texts("post-deploy"), preset.postDeploy()),
            rollout.number("deploy-minutes", preset.deployMinutes()),
            timeouts.word("lock", List.of("runner")) != null || preset.lockTimeoutByRunner(),
            or(tables.texts("large"), preset.large()),
            or(tables.texts("small"), preset.small()),
            sizes(tables, preset),
            new ConventionSettings(all.section("conventions")).read(preset.conventions()),
            projects(all, preset),
            rules(all.section("rules"), preset),
            allow(all, preset),
            failOn(all, preset),
            mode == null ? preset.mode() : Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
            new Comments(
                comment.number("inline", preset.comments().inline()),
                or(
                    comment.word("when", List.of("always", "findings", "never")),
                    preset.comments().when())));
    List.of(all, database, rollout, timeouts, tables, comment).forEach(YamlSection::finish);
    return settings;
  }

  /** What holds where this file says nothing. */
  private Settings preset(YamlSection all, Set<String> extending) {
    String place = all.text("extends");
    if (place == null) {
      return Settings.DEFAULT;
    }
    if (!place.startsWith("./")) {
      String expected =
          place.contains("//")
              ? "the check reads nothing over the network; copy it into this repository and name it"
                  + " as ./path"
              : "expected ./path of a file in this repository";
      all.problem("extends", place + " is not read: " + expected);
      return Settings.DEFAULT;
    }
    String path = place.substring("./".length());
    String text = others.text(path);
    if (text == null || extending.contains(path) || extending.size() > MOST_PRESETS) {
      String why = text == null ? "there is no such file to read" : "it extends itself";
      all.problem("extends", place + " is not read: " + why);
      return Settings.DEFAULT;
    }
    Set<String> deeper = new HashSet<>(extending);
    deeper.add(path);
    return new SettingsFile(path, rules, others, problems).settings(compose(path, text), deeper);
  }

  private Map<Name, TableSizes.Measured> sizes(YamlSection tables, Settings preset) {
    String place = tables.text("stats");
    if (place == null) {
      return preset.sizes();
    }
    String path = place.startsWith("./") ? place.substring("./".length()) : place;
    String text = others.text(path);
    if (text == null) {
      tables.problem("stats", place + " is not read: there is no such file to read");
      return preset.sizes();
    }
    return TableStatistics.read(path, compose(path, text), problems);
  }

  private static boolean after(YamlSection rollout, Settings preset) {
    String when = rollout.word("migrations", List.of("before", "after"));
    return when == null ? preset.postDeployAll() : when.equals("after");
  }

  private static int orNumber(int value, int otherwise) {
    return value == 0 ? otherwise : value;
  }

  private static <T> T or(T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  private static Optional<Severity> failOn(YamlSection all, Settings preset) {
    String word = all.word("fail-on", List.of("error", "warning", "never"));
    return word == null ? preset.failOn() : severity(word);
  }

  private static Optional<Severity> severity(String word) {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.toString().equals(word))
        .findFirst();
  }

  private List<Project> projects(YamlSection all, Settings preset) {
    List<Project> projects = new ArrayList<>(preset.projects());
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

  private Map<String, Optional<Severity>> rules(YamlSection section, Settings preset) {
    Map<String, Optional<Severity>> severities = new TreeMap<>(preset.rules());
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

  private List<Allow> allow(YamlSection all, Settings preset) {
    List<Allow> allowed = new ArrayList<>(preset.allow());
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
        allowed.add(new Allow(rule, everywhere, because.strip(), until, file, entry.line()));
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
