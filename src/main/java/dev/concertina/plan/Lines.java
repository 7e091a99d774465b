package dev.concertina.plan;

import java.util.ArrayList;
import java.util.List;

/** Lines of code, as languages with braces set them. */
final class Lines {

  private Lines() {}

  /** A block: what opens it, its lines, what closes it. */
  static List<String> block(String indent, String open, List<String> lines, String close) {
    List<String> all = new ArrayList<>(List.of(open));
    for (String line : lines) {
      all.addAll(line.lines().map(part -> part.isEmpty() ? part : indent + part).toList());
      all.addAll(line.isEmpty() ? List.of("") : List.of());
    }
    all.add(close);
    return all;
  }

  /** A statement without its semicolon. */
  static String bare(String sql) {
    return sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
  }
}
