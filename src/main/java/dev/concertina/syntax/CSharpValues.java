package dev.concertina.syntax;

import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the expressions of a C# file say: texts, numbers, arrays, anonymous objects and calls. */
public final class CSharpValues extends Values {

  /**
   * A function that is handed over.
   *
   * @param body what it does or gives
   */
  public record Lambda(Node body, Span span) implements Value.Own {}

  public CSharpValues(SourceFile file) {
    super(file);
    set("string.Empty", new Value.Text("", -1, Span.FILE));
  }

  @Override
  public Value value(Node node) {
    Span span = file.span(node);
    String written = file.text(node);
    return switch (node.type()) {
      case "string_literal" -> CSharpString.plain(written, node.start(), span);
      case "verbatim_string_literal" -> CSharpString.verbatim(written, node.start(), span);
      case "raw_string_literal" -> CSharpString.raw(written, node.start(), span);
      case "integer_literal", "real_literal" -> number(written, span);
      case "boolean_literal" -> new Value.Flag(written.equals("true"), span);
      case "null_literal" -> new Value.Nothing(span);
      case "parenthesized_expression", "argument", "cast_expression" -> last(node, span);
      case "prefix_unary_expression" -> negative(node, span);
      case "binary_expression" -> binary(node, span);
      case "identifier", "member_access_expression" -> {
        Value known = variable(written);
        yield known == null ? new Value.Name(written, span) : known;
      }
      case "implicit_array_creation_expression", "array_creation_expression" -> array(node, span);
      case "initializer_expression", "element_binding_expression", "collection_expression" ->
          new Value.Many(node.parts().stream().map(this::value).toList(), span);
      case "anonymous_object_creation_expression" -> object(node, span);
      case "lambda_expression" -> lambda(node, span);
      case "object_creation_expression" -> created(node, span);
      case "invocation_expression" -> call(node, span);
      default -> new Value.Unknown(written, span);
    };
  }

  private Value last(Node node, Span span) {
    List<Node> parts = node.parts();
    return parts.isEmpty() ? unknown(node) : value(parts.get(parts.size() - 1));
  }

  /** {@code 1_000L}, {@code 2.5m}. */
  private static Value number(String written, Span span) {
    boolean decimal = !written.startsWith("0x") && !written.startsWith("0b");
    String digits = written.replace("_", "");
    int end = digits.length();
    while (decimal && end > 0 && "uUlLmMfFdD".indexOf(digits.charAt(end - 1)) >= 0) {
      end--;
    }
    return decimal && end > 0
        ? new Value.Number(digits.substring(0, end), span)
        : new Value.Unknown(written, span);
  }

  private Value negative(Node node, Span span) {
    return file.text(node).startsWith("-") && last(node, span) instanceof Value.Number number
        ? new Value.Number("-" + number.digits(), span)
        : unknown(node);
  }

  private Value binary(Node node, Span span) {
    Node left = node.child("left");
    Node right = node.child("right");
    boolean plus = left != null && right != null && between(left, right).contains("+");
    return plus ? joined(node, value(left), value(right)) : unknown(node);
  }

  private String between(Node left, Node right) {
    return file.text().substring(left.end(), Math.max(left.end(), right.start()));
  }

  /** An array without entries is one that has them elsewhere, or none. */
  private Value array(Node node, Span span) {
    for (Node part : node.parts()) {
      if (part.is("initializer_expression")) {
        return value(part);
      }
    }
    return file.text(node).endsWith("[0]") ? new Value.Many(List.of(), span) : unknown(node);
  }

  /** {@code new { Id = …, x.Name }}. */
  private Value object(Node node, Span span) {
    List<Map.Entry<Value, Value>> entries = new ArrayList<>();
    List<Node> parts = node.parts();
    for (int i = 0; i < parts.size(); i++) {
      Node part = parts.get(i);
      String name = file.text(part);
      boolean named = i + 1 < parts.size() && between(part, parts.get(i + 1)).contains("=");
      Value value = value(named ? parts.get(++i) : part);
      String own = name.substring(name.lastIndexOf('.') + 1);
      entries.add(Map.entry(new Value.Text(own, -1, file.span(part)), value));
    }
    return new Value.Mapping(entries, span);
  }

  private Value lambda(Node node, Span span) {
    Node body = node.child("body");
    return body == null ? unknown(node) : new Lambda(body, span);
  }

  private Value created(Node node, Span span) {
    Node type = node.child("type");
    return type == null ? unknown(node) : call("new " + file.text(type), null, node, span);
  }

  /** The name of a call has its types: {@code builder.AddColumn<int>}. */
  private Value call(Node node, Span span) {
    Node function = node.child("function");
    if (function == null) {
      return unknown(node);
    }
    Node object = function.child("expression");
    Node name = function.child("name");
    boolean computed =
        object != null && name != null && !plain(object) && function.is("member_access_expression");
    if (file.text(function).equals("nameof")) {
      return named(node, span);
    }
    return computed
        ? call(file.text(name), value(object), node, span)
        : call(file.text(function), null, node, span);
  }

  private static boolean plain(Node object) {
    return object.is("identifier")
        || object.is("member_access_expression")
        || object.is("predefined_type")
        || object.is("this");
  }

  private Value named(Node node, Span span) {
    List<Node> arguments = arguments(node);
    String of = arguments.isEmpty() ? "" : file.text(arguments.get(0));
    return new Value.Text(of.substring(of.lastIndexOf('.') + 1), -1, span);
  }

  private Value call(String name, Value receiver, Node node, Span span) {
    List<Value> positional = new ArrayList<>();
    Map<String, Value> named = new LinkedHashMap<>();
    for (Node argument : arguments(node)) {
      Node keyword = argument.child("name");
      if (keyword == null) {
        positional.add(value(argument));
      } else {
        named.put(file.text(keyword), value(argument));
      }
    }
    return new Value.Call(name, receiver, positional, named, true, span);
  }

  /** The arguments of a call, as nodes. */
  public static List<Node> arguments(Node call) {
    Node arguments = call.child("arguments");
    return arguments == null
        ? List.of()
        : arguments.parts().stream().filter(part -> part.is("argument")).toList();
  }
}
