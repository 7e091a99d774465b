package dev.concertina.plan;

import java.util.ArrayList;
import java.util.List;

/** Texts of PHP. */
final class PhpText {

  private static final String INDENT = "    ";

  /** What a text that goes over lines stands between. */
  private static final String MARK = "SQL";

  private PhpText() {}

  /** A text between single quotes. */
  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** A call with one text, which goes over several lines where that reads better. */
  static List<String> call(String head, String sql) {
    boolean plain = sql.lines().count() < 2;
    if (plain && sql.indexOf('\'') < 0) {
      return List.of(head + "(" + quoted(sql) + ");");
    } else if (plain && sql.chars().noneMatch(c -> "\"$\\{".indexOf(c) >= 0)) {
      return List.of(head + "(\"" + sql + "\");");
    } else if (sql.lines().anyMatch(line -> line.strip().startsWith(MARK))) {
      return List.of(head + "(" + quoted(sql) + ");");
    }
    List<String> lines = new ArrayList<>(sql.lines().toList());
    lines.add(MARK + ");");
    List<String> all = block(head + "(<<<'" + MARK + "'", lines, "");
    return all.subList(0, all.size() - 1);
  }

  static List<String> block(String open, List<String> lines, String close) {
    return Lines.block(INDENT, open, lines, close);
  }
}
