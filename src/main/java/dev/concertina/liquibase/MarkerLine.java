package dev.concertina.liquibase;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A comment in a changelog in SQL that means something to Liquibase.
 *
 * @param kind its first word in lower case: {@code changeset}, {@code property}
 * @param id of a change set, with the author before it
 * @param text the line
 */
record MarkerLine(String kind, String id, Map<String, String> attributes, String text) {

  private static final List<String> KINDS =
      List.of("changeset", "property", "ignorelines", "validchecksum", "liquibase");

  /** What a line says, or null where it says nothing to Liquibase. */
  static MarkerLine of(String line) {
    String bare = line.strip();
    if (!bare.startsWith("--")) {
      return null;
    }
    String words = bare.substring(2).strip();
    String lower = words.toLowerCase(Locale.ROOT);
    for (String kind : KINDS) {
      boolean here = lower.startsWith(kind) && lower.length() > kind.length();
      if (here && " \t:".indexOf(lower.charAt(kind.length())) >= 0) {
        return of(kind, words.substring(kind.length()).strip(), line.stripTrailing());
      }
    }
    return null;
  }

  private static MarkerLine of(String kind, String rest, String line) {
    String attributes = rest;
    String id = null;
    if (kind.equals("changeset")) {
      int colon = colon(rest);
      if (colon < 0) {
        return null;
      }
      String behind = rest.substring(colon + 1).strip();
      int end = wordEnd(behind, 0);
      id = bare(rest.substring(0, colon)) + ":" + bare(behind.substring(0, end));
      attributes = behind.substring(end);
    }
    return new MarkerLine(kind, id, attributes(attributes), line);
  }

  /** The colon behind an author, who may stand in quotes. */
  private static int colon(String rest) {
    boolean quoted = rest.startsWith("\"");
    return rest.indexOf(':', quoted ? Math.max(0, rest.indexOf('"', 1)) : 0);
  }

  private static String bare(String word) {
    String stripped = word.strip();
    boolean quoted = stripped.length() > 1 && "\"'".indexOf(stripped.charAt(0)) >= 0;
    return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
  }

  private static int wordEnd(String text, int from) {
    char first = from < text.length() ? text.charAt(from) : ' ';
    if (first == '"' || first == '\'') {
      int end = text.indexOf(first, from + 1);
      return end < 0 ? text.length() : end + 1;
    }
    int end = from;
    while (end < text.length() && text.charAt(end) > ' ') {
      end++;
    }
    return end;
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      int colon = text.indexOf(':', at);
      if (colon < 0) {
        break;
      }
      String name = text.substring(at, colon).strip();
      int value = colon + 1;
      while (value < text.length() && text.charAt(value) == ' ') {
        value++;
      }
      at = wordEnd(text, value);
      int blank = Math.max(name.lastIndexOf(' '), name.lastIndexOf('\t'));
      attributes.put(name.substring(blank + 1), bare(text.substring(value, at)));
      at = Math.max(at, colon + 1);
    }
    return attributes;
  }

  boolean is(String wanted) {
    return kind.equals(wanted);
  }

  String get(String attribute) {
    return attributes.get(attribute);
  }

  /** Whether lines are ignored from here to where another one says so. */
  boolean starts() {
    return text.toLowerCase(Locale.ROOT).endsWith("start");
  }

  /** How many lines are ignored. */
  int count() {
    String digits = text.substring(text.lastIndexOf(':') + 1).strip();
    boolean number =
        !digits.isEmpty() && digits.length() < 7 && digits.chars().allMatch(Character::isDigit);
    return number ? Integer.parseInt(digits) : 0;
  }

  /** The same as an element, for what asks elements. */
  Element element() {
    Map<String, Value.Text> values = new LinkedHashMap<>();
    attributes.forEach(
        (name, value) ->
            values.put(
                name.equals("contexts") ? "context" : name, new Value.Text(value, -1, Span.FILE)));
    return new Element(kind, values, List.of(), null, Span.FILE);
  }
}
