package dev.concertina.migration;

import java.util.HashMap;
import java.util.Map;

/**
 * What the comments at the top of a file say to Atlas. They count only where an empty line parts
 * them from the statements.
 */
final class AtlasHeader {

  private static final String DIRECTIVE = "atlas:";

  private AtlasHeader() {}

  /** Values by the names of directives. */
  static Map<String, String> of(String text) {
    Map<String, String> directives = new HashMap<>();
    for (String line : text.split("\n", -1)) {
      boolean comment = line.startsWith("--") || line.startsWith("#");
      if (!comment) {
        return line.isBlank() ? directives : Map.of();
      }
      directive(line.strip(), directives);
    }
    return directives;
  }

  /** The delimiter that the very first line sets, or null. */
  static Pieces pieces(String text) {
    Map<String, String> first = new HashMap<>();
    directive(text.lines().findFirst().orElse("").strip(), first);
    String written = first.get("delimiter");
    if (written == null || written.isEmpty()) {
      return null;
    }
    return new Pieces(
        written.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t"), false);
  }

  private static void directive(String comment, Map<String, String> directives) {
    int at = comment.indexOf(DIRECTIVE);
    if (at >= 0) {
      String said = comment.substring(at + DIRECTIVE.length());
      int space = said.indexOf(' ');
      String name = space < 0 ? said : said.substring(0, space);
      directives.put(name, space < 0 ? "" : said.substring(space).strip());
    }
  }
}
