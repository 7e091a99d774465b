package dev.concertina.plan;

import java.util.ArrayList;
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
    String text = sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
    return "`" + text.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${") + "`";
  }

  /** Lines within a block. */
  static List<String> indented(List<String> lines) {
    List<String> all = new ArrayList<>();
    for (String line : lines) {
      all.addAll(line.lines().map(part -> part.isEmpty() ? part : "  " + part).toList());
    }
    return all;
  }

  /** A block: what opens it, its lines, what closes it. */
  static List<String> block(String open, List<String> lines, String close) {
    List<String> all = new ArrayList<>(List.of(open));
    all.addAll(indented(lines));
    all.add(close);
    return all;
  }
}
