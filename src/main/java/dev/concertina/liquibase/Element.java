package dev.concertina.liquibase;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A part of a changelog, in whichever format it is written: a change set, a change, a column.
 *
 * @param attributes by name, each with its exact place
 * @param children in order
 * @param text what stands between its tags, or null
 * @param span from its first character to its last
 */
record Element(
    String name,
    Map<String, Value.Text> attributes,
    List<Element> children,
    Value.Text text,
    Span span) {

  Element {
    children = List.copyOf(children);
  }

  /** An attribute, or the text of the child of that name; null where there is neither. */
  Value.Text find(String wanted) {
    Value.Text attribute = attributes.get(wanted);
    if (attribute != null) {
      return attribute;
    }
    Element child = child(wanted);
    return child == null ? null : child.text;
  }

  /** The same as a text. */
  String get(String wanted) {
    Value.Text found = find(wanted);
    return found == null ? null : found.text();
  }

  /** The same where an empty text says nothing. */
  String filled(String wanted) {
    String found = get(wanted);
    return found == null || found.isBlank() ? null : found;
  }

  /** Whether it says so; {@code otherwise} where it says nothing. */
  boolean flag(String wanted, boolean otherwise) {
    String found = filled(wanted);
    return found == null ? otherwise : found.strip().equalsIgnoreCase("true");
  }

  boolean flag(String wanted) {
    return flag(wanted, false);
  }

  /** The first child of that name, or null. */
  Element child(String wanted) {
    return all(wanted).findFirst().orElse(null);
  }

  Stream<Element> all(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted));
  }

  List<Element> columns() {
    return all("column").toList();
  }

  /** Whether it or anything in it has an attribute or a text that fits. */
  boolean mentions(String words) {
    return text != null && text.text().contains(words)
        || attributes.values().stream().anyMatch(value -> value.text().contains(words))
        || children.stream().anyMatch(child -> child.mentions(words));
  }
}
