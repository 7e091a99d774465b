package dev.concertina.syntax;

import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the expressions of one Ruby file as values: texts, symbols, lists, hashes and calls. */
final class RubyValues {
  private final SourceFile file;
  private final Map<String, Value> constants = new HashMap<>();

  RubyValues(SourceFile file) {
    this.file = file;
  }

  /** Notes what a constant of the file stands for. */
  void constant(String name, Node value) {
    constants.put(name, value(value));
  }

  Value value(Node node) {
    Span span = file.span(node);
    return switch (node.type()) {
      case "string", "bare_string", "bare_symbol", "delimited_symbol" -> string(node, span);
      case "simple_symbol" -> new Value.Text(file.text(node).substring(1), node.start() + 1, span);
      case "integer", "float" -> new Value.Number(file.text(node), span);
      case "true" -> new Value.Flag(true, span);
      case "false" -> new Value.Flag(false, span);
      case "nil" -> new Value.Nothing(span);
      case "array", "string_array", "symbol_array", "right_assignment_list" ->
          new Value.Many(node.parts().stream().map(this::value).toList(), span);
      case "hash" -> hash(node.parts(), span);
      case "constant", "scope_resolution" ->
          constants.getOrDefault(file.text(node), new Value.Name(file.text(node), span));
      case "call" -> call(node, span);
      case "binary" -> binary(node, span);
      case "parenthesized_statements" ->
          node.parts().size() == 1 ? value(node.parts().get(0)) : unknown(node, span);
      default -> unknown(node, span);
    };
  }

  /** Two lists one after the other; of what is no list, nothing is known. */
  static Value sum(Value left, Value right) {
    Span span = left.span().to(right.span());
    boolean none = left.items().isEmpty() && right.items().isEmpty();
    if (none || !Constants.mayJoin(left.items().size(), right.items().size())) {
      return new Value.Unknown("", span);
    }
    List<Value> all = new ArrayList<>(left.items());
    all.addAll(right.items());
    return new Value.Many(all, span);
  }

  private Value unknown(Node node, Span span) {
    return new Value.Unknown(file.text(node), span);
  }

  private Value string(Node node, Span span) {
    StringBuilder text = new StringBuilder();
    for (Node part : node.parts()) {
      if (!part.is("string_content")) {
        return unknown(node, span);
      }
      text.append(file.text(part));
    }
    return new Value.Text(text.toString(), -1, span);
  }

  private Value hash(List<Node> pairs, Span span) {
    List<Map.Entry<Value, Value>> entries = new ArrayList<>();
    for (Node pair : pairs) {
      if (pair.is("pair") && pair.child("value") != null) {
        entries.add(Map.entry(key(pair.child("key")), value(pair.child("value"))));
      }
    }
    return new Value.Mapping(entries, span);
  }

  private Value key(Node key) {
    return key.is("hash_key_symbol")
        ? new Value.Text(file.text(key), key.start(), file.span(key))
        : value(key);
  }

  private Value call(Node node, Span span) {
    Node receiver = node.child("receiver");
    Node method = node.child("method");
    if (method == null) {
      return unknown(node, span);
    }
    String name = file.text(method);
    if (receiver != null && name.equals("freeze")) {
      return value(receiver);
    }
    List<Value> positional = new ArrayList<>();
    Map<String, Value> named = new LinkedHashMap<>();
    Node arguments = node.child("arguments");
    for (Node argument : arguments == null ? List.<Node>of() : arguments.parts()) {
      if (argument.is("pair") && argument.child("value") != null) {
        Value key = key(argument.child("key"));
        named.put(key.text() == null ? "" : key.text(), value(argument.child("value")));
      } else {
        positional.add(value(argument));
      }
    }
    Value on = receiver == null ? null : value(receiver);
    return new Value.Call(name, on, positional, named, true, span);
  }

  private Value binary(Node node, Span span) {
    String operator = file.text(node.child("operator"));
    return operator.equals("+") || operator.equals("|")
        ? sum(value(node.child("left")), value(node.child("right")))
        : unknown(node, span);
  }
}
