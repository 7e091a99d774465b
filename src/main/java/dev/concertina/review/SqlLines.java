package dev.concertina.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** SQL on lines that fit, still good to copy: it breaks only where SQL allows a line end. */
final class SqlLines {
  private static final String CONTINUED = "  ";
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(WHERE|AND|OR|SET|CHECK|NOT VALID|FOREIGN"
              + " KEY|REFERENCES|USING|VALUES|SELECT|ADD|DROP)\\b");

  private static final int LONGEST = 10_000;

  private SqlLines() {}

  static List<String> of(String sql, int room) {
    List<String> lines = new ArrayList<>();
    boolean fixed = isFixed(sql);
    for (String line : sql.split("\n")) {
      if (fixed) {
        lines.add(line);
      } else {
        addWrapped(lines, line, room);
      }
    }
    return lines;
  }

  /** Whether a line end more may change what it does: behind --, in a quote over several lines. */
  private static boolean isFixed(String sql) {
    return sql.length() > LONGEST
        || sql.contains("--")
        || sql.indexOf('$') >= 0
        || sql.indexOf('\n') >= 0 && sql.indexOf('\'') >= 0;
  }

  private static void addWrapped(List<String> lines, String line, int room) {
    String rest = line;
    String indent = "";
    while (Cells.of(indent + rest) > room) {
      int cut = lastBreak(rest, room - indent.length());
      if (cut <= 0) {
        break;
      }
      lines.add(indent + rest.substring(0, cut).stripTrailing());
      rest = rest.substring(cut).strip();
      indent = CONTINUED;
    }
    lines.add(indent + rest);
  }

  /**
   * The last space outside quotes before {@code room}, where a clause begins if that is not far
   * away; or the first one after {@code room}; 0 for none.
   */
  private static int lastBreak(String line, int room) {
    int last = 0;
    int lastClause = 0;
    char quote = 0;
    for (int i = 0; i < line.length() && (i <= room || last == 0); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"' || c == '`') {
        quote = c;
      } else if (c == ' ' && !line.substring(0, i).isBlank()) {
        last = i;
        lastClause = CLAUSE.matcher(line).region(i + 1, line.length()).lookingAt() ? i : lastClause;
      }
    }
    return lastClause > room / 2 ? lastClause : last;
  }
}
