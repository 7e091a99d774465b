package dev.concertina.plan;

import java.util.List;

/** Texts of JavaScript and TypeScript. */
final class ScriptText {

  private ScriptText() {}

  /** A text between quotes. */
  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
  }

  /** SQL as a template, which may go over several lines. */
  static String template(String sql) {
    return "`"
        + Lines.bare(sql).replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")
        + "`";
  }

  /** A block: what opens it, its lines, what closes it. */
  static List<String> block(String open, List<String> lines, String close) {
    return Lines.block("  ", open, lines, close);
  }
}
