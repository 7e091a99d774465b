package dev.concertina.migration;

import dev.concertina.sql.Placeholders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the files of a repository say of Flyway, collected by key: several may say a thing. */
final class FlywayConfiguration {

  private static final List<String> SWITCHES =
      List.of("group", "mixed", "executeintransaction", "outoforder");

  private static final String SPRING = "spring.flyway.";
  private static final String PLACEHOLDERS = "placeholders.";

  private final Map<String, Set<String>> said = new TreeMap<>();
  private boolean locksOutside;

  /** Reads every file that may set Flyway up. */
  static FlywayConfiguration of(RepositoryFiles files) {
    FlywayConfiguration all = new FlywayConfiguration();
    for (String path : files.named(FlywayConfiguration::mayConfigure)) {
      if (!Exclusions.excluded(path)) {
        all.read(path, files);
      }
    }
    return all;
  }

  private static boolean mayConfigure(String name) {
    boolean spring =
        name.startsWith("application")
            && (name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".properties"));
    return spring
        || name.startsWith("flyway") && (name.endsWith(".conf") || name.endsWith(".toml"))
        || isBuild(name);
  }

  private static boolean isBuild(String name) {
    return name.equals("pom.xml") || name.equals("build.gradle") || name.equals("build.gradle.kts");
  }

  private void read(String path, RepositoryFiles files) {
    if (isBuild(Path.name(path))) {
      if (files.text(path).contains("flyway")) {
        build(files.text(path));
      }
    } else {
      boolean production = !FlywayFolders.isForDevelopment(profile(Path.name(path)));
      files.config(path).forEach((key, value) -> entry(key, value, production));
    }
  }

  /** {@code dev} of {@code application-dev.yml}. */
  private static String profile(String name) {
    int dash = name.indexOf('-');
    return dash < 0 ? "" : name.substring(dash + 1);
  }

  /**
   * @param production false when developers alone use the file: then it says which database it is
   */
  private void entry(String key, String value, boolean production) {
    int at = key.startsWith(SPRING) ? SPRING.length() : own(key);
    if (at > 0) {
      // Spring's lists of properties: init-sqls[0].
      String name = key.substring(at);
      int index = name.indexOf('[');
      if (production || name.equals("url")) {
        note(index < 0 ? name : name.substring(0, index), value);
      }
    } else if (key.equals("spring.datasource.url")) {
      note("datasource", value);
    }
  }

  /** Where the name begins in {@code flyway.x} and {@code environments.prod.flyway.x}; else 0. */
  private static int own(String key) {
    int at = key.indexOf("flyway.");
    boolean environment = key.startsWith("environments.") && key.charAt(Math.max(0, at - 1)) == '.';
    return at == 0 || at > 0 && environment ? at + "flyway.".length() : 0;
  }

  private void note(String key, String value) {
    said.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(value.strip());
  }

  private void build(String build) {
    String text = build.replace(" ", "").toLowerCase(Locale.ROOT);
    for (String key : SWITCHES) {
      for (String value : List.of("true", "false")) {
        if (text.contains("<" + key + ">" + value + "<") || text.contains(key + "=" + value)) {
          note(key, value);
        }
      }
    }
    locksOutside |= FlywayVersion.locksOutside(build);
  }

  /** Whether any file says so. */
  boolean says(String key, String value) {
    return said.getOrDefault(key, Set.of()).contains(value);
  }

  /** What the first file says, or {@code otherwise}. */
  String first(String key, String otherwise) {
    Collection<String> values = said.getOrDefault(key, Set.of());
    return values.isEmpty() ? otherwise : values.iterator().next();
  }

  /** Everything that is said of a list, over all files. */
  List<String> list(String key, String separators) {
    List<String> all = new ArrayList<>();
    for (String value : said.getOrDefault(key, Set.of())) {
      for (String item : value.split(separators)) {
        if (!item.isBlank()) {
          all.add(item.strip());
        }
      }
    }
    return all;
  }

  boolean locksOutside() {
    return locksOutside;
  }

  /** Those whose value is the same wherever it is said, and does not come from elsewhere. */
  Placeholders placeholders() {
    if (says("placeholderreplacement", "false")) {
      return Placeholders.NONE;
    }
    Map<String, String> values = new TreeMap<>();
    said.forEach(
        (key, found) -> {
          String value = found.iterator().next();
          boolean known = found.size() == 1 && !value.contains("${") && !value.contains("{{");
          if (key.startsWith(PLACEHOLDERS) && known) {
            values.put(Placeholders.key(key.substring(PLACEHOLDERS.length())), value);
          }
        });
    return new Placeholders(
        first("placeholderprefix", Placeholders.NONE.prefix()),
        first("placeholdersuffix", Placeholders.NONE.suffix()),
        values);
  }
}
