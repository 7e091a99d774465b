package dev.concertina.syntax;

import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the expressions of one TypeScript or JavaScript file as values. A function is what it
 * returns: {@code () => Album} is {@code Album}.
 */
final class TypeScriptValues {
  private final SourceFile file;
  private final Map<String, Node> constants = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Constants read = new Constants();

  TypeScriptValues(SourceFile file) {
    this.file = file;
    file.root().children().forEach(this::note);
  }

  private void note(Node node) {
    switch (node.type()) {
      case "export_statement", "lexical_declaration", "variable_declaration" ->
          node.children().forEach(this::note);
      case "variable_declarator" -> {
        Node value = node.child("value");
        if (value != null) {
          constants.put(file.text(node.child("name")), value);
        }
      }
      default -> {}
    }
  }

  /** What a constant at the top of the file is, or null. */
  Value constant(String name) {
    Node node = constants.get(name);
    return node == null ? null : value(node);
  }

  Value value(Node node) {
    Span span = file.span(node);
    return switch (node.type()) {
      case "string" -> string(node, span);
      case "template_string" -> template(node, span);
      case "number" -> new Value.Number(file.text(node), span);
      case "true" -> new Value.Flag(true, span);
      case "false" -> new Value.Flag(false, span);
      case "null", "undefined" -> new Value.Nothing(span);
      case "array" -> new Value.Many(node.parts().stream().map(this::value).toList(), span);
      case "object" -> object(node, span);
      case "identifier", "shorthand_property_identifier" -> name(node, span);
      case "member_expression" -> new Value.Name(file.text(node), span);
      case "call_expression", "new_expression" -> call(node, span);
      case "parenthesized_expression",
          "as_expression",
          "satisfies_expression",
          "non_null_expression" ->
          node.parts().isEmpty() ? unknown(node, span) : value(node.parts().get(0));
      case "arrow_function", "function_expression", "method_definition" -> result(node, span);
      default -> unknown(node, span);
    };
  }

  private Value unknown(Node node, Span span) {
    return new Value.Unknown(file.text(node), span);
  }

  private Value string(Node node, Span span) {
    StringBuilder text = new StringBuilder();
    for (Node part : node.parts()) {
      if (!part.is("string_fragment")) {
        return unknown(node, span);
      }
      text.append(file.text(part));
    }
    return new Value.Text(text.toString(), node.start() + 1, span);
  }

  private Value template(Node node, Span span) {
    String written = file.text(node);
    boolean plain = written.indexOf('$') < 0 && written.indexOf('\\') < 0;
    return plain
        ? new Value.Text(written.substring(1, written.length() - 1), node.start() + 1, span)
        : unknown(node, span);
  }

  /** A spread of what stands in the file is its entries; any other is an entry of two names. */
  private Value object(Node node, Span span) {
    List<Map.Entry<Value, Value>> entries = new ArrayList<>();
    for (Node part : node.parts()) {
      switch (part.type()) {
        case "pair" -> entries.add(Map.entry(key(part.child("key")), value(part.child("value"))));
        case "shorthand_property_identifier" -> entries.add(Map.entry(key(part), value(part)));
        case "method_definition" -> entries.add(Map.entry(key(part.child("name")), value(part)));
        case "spread_element" -> {
          Value spread = part.parts().isEmpty() ? unknown(part, span) : value(part.parts().get(0));
          if (spread instanceof Value.Mapping known
              && Constants.mayJoin(entries.size(), known.entries().size())) {
            entries.addAll(known.entries());
          } else {
            entries.add(Map.entry(spread, spread));
          }
        }
        default -> {}
      }
    }
    return new Value.Mapping(entries, span);
  }

  private Value key(Node key) {
    boolean plain = key.is("property_identifier") || key.is("shorthand_property_identifier");
    return plain
        ? new Value.Text(file.text(key), key.start(), file.span(key))
        : value(
            key.is("computed_property_name") && !key.parts().isEmpty() ? key.parts().get(0) : key);
  }

  private Value name(Node node, Span span) {
    String written = file.text(node);
    Node constant = constants.get(written);
    if (constant == null || !read.mayRead() || !open.add(written)) {
      return new Value.Name(written, span);
    }
    Value value = value(constant);
    open.remove(written);
    boolean plain = value instanceof Value.Mapping || value.text() != null;
    return plain ? value : new Value.Name(written, span);
  }

  private Value call(Node node, Span span) {
    Node function = node.child(node.is("call_expression") ? "function" : "constructor");
    Node arguments = node.child("arguments");
    if (function == null) {
      return unknown(node, span);
    }
    boolean member = function.is("member_expression");
    Node object = member ? function.child("object") : null;
    boolean method = member && !object.is("identifier") && !object.is("member_expression");
    String name = file.text(method ? function.child("property") : function);
    List<Value> values = new ArrayList<>();
    if (arguments != null) {
      arguments.parts().forEach(argument -> values.add(value(argument)));
    }
    return new Value.Call(name, method ? value(object) : null, values, Map.of(), true, span);
  }

  private Value result(Node node, Span span) {
    Node body = node.child("body");
    if (body == null) {
      return unknown(node, span);
    }
    if (!body.is("statement_block")) {
      return value(body);
    }
    for (Node statement : body.children()) {
      if (statement.is("return_statement") && !statement.parts().isEmpty()) {
        return value(statement.parts().get(0));
      }
    }
    return unknown(node, span);
  }
}
