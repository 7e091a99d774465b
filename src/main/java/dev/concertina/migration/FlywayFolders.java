package dev.concertina.migration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Which folders of Flyway make one history. Flyway runs the files of all its locations, and of all
 * folders below them, as one sequence of versions; which folders are locations often stands in code
 * or in the environment, where it can't be read.
 */
final class FlywayFolders {

  /** Folders beside or below the migrations that production never runs, by their first word. */
  private static final Set<String> ENVIRONMENTS =
      Set.of("dev", "development", "local", "localdev", "localhost", "test", "testing", "e2e");

  private final RepositoryFiles files;
  private final Supplier<FlywaySettings> settings;
  private final Map<String, String> histories = new HashMap<>();
  private final Map<String, Boolean> joined = new HashMap<>();
  private final Map<String, Optional<String>> environments = new HashMap<>();

  FlywayFolders(RepositoryFiles files, Supplier<FlywaySettings> settings) {
    this.files = files;
    this.settings = settings;
  }

  /** The folder that stands for the history of a folder's files. */
  String history(String folder) {
    return histories.computeIfAbsent(folder, this::find);
  }

  /** The environment other than production that a folder is for, as its name says; or null. */
  String environment(String folder) {
    return environments.computeIfAbsent(folder, this::named).orElse(null);
  }

  private Optional<String> named(String folder) {
    for (String at = folder; !at.isEmpty(); at = Path.folder(at)) {
      String name = Path.name(at);
      String above = Path.folder(at);
      boolean beside = isMigrations(above) || hasMigrations(above);
      if (isForDevelopment(name) && beside) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private boolean hasMigrations(String folder) {
    return PlainFolders.MIGRATIONS.stream()
        .anyMatch(name -> !files.names(Path.in(folder, name)).isEmpty());
  }

  /** Whether a folder or profile of that name is for developers and tests alone. */
  static boolean isForDevelopment(String name) {
    return ENVIRONMENTS.contains(firstWord(name));
  }

  private static String firstWord(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < lower.length() && Character.isLetterOrDigit(lower.charAt(end))) {
      end++;
    }
    return lower.substring(0, end);
  }

  private String find(String folder) {
    String root = above(folder, FlywayFolders::isMigrations);
    if (root == null) {
      root = above(folder, this::isConfigured);
    }
    root = root == null ? folder : root;
    String above = Path.folder(root);
    if (root.equals(folder)) {
      return isJoined(above) && !isVendor(Path.name(root)) ? above : root;
    }
    String below = folder.substring(root.length() + 1);
    String first = below.contains("/") ? below.substring(0, below.indexOf('/')) : below;
    if (first.equals("common") || isVendor(first)) {
      return Path.in(root, first);
    }
    return isJoined(above) ? above : root;
  }

  /** The folder itself or the nearest one above it that fits, or null. */
  private static String above(String folder, Predicate<String> fits) {
    for (String at = folder; !at.isEmpty(); at = Path.folder(at)) {
      if (fits.test(at)) {
        return at;
      }
    }
    return null;
  }

  private static boolean isMigrations(String folder) {
    return PlainFolders.MIGRATIONS.contains(Path.name(folder).toLowerCase(Locale.ROOT));
  }

  private boolean isConfigured(String folder) {
    return settings.get().locations().stream().anyMatch(l -> Path.endsWith(folder, l));
  }

  private static boolean isVendor(String name) {
    return EngineDetector.ofWord(name.toLowerCase(Locale.ROOT)).isPresent();
  }

  /**
   * Whether {@code db/migration}, {@code db/prod} and their like share one sequence of versions: as
   * good as no version stands in two of them.
   */
  private boolean isJoined(String above) {
    return joined.computeIfAbsent(
        above, folder -> !folder.isEmpty() && hasMigrations(folder) && shareVersions(folder));
  }

  private boolean shareVersions(String above) {
    Set<Version> seen = new TreeSet<>();
    Set<String> folders = new HashSet<>();
    Map<String, Boolean> asides = new HashMap<>();
    int twins = 0;
    for (String path : files.below(above)) {
      int end = path.indexOf('/', above.length() + 1);
      String folder = end < 0 ? "" : path.substring(above.length() + 1, end);
      boolean aside =
          end < 0 || asides.computeIfAbsent(folder, f -> isVendor(f) || isForDevelopment(f));
      FileName name = aside ? null : settings.get().named(Path.name(path)).orElse(null);
      if (name != null && name.kind() == Place.Kind.UP && FileName.isSql(Path.name(path))) {
        folders.add(folder);
        twins += seen.add(Version.of(name.version())) ? 0 : 1;
      }
    }
    return folders.size() > 1 && twins * 20 <= seen.size();
  }
}
