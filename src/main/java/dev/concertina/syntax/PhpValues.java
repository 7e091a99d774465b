package dev.concertina.syntax;

import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the expressions of a PHP file say: texts, numbers, arrays and calls. */
public final class PhpValues extends Values {

  public PhpValues(SourceFile file) {
    super(file);
  }

  /** Notes what the constants and properties of the file's classes begin with. */
  public void noteMembers() {
    note(file.root());
  }

  private void note(Node node) {
    switch (node.type()) {
      case "property_element" -> {
        if (node.child("default_value") != null) {
          String name = file.text(node.child("name")).substring(1);
          set("$this->" + name, value(node.child("default_value")));
        }
      }
      case "const_element" -> {
        List<Node> parts = node.parts();
        if (parts.size() == 2) {
          set(file.text(parts.get(0)), value(parts.get(1)));
        }
      }
      default -> node.children().forEach(this::note);
    }
  }

  /** Whether a property of the class begins with false. */
  public boolean isFalse(String property) {
    Value value = variable("$this->" + property);
    return value != null && value.isFalse();
  }

  @Override
  public Value value(Node node) {
    Span span = file.span(node);
    return switch (node.type()) {
      case "string", "encapsed_string" -> text(node, node.start() + 1, span);
      case "nowdoc", "heredoc" -> document(node, span);
      case "integer", "float" -> new Value.Number(file.text(node), span);
      case "boolean" -> new Value.Flag(file.text(node).equalsIgnoreCase("true"), span);
      case "null" -> new Value.Nothing(span);
      case "array_creation_expression" -> array(node, span);
      case "parenthesized_expression", "argument" ->
          node.parts().isEmpty() ? unknown(node) : value(node.parts().get(node.parts().size() - 1));
      case "unary_op_expression" -> negative(node, span);
      case "binary_expression" ->
          joined(node, value(node.child("left")), value(node.child("right")));
      case "variable_name", "member_access_expression" ->
          named(file.text(node), file.text(node), span);
      case "class_constant_access_expression" -> constant(node, span);
      case "scoped_call_expression", "member_call_expression", "function_call_expression" ->
          call(node, span);
      default -> unknown(node);
    };
  }

  private Value text(Node node, int start, Span span) {
    StringBuilder text = new StringBuilder();
    boolean plain = true;
    for (Node part : node.parts()) {
      switch (part.type()) {
        case "string_content" -> text.append(file.text(part));
        case "escape_sequence" -> {
          text.append(unescaped(file.text(part)));
          plain = false;
        }
        case "variable_name", "member_access_expression" -> {
          Value value = value(part);
          if (value.text() == null || !Constants.mayJoin(text.length(), value.text().length())) {
            return unknown(node);
          }
          text.append(value.text());
          plain = false;
        }
        default -> {
          return unknown(node);
        }
      }
    }
    return new Value.Text(text.toString(), plain ? start : -1, span);
  }

  private static String unescaped(String sequence) {
    return switch (sequence) {
      case "\\n" -> "\n";
      case "\\t" -> "\t";
      case "\\r" -> "\r";
      default -> sequence.substring(1);
    };
  }

  private Value document(Node node, Span span) {
    Node body = node.child("value");
    List<Node> parts = body == null ? List.of() : body.parts();
    if (parts.isEmpty()) {
      return unknown(node);
    }
    for (Node part : parts) {
      if (!part.is("string_content") && !part.is("nowdoc_string")) {
        return unknown(node);
      }
    }
    int start = parts.get(0).start();
    int end = parts.get(parts.size() - 1).end();
    // How far it is indented means nothing to SQL.
    return new Value.Text(file.text().substring(start, end), start, span);
  }

  private Value array(Node node, Span span) {
    List<Map.Entry<Value, Value>> entries = new ArrayList<>();
    List<Value> items = new ArrayList<>();
    for (Node element : node.parts()) {
      List<Node> parts = element.parts();
      if (parts.size() == 2) {
        entries.add(Map.entry(value(parts.get(0)), value(parts.get(1))));
      } else if (parts.size() == 1) {
        items.add(value(parts.get(0)));
      }
    }
    return entries.isEmpty() ? new Value.Many(items, span) : new Value.Mapping(entries, span);
  }

  private Value negative(Node node, Span span) {
    boolean number = node.parts().size() == 1 && value(node.parts().get(0)) instanceof Value.Number;
    return number ? new Value.Number(file.text(node), span) : unknown(node);
  }

  private Value named(String name, String written, Span span) {
    Value known = variable(name);
    return known == null ? new Value.Name(written, span) : known;
  }

  private Value constant(Node node, Span span) {
    List<Node> parts = node.parts();
    String name = parts.isEmpty() ? "" : file.text(parts.get(parts.size() - 1));
    boolean own = !parts.isEmpty() && parts.get(0).is("relative_scope");
    return own ? named(name, file.text(node), span) : new Value.Name(file.text(node), span);
  }

  private Value call(Node node, Span span) {
    Node scope = node.child("scope");
    Node object = node.child("object");
    Node name = node.child(node.is("function_call_expression") ? "function" : "name");
    String own = name == null ? "" : file.text(name);
    List<Value> positional = new ArrayList<>();
    Map<String, Value> named = new LinkedHashMap<>();
    for (Node argument : arguments(node)) {
      Node keyword = argument.child("name");
      if (keyword != null) {
        named.put(file.text(keyword), value(argument));
      } else {
        positional.add(value(argument));
      }
    }
    return new Value.Call(
        scope == null ? own : file.text(scope) + "::" + own,
        object == null ? null : value(object),
        positional,
        named,
        true,
        span);
  }

  /** The arguments of a call, as nodes. */
  public static List<Node> arguments(Node call) {
    Node arguments = call.child("arguments");
    return arguments == null
        ? List.of()
        : arguments.parts().stream().filter(part -> part.is("argument")).toList();
  }
}
