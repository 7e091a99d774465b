package dev.concertina.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the expressions of a Java file say: literals, texts put together of them, constants. */
public final class JavaValues extends Values {
  private final Map<String, Node> constants = new HashMap<>();
  private final Constants read = new Constants();

  public JavaValues(SourceFile file) {
    super(file);
  }

  /** Notes what the variables of a declaration begin with. */
  public void noteVariables(Node declaration) {
    for (Node declarator : declaration.children()) {
      if (declarator.is("variable_declarator") && declarator.child("value") != null) {
        constants.put(file.text(declarator.child("name")), declarator.child("value"));
      }
    }
  }

  /** A variable that gets another value is no constant. */
  @Override
  public void set(String name, Value value) {
    constants.remove(name);
    super.set(name, value);
  }

  @Override
  public Value value(Node node) {
    var span = file.span(node);
    return switch (node.type()) {
      case "annotation", "marker_annotation" -> annotation(node);
      case "string_literal" -> JavaString.value(file.text(node), node.start(), span);
      case "decimal_integer_literal" -> new Value.Number(file.text(node), span);
      case "true" -> new Value.Flag(true, span);
      case "false" -> new Value.Flag(false, span);
      case "null_literal" -> new Value.Nothing(span);
      case "element_value_array_initializer", "array_initializer" ->
          new Value.Many(node.parts().stream().map(this::value).toList(), span);
      case "binary_expression" ->
          joined(node, value(node.child("left")), value(node.child("right")));
      case "parenthesized_expression" ->
          node.parts().isEmpty() ? new Value.Unknown("", span) : value(node.parts().get(0));
      case "identifier", "field_access", "class_literal" -> name(node);
      default -> new Value.Unknown(file.text(node), span);
    };
  }

  private Value name(Node node) {
    String written = file.text(node);
    Value known = variable(written);
    if (known != null) {
      return known;
    }
    Node constant = read.mayRead() ? constants.remove(written) : null;
    if (constant == null) {
      return new Value.Name(written, file.span(node));
    }
    // Taken out meanwhile, so that constants of one another come to an end.
    Value value = value(constant);
    constants.put(written, constant);
    return value;
  }

  private Value.Call annotation(Node node) {
    Map<String, Value> named = new LinkedHashMap<>();
    List<Value> positional = new ArrayList<>();
    Node arguments = node.child("arguments");
    for (Node argument : arguments == null ? List.<Node>of() : arguments.parts()) {
      if (argument.is("element_value_pair")) {
        named.put(file.text(argument.child("key")), value(argument.child("value")));
      } else {
        positional.add(value(argument));
      }
    }
    String name = file.text(node.child("name"));
    return new Value.Call(name, null, positional, named, true, file.span(node));
  }
}
