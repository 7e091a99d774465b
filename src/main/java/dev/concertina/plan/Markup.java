package dev.concertina.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A part of a changelog that is to be written, in XML or in YAML.
 *
 * @param attributes in order
 * @param gathered what YAML calls the list of its children, or null where it has none
 * @param children in order
 * @param text what it says, or null
 */
record Markup(
    String name,
    Map<String, String> attributes,
    String gathered,
    List<Markup> children,
    String text) {

  private static final String STEP = "  ";

  /** An element with attributes: names and values in turn; one without a value is left out. */
  static Markup of(String name, String... namesAndValues) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        attributes.put(namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return new Markup(name, attributes, null, List.of(), null);
  }

  Markup with(String list, List<Markup> inside) {
    return new Markup(name, attributes, list, List.copyOf(inside), text);
  }

  Markup saying(String words) {
    return new Markup(name, attributes, gathered, children, words);
  }

  List<String> xml() {
    StringBuilder tag = new StringBuilder("<" + name);
    attributes.forEach(
        (key, value) ->
            tag.append(" ").append(key).append("=\"").append(escaped(value)).append('"'));
    List<String> lines = new ArrayList<>();
    if (text != null) {
      lines.add(tag + ">" + content(text) + "</" + name + ">");
    } else if (children.isEmpty()) {
      lines.add(tag + "/>");
    } else {
      lines.add(tag + ">");
      children.forEach(child -> child.xml().forEach(line -> lines.add(STEP + line)));
      lines.add("</" + name + ">");
    }
    return lines;
  }

  private static String content(String words) {
    boolean markup = words.indexOf('<') >= 0 || words.indexOf('&') >= 0;
    return markup && !words.contains("]]>")
        ? "<![CDATA[" + words + "]]>"
        : words.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /** As an entry of a list. */
  List<String> yaml() {
    List<String> lines = new ArrayList<>();
    List<String> inside = inside();
    lines.add("- " + name + (inside.isEmpty() ? ": {}" : ":"));
    inside.forEach(line -> lines.add(STEP + STEP + line));
    return lines;
  }

  private List<String> inside() {
    List<String> lines = new ArrayList<>();
    attributes.forEach((key, value) -> lines.add(key + ": " + scalar(value)));
    if (text != null) {
      lines.add(name + ": " + scalar(text));
    }
    if (gathered != null) {
      lines.add(gathered + ":");
      children.forEach(child -> child.yaml().forEach(line -> lines.add(STEP + line)));
    } else {
      for (Markup child : children) {
        lines.add(child.name + ":");
        child.inside().forEach(line -> lines.add(STEP + line));
      }
    }
    return lines;
  }

  /** Bare where YAML reads it as the same text. */
  private static String scalar(String value) {
    boolean word = !value.isEmpty() && Character.isLetter(value.charAt(0));
    boolean plain = word && value.chars().allMatch(c -> c < 128 && (c == ' ' || isPlain(c)));
    boolean meant = value.equals("true") || value.equals("false");
    boolean other =
        List.of("null", "yes", "no", "on", "off", "y", "n")
            .contains(value.toLowerCase(Locale.ROOT));
    return meant || plain && !other && !value.endsWith(" ")
        ? value
        : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private static boolean isPlain(int c) {
    return Character.isLetterOrDigit(c) || "_-.()/;=<>+*".indexOf(c) >= 0;
  }
}
