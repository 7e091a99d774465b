package dev.concertina.review;

import java.util.Locale;

/** The exact line that would allow a finding, in the comment syntax of its file. */
final class AllowLine {

  private AllowLine() {}

  /** For the line above the statement. */
  static String comment(String rule, String file) {
    String allow = "concertina: allow " + rule + " because …";
    return switch (ending(file)) {
      case "py", "rb", "yml", "yaml", "toml", "ex", "exs", "properties" -> "# " + allow;
      case "js", "mjs", "cjs", "ts", "java", "kt", "go", "php", "cs", "rs", "prisma", "scala" ->
          "// " + allow;
      case "xml" -> "<!-- " + allow + " -->";
      default -> "-- " + allow;
    };
  }

  /** For a comment in the pull request. */
  static String command(String rule) {
    return "/concertina allow " + rule + " because …";
  }

  private static String ending(String file) {
    return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
