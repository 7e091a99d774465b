package dev.concertina.code;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a path alone says: whether a file is source at all, and whether it is a test. */
final class SourcePath {
  /** Folders of things that other people wrote or programs made. */
  private static final Set<String> FOREIGN =
      Set.of(
          "node_modules",
          "bower_components",
          "jspm_packages",
          "site-packages",
          "third_party",
          "thirdparty",
          "dist",
          ".git",
          ".venv",
          "venv",
          ".next",
          ".nuxt",
          ".yarn",
          "__pycache__",
          "__snapshots__",
          "coverage",
          "locales",
          "locale");

  /** Vendored code stands at the top, beside assets, or under a host's name. */
  private static final Pattern VENDORED =
      Pattern.compile(
          "vendor/.*|.*/vendor/(bundle|assets|[^/]*\\.(com|org|net|io|in|dev))/.*"
              + "|.*/(assets|public|static|javascripts|js|lib)/vendor/.*");

  private static final Pattern MADE =
      Pattern.compile(
          ".*(\\.min\\.|\\.bundle\\.|\\.chunk\\.|-bundle\\.|\\.pb\\.|_pb2|\\.g\\.dart|\\.designer\\.).*"
              + "|.*/(pom|build)\\.xml|.*changelog.*\\.xml");

  private static final Set<String> SNAPSHOTS = Set.of("structure.sql", "schema.rb", "schema.sql");

  private static final Set<String> TEST_FOLDERS =
      Set.of(
          "test",
          "tests",
          "spec",
          "specs",
          "__tests__",
          "__mocks__",
          "testdata",
          "testing",
          "fixtures",
          "factories",
          "e2e",
          "cypress",
          "androidtest",
          "integrationtest",
          "integration-test");

  private static final Pattern SERVES_TESTS =
      Pattern.compile("(.*[-_])?tests?[-_]?(utils?|support|helpers?|kit|fixtures)");

  private static final Pattern TEST_NAME =
      Pattern.compile(
          "(test_.*|conftest\\.py|.*[._-](test|tests|spec|e2e|cy|stories)\\..*"
              + "|.*(Test|Tests|TestCase|Spec|IT)\\.[a-z]+)");

  private static final Pattern RECORDED = Pattern.compile("(.*/)?\\.sqlx/[^/]*\\.json");

  private SourcePath() {}

  /** The language in which a file is to be read, or null when it is none to look into. */
  static Language language(String path) {
    if (RECORDED.matcher(path).matches()) {
      return Language.RECORDED_QUERY;
    }
    Language language = Language.of(path);
    if (language == null || isForeign(path)) {
      return null;
    }
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return SNAPSHOTS.contains(name) ? null : language;
  }

  /** Whether an XML file maps tables: most have to do with builds, pages and logs. */
  static boolean maps(String text) {
    return MAPPINGS.stream().anyMatch(text::contains);
  }

  private static final List<String> MAPPINGS =
      List.of("<mapper", "hibernate-mapping", "entity-mappings", "<sqlMap", "<orm", "<database");

  /** The line at which a file of Rust turns to its own tests; beyond the last where none does. */
  static int firstTestLine(String path, String text) {
    int at = path.endsWith(".rs") ? text.indexOf("#[cfg(test)]") : -1;
    return at < 0
        ? Integer.MAX_VALUE
        : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  private static boolean isForeign(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    int start = 0;
    for (int slash = lower.indexOf('/'); slash >= 0; slash = lower.indexOf('/', start)) {
      if (FOREIGN.contains(lower.substring(start, slash))) {
        return true;
      }
      start = slash + 1;
    }
    return lower.contains("vendor/") && VENDORED.matcher(lower).matches()
        || MADE.matcher("/" + lower).matches();
  }

  /** Whether the file is a test or serves tests only. */
  static boolean isTest(String path) {
    int start = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
      String folder = path.substring(start, slash).toLowerCase(Locale.ROOT);
      if (TEST_FOLDERS.contains(folder) || SERVES_TESTS.matcher(folder).matches()) {
        return true;
      }
      start = slash + 1;
    }
    return TEST_NAME.matcher(path.substring(start)).matches();
  }
}
