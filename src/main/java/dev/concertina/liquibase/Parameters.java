package dev.concertina.liquibase;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code ${name}} stands for: the properties that changelogs declare. One that is given from
 * outside stays as it is written.
 *
 * @param values by name; the first declaration of a name holds
 */
public record Parameters(Map<String, String> values) {

  /** None. */
  public static final Parameters NONE = new Parameters(Map.of());

  private static final int ROUNDS = 5;
  private static final int LONGEST = 1 << 23;

  public Parameters {
    values = Map.copyOf(values);
  }

  /** The same and one more, unless it is there. */
  public Parameters with(String name, String value) {
    if (values.containsKey(name)) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Parameters(more);
  }

  /** A text with what is known put in; values may hold parameters themselves. */
  public String expand(String text) {
    String expanded = text;
    for (int i = 0; i < ROUNDS && expanded.contains("${"); i++) {
      String once = once(expanded);
      if (once.equals(expanded) || once.length() > LONGEST) {
        break;
      }
      expanded = once;
    }
    return expanded;
  }

  private String once(String text) {
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
      int end = text.indexOf('}', at);
      String value = end < 0 ? null : values.get(text.substring(at + 2, end).strip());
      result.append(text, from, at).append(value == null ? "${" : value);
      from = value == null ? at + 2 : end + 1;
    }
    return result.append(text, from, text.length()).toString();
  }

  Element expand(Element element) {
    if (values.isEmpty() || !element.mentions("${")) {
      return element;
    }
    Map<String, Value.Text> attributes = new LinkedHashMap<>();
    element.attributes().forEach((name, value) -> attributes.put(name, expand(value)));
    List<Element> children = new ArrayList<>();
    element.children().forEach(child -> children.add(expand(child)));
    Value.Text text = element.text() == null ? null : expand(element.text());
    return new Element(element.name(), attributes, children, text, element.span());
  }

  Value.Text expand(Value.Text value) {
    String expanded = expand(value.text());
    return expanded.equals(value.text()) ? value : new Value.Text(expanded, -1, value.span());
  }
}
