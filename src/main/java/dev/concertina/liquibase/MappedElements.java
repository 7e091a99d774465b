package dev.concertina.liquibase;

import dev.concertina.schema.Span;
import dev.concertina.syntax.UnreadableSourceException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the elements that XML would have of the mappings and lists of YAML and JSON: a value is an
 * attribute, a mapping is a child, and so is each entry of a list.
 */
final class MappedElements {

  /** Keys that only gather what stands in the element itself in XML. */
  private static final Set<String> GATHERING = Set.of("changes", "columns");

  private int elements;

  /** The outermost element: the only key of the document that is one. */
  Element of(Value document) {
    if (document instanceof Value.Mapping mapping) {
      for (Map.Entry<Value, Value> entry : mapping.entries()) {
        if ("databaseChangeLog".equals(entry.getKey().text())) {
          return element(entry.getKey(), entry.getValue());
        }
      }
    }
    throw new UnreadableSourceException("it has no databaseChangeLog");
  }

  private Element element(Value key, Value value) {
    if (++elements > Document.MOST_ELEMENTS) {
      throw new UnreadableSourceException("it has too many elements");
    }
    Map<String, Value.Text> attributes = new LinkedHashMap<>();
    List<Element> children = new ArrayList<>();
    Value.Text text = value instanceof Value.Text own ? own : null;
    gather(value, attributes, children);
    Span span = key.span();
    return new Element(
        key.text() == null ? "" : key.text(),
        attributes,
        children,
        text,
        value.span().end() > span.end() ? span.to(value.span()) : span);
  }

  private void gather(Value value, Map<String, Value.Text> attributes, List<Element> children) {
    switch (value) {
      case Value.Mapping mapping -> {
        for (Map.Entry<Value, Value> entry : mapping.entries()) {
          String name = entry.getKey().text();
          Value inner = entry.getValue();
          if (inner instanceof Value.Text plain && name != null) {
            attributes.put(name, plain);
          } else if (name != null && GATHERING.contains(name)) {
            gather(inner, attributes, children);
          } else if (name != null && !inner.isNull()) {
            children.add(element(entry.getKey(), inner));
          }
        }
      }
      case Value.Many many -> many.items().forEach(item -> item(item, children));
      default -> {}
    }
  }

  /** An entry of a list is a mapping from its kind to what it says, or its kind alone. */
  private void item(Value item, List<Element> children) {
    if (item instanceof Value.Mapping mapping) {
      mapping.entries().forEach(one -> children.add(element(one.getKey(), one.getValue())));
    } else if (item instanceof Value.Text kind) {
      children.add(element(kind, new Value.Nothing(kind.span())));
    }
  }
}
