package dev.concertina.migration;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the name of a migration file says.
 *
 * @param version as written, or null for a repeatable one
 */
record FileName(String version, Place.Kind kind) {

  private static final Set<String> DOWN_WORDS =
      Set.of("down", "rollback", "undo", "revert", "downgrade");

  /** The name of a file in a history of {@code framework}; empty when it is none of its files. */
  static Optional<FileName> of(Framework framework, String name) {
    if (!isSql(name)) {
      return Optional.empty();
    }
    return switch (framework) {
      case FLYWAY -> FlywayNaming.DEFAULT.of(name);
      case REFINERY -> refinery(name);
      case GOLANG_MIGRATE, POP -> paired(name);
      case SQLX -> described(name).flatMap(n -> paired(n).or(() -> numbered(n, Place.Kind.UP)));
      case SUPABASE -> described(name).flatMap(n -> numbered(n, Place.Kind.UP));
      case GOOSE, DBMATE, TERN, DRIZZLE, MYBATIS -> numbered(name, kind(framework));
      case SQL_MIGRATE, NODE_PG_MIGRATE, ATLAS ->
          paired(name)
              .or(() -> numbered(name, kind(framework)))
              .or(() -> Optional.of(new FileName(stem(name), kind(framework))));
      default -> Optional.of(plain(name));
    };
  }

  private static Place.Kind kind(Framework framework) {
    return Sections.marks(framework) ? Place.Kind.SECTIONS : Place.Kind.UP;
  }

  /** Whether a path ends as one of XML, YAML or JSON does. */
  static boolean isDocument(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xml")
        || lower.endsWith(".yaml")
        || lower.endsWith(".yml")
        || lower.endsWith(".json");
  }

  /** Whether a file holds SQL, also as {@code .sql.postgres}. */
  static boolean isSql(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int dot = lower.lastIndexOf(".sql.");
    return lower.endsWith(".sql")
        || dot >= 0 && EngineDetector.ofWord(lower.substring(dot + 5)).isPresent();
  }

  /** {@code 12_name.up.sql} and {@code 12_name.down.sql}. */
  static Optional<FileName> paired(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean up = lower.contains(".up.");
    boolean down = lower.contains(".down.");
    if (up == down) {
      return Optional.empty();
    }
    return numbered(name, up ? Place.Kind.UP : Place.Kind.DOWN);
  }

  /** The name when a number stands before its first underscore, as in {@code 12_name.sql}. */
  private static Optional<String> described(String name) {
    int end = name.indexOf('_');
    boolean number =
        end > 0 && name.substring(0, end).chars().allMatch(c -> Version.isDigit((char) c));
    return number ? Optional.of(name) : Optional.empty();
  }

  /** {@code V1__name.sql} runs in order, {@code U1__name.sql} whenever it has not run. */
  private static Optional<FileName> refinery(String name) {
    int end = name.indexOf("__");
    boolean prefixed = end > 1 && (name.charAt(0) == 'V' || name.charAt(0) == 'U');
    return prefixed && described(name.substring(1)).isPresent()
        ? Optional.of(new FileName(name.substring(1, end), Place.Kind.UP))
        : Optional.empty();
  }

  /** {@code 20260102030405_name.sql}. */
  static Optional<FileName> numbered(String name, Place.Kind kind) {
    int end = 0;
    while (end < name.length() && Version.isDigit(name.charAt(end))) {
      end++;
    }
    return end == 0 ? Optional.empty() : Optional.of(new FileName(name.substring(0, end), kind));
  }

  /** A file that no framework names: by its number, else by its whole name. */
  static FileName plain(String name) {
    Place.Kind kind = goesDown(name) ? Place.Kind.DOWN : Place.Kind.UP;
    int start = name.length() > 1 && (name.charAt(0) | 0x20) == 'v' ? 1 : 0;
    int end = start;
    int next = start;
    while (next < name.length() && Version.isDigit(name.charAt(next))) {
      while (next < name.length() && Version.isDigit(name.charAt(next))) {
        next++;
      }
      boolean wholeWord = next == name.length() || "._- ".indexOf(name.charAt(next)) >= 0;
      if (!wholeWord && end > start) {
        break;
      }
      end = next;
      next++;
    }
    return new FileName(end > start ? name.substring(start, end) : stem(name), kind);
  }

  /**
   * {@code 2026-05-27-120000-0000} as {@code 20260527120000-0000}: Diesel takes the dashes away,
   * and histories begin without them.
   */
  static String diesel(String version) {
    boolean dashed =
        version.length() >= DATED.length()
            && IntStream.range(0, DATED.length())
                .allMatch(i -> (DATED.charAt(i) == '-') == (version.charAt(i) == '-'));
    return dashed
        ? version.substring(0, DATED.length()).replace("-", "") + version.substring(DATED.length())
        : version;
  }

  private static final String DATED = "2026-05-27-120000";

  /** Whether a plain file's name begins with a number, possibly after a {@code v}. */
  static boolean hasNumber(String name) {
    int start = name.length() > 1 && (name.charAt(0) | 0x20) == 'v' ? 1 : 0;
    return name.length() > start && Version.isDigit(name.charAt(start));
  }

  private static boolean goesDown(String name) {
    String[] words = name.toLowerCase(Locale.ROOT).split("[._-]+");
    int last = words.length - 2;
    return last >= 1 && DOWN_WORDS.contains(words[last])
        || last >= 1 && DOWN_WORDS.contains(words[0]);
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }
}
