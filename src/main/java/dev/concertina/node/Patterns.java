package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/** Gives variables their values: names, objects and lists taken apart, parameters. */
final class Patterns {

  private final Flow flow;
  private final Expressions expressions;

  Patterns(Flow flow, Expressions expressions) {
    this.flow = flow;
    this.expressions = expressions;
  }

  void parameters(Node function, List<Value> given, Scope scope, Span place) {
    Node single = function.child("parameter");
    if (single != null) {
      bind(single, at(given, 0, place), scope);
      return;
    }
    Node parameters = function.child("parameters");
    int index = 0;
    for (Node parameter : parameters == null ? List.<Node>of() : parameters.parts()) {
      Node pattern = parameter.child("pattern");
      Node target = pattern == null ? parameter : pattern;
      if (target.is("this")) {
        continue;
      }
      Value value = at(given, index, place);
      if (target.is("rest_pattern")) {
        List<Value> rest = index < given.size() ? given.subList(index, given.size()) : List.of();
        value = new Value.Many(rest, place);
      }
      bind(target, orElse(value, parameter.child("value"), scope), scope);
      index++;
    }
  }

  private static Value at(List<Value> given, int index, Span place) {
    return index < given.size() ? given.get(index) : new Value.Nothing(place);
  }

  private Value orElse(Value value, Node otherwise, Scope scope) {
    return value instanceof Value.Nothing && otherwise != null
        ? expressions.value(otherwise, scope)
        : value;
  }

  void bind(Node pattern, Value value, Scope scope) {
    if (pattern == null) {
      return;
    }
    switch (pattern.type()) {
      case "identifier", "shorthand_property_identifier_pattern" ->
          scope.declare(flow.text(pattern), value);
      case "object_pattern" -> pattern.parts().forEach(part -> entry(part, value, scope));
      case "array_pattern" -> {
        int index = 0;
        for (Node part : pattern.parts()) {
          bind(part, item(value, index++), scope);
        }
      }
      case "assignment_pattern" ->
          bind(pattern.child("left"), orElse(value, pattern.child("right"), scope), scope);
      case "rest_pattern" -> {
        if (!pattern.parts().isEmpty()) {
          bind(pattern.parts().get(0), value, scope);
        }
      }
      default -> {}
    }
  }

  private void entry(Node part, Value value, Scope scope) {
    switch (part.type()) {
      case "shorthand_property_identifier_pattern" ->
          bind(part, expressions.property(value, flow.text(part), flow.span(part)), scope);
      case "pair_pattern" -> {
        String key = flow.text(part.child("key"));
        bind(part.child("value"), expressions.property(value, key, flow.span(part)), scope);
      }
      case "object_assignment_pattern" -> {
        Node left = part.child("left");
        Value is = expressions.property(value, flow.text(left), flow.span(part));
        bind(left, orElse(is, part.child("right"), scope), scope);
      }
      default -> bind(part, value, scope);
    }
  }

  private static Value item(Value value, int index) {
    List<Value> items = new ArrayList<>(value.items());
    if (value instanceof Value.Many) {
      return index < items.size() ? items.get(index) : new Value.Nothing(value.span());
    }
    return new Value.Unknown("", value.span());
  }
}
