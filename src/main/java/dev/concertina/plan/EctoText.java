package dev.concertina.plan;

import dev.concertina.schema.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes names, texts and calls as a migration of Ecto has them, formatted. */
final class EctoText {

  private static final int WIDTH = 94;

  private EctoText() {}

  /** A name as an atom: {@code :users}, {@code :"odd name"}. */
  static String atom(String name) {
    return isPlain(name) ? ":" + name : ":" + string(name);
  }

  static String atoms(Collection<String> names) {
    return names.stream().map(EctoText::atom).collect(Collectors.joining(", ", "[", "]"));
  }

  private static boolean isPlain(String name) {
    return name.matches("[a-z_][A-Za-z0-9_]*");
  }

  static String string(String text) {
    return '"' + escaped(text).replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("#{", "\\#{");
  }

  /** A text of several lines. */
  static List<String> heredoc(String call, String text) {
    List<String> lines = new ArrayList<>(List.of(call + " \"\"\""));
    escaped(text).replace("\"\"\"", "\\\"\"\"").lines().forEach(lines::add);
    lines.add("\"\"\"");
    return lines;
  }

  static String table(Name table) {
    return table.schema().isEmpty()
        ? "table(" + atom(table.local()) + ")"
        : "table(" + atom(table.local()) + ", " + prefix(table) + ")";
  }

  static String prefix(Name table) {
    return "prefix: " + string(table.schema());
  }

  /**
   * A command that is about an index or a constraint, on several lines where one is too long.
   *
   * @param object {@code index}
   */
  static List<String> command(
      String command, String object, List<String> positional, List<String> options) {
    String head = command + " " + object + "(" + String.join(", ", positional);
    String tail = options.isEmpty() ? ")" : ", " + String.join(", ", options) + ")";
    if (options.isEmpty() || head.length() + tail.length() <= WIDTH) {
      return List.of(head + tail);
    }
    String indent = " ".repeat(command.length() + 1);
    List<String> lines = new ArrayList<>(List.of(head + ","));
    for (int i = 0; i < options.size(); i++) {
      lines.add(indent + "  " + options.get(i) + (i + 1 < options.size() ? "," : ""));
    }
    lines.add(indent + ")");
    return lines;
  }
}
