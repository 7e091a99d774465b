package dev.concertina.check;

import dev.concertina.migration.ChangedFile;
import dev.concertina.migration.Tree;
import dev.concertina.migration.TreeChanges;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * What a range changes, as far as a check can use it, and what it can't be silent about.
 *
 * @param unread files too big to be read, and links that can't be followed, that may be migrations
 */
public record RangeFiles(List<ChangedFile> files, List<Report.Unread> unread) {

  /** No migration and no configuration: their contents are not taken into memory. */
  private static final Set<String> NO_TEXT =
      Set.of(
          "png", "jpg", "jpeg", "gif", "webp", "ico", "pdf", "zip", "gz", "jar", "war", "exe",
          "dll", "so", "dylib", "woff", "woff2", "ttf", "otf", "eot", "mp3", "mp4", "mov", "svg",
          "class", "pyc", "lock", "map", "css", "scss", "less", "md");

  /** What migrations are written in beside SQL. */
  private static final Set<String> LANGUAGES =
      Set.of(
          "py", "rb", "js", "ts", "mjs", "cjs", "mts", "cts", "exs", "cs", "php", "java", "kt",
          "groovy", "go", "rs", "xml", "yaml", "yml", "json");

  private static final String TOO_BIG = "it can't be read, or is too big to be a migration";

  /**
   * The difference of two trees.
   *
   * @param selected the paths that count
   */
  public static RangeFiles between(Tree base, Tree head, Predicate<String> selected) {
    TreeChanges changes = TreeChanges.between(base, head, selected.and(RangeFiles::isText));
    List<Report.Unread> unread = new ArrayList<>();
    for (String path : changes.unread()) {
      if (isSql(path)) {
        unread.add(unread(path, TOO_BIG));
      }
    }
    SortedMap<String, String> before = base.passedOver();
    head.passedOver()
        .forEach(
            (path, reason) -> {
              if (!before.containsKey(path) && selected.test(path) && mayBeMigrations(path)) {
                unread.add(unread(path, reason));
              }
            });
    return new RangeFiles(changes.files(), List.copyOf(unread));
  }

  /** Those of some files that can't be read, though they may be migrations. */
  public static List<Report.Unread> unreadable(Iterable<String> paths, Tree tree) {
    List<Report.Unread> unread = new ArrayList<>();
    for (String path : paths) {
      if (isSql(path) && tree.read(path).isEmpty()) {
        unread.add(unread(path, TOO_BIG));
      }
    }
    return unread;
  }

  private static Report.Unread unread(String path, String reason) {
    return new Report.Unread(path, Span.FILE, reason);
  }

  private static boolean isSql(String path) {
    return path.toLowerCase(Locale.ROOT).contains(".sql");
  }

  /** SQL, a program or document in a migration's place, or a folder of them. */
  private static boolean mayBeMigrations(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean language = name.indexOf('.') < 0 || LANGUAGES.contains(extension(name));
    return isSql(path) || language && path.toLowerCase(Locale.ROOT).contains("migrat");
  }

  private static boolean isText(String path) {
    return !NO_TEXT.contains(extension(path));
  }

  private static String extension(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
