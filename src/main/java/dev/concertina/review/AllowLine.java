package dev.concertina.review;

import dev.concertina.rule.Finding;
import dev.concertina.rule.Kind;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Effect;
import java.util.Locale;

/** The exact line that would allow a finding, in the comment syntax of its file. */
final class AllowLine {

  private AllowLine() {}

  /** The reason that a change of rows needs: how long it takes, and how that is known. */
  private static final String EVIDENCE = "takes … s on production, measured …";

  /** For the line above the statement. */
  static String comment(Finding finding) {
    String allow = "concertina: allow " + finding.rule() + " because " + reason(finding);
    return asComment(allow, finding.file());
  }

  static String asComment(String allow, String file) {
    return switch (ending(file)) {
      case "py", "rb", "yml", "yaml", "toml", "ex", "exs", "properties" -> "# " + allow;
      case "js", "mjs", "cjs", "ts", "java", "kt", "go", "php", "cs", "rs", "prisma", "scala" ->
          "// " + allow;
      case "xml" -> "<!-- " + allow + " -->";
      default -> "-- " + allow;
    };
  }

  /** Whether a file can hold a comment at all. */
  static boolean possible(String file) {
    return !ending(file).equals("json");
  }

  /** For a comment in the pull request. */
  static String command(Finding finding) {
    return "/concertina allow " + finding.rule() + " because " + reason(finding);
  }

  /** An error about rows is a matter of time. */
  private static String reason(Finding finding) {
    boolean takesTime =
        finding.kind() == Kind.DATA
            && finding.severity() == Severity.ERROR
            && finding.effect().work() != Effect.Work.INSTANT;
    return takesTime ? EVIDENCE : "…";
  }

  private static String ending(String file) {
    return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
