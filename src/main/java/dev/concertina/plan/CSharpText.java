package dev.concertina.plan;

import java.util.ArrayList;
import java.util.List;

/** Texts of C#. */
final class CSharpText {

  private static final String INDENT = "    ";

  /** What a text that holds quotes or goes over lines stands between. */
  private static final String RAW = "\"\"\"";

  private CSharpText() {}

  /** A text between quotes. */
  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  /** A call, with an argument a line. */
  static List<String> call(String head, List<String> arguments) {
    List<String> lines = new ArrayList<>(List.of(head + "("));
    for (int i = 0; i < arguments.size(); i++) {
      String end = i + 1 < arguments.size() ? "," : ");";
      lines.addAll((arguments.get(i) + end).lines().map(line -> INDENT + line).toList());
    }
    return lines;
  }

  /** SQL as an argument. */
  static String sql(String text) {
    boolean plain = text.chars().noneMatch(c -> "\"\\\n".indexOf(c) >= 0);
    return plain || text.contains(RAW) ? quoted(text) : RAW + "\n" + text + "\n" + RAW;
  }

  static List<String> block(String open, List<String> lines) {
    List<String> all = new ArrayList<>(List.of(open));
    all.addAll(Lines.block(INDENT, "{", lines, "}"));
    return all;
  }
}
