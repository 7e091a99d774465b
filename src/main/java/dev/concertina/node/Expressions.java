package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What expressions of a program are, as far as its text says it. */
final class Expressions {

  private static final int LONGEST = 1 << 18;

  private final Flow flow;
  private final Calls calls;

  Expressions(Flow flow, Journal journal) {
    this.flow = flow;
    calls = new Calls(flow, this, journal);
  }

  Value value(Node node, Scope scope) {
    flow.step();
    Span span = flow.span(node);
    return switch (node.type()) {
      case "string", "template_string" -> text(node, scope, span);
      case "number" -> new Value.Number(flow.text(node), span);
      case "true" -> new Value.Flag(true, span);
      case "false" -> new Value.Flag(false, span);
      case "null", "undefined" -> new Value.Nothing(span);
      case "array" -> new Value.Many(items(node, scope), span);
      case "object" -> object(node, scope, span);
      case "identifier", "shorthand_property_identifier", "this" ->
          name(flow.text(node), scope, span);
      case "member_expression" ->
          property(value(node.child("object"), scope), flow.text(node.child("property")), span);
      case "subscript_expression" -> subscript(node, scope, span);
      case "call_expression" -> calls.call(node, scope, span);
      case "new_expression" -> calls.create(node, scope, span);
      case "await_expression" -> flow.settle(inner(node, scope, span));
      case "parenthesized_expression",
          "as_expression",
          "satisfies_expression",
          "non_null_expression" ->
          inner(node, scope, span);
      case "type_assertion" -> value(node.parts().get(node.parts().size() - 1), scope);
      case "sequence_expression" -> {
        Value last = new Value.Nothing(span);
        for (Node part : node.parts()) {
          last = value(part, scope);
        }
        yield last;
      }
      case "arrow_function",
          "function_expression",
          "generator_function",
          "method_definition",
          "function_declaration" ->
          new Closure(node, scope, flow.module(), null, span);
      case "class" -> new ClassValue(node, scope, flow.module(), span);
      case "ternary_expression" -> ternary(node, scope, span);
      case "binary_expression" -> binary(node, scope, span);
      case "unary_expression" -> unary(node, scope, span);
      case "assignment_expression" -> assign(node, scope);
      case "augmented_assignment_expression" -> add(node, scope, span);
      default -> new Value.Unknown(flow.text(node), span);
    };
  }

  private Value inner(Node node, Scope scope, Span span) {
    List<Node> parts = node.parts();
    return parts.isEmpty() ? new Value.Unknown("", span) : value(parts.get(0), scope);
  }

  /** A text that stands in the migration as it is has its place there. */
  private Value text(Node node, Scope scope, Span span) {
    StringBuilder text = new StringBuilder();
    boolean plain = flow.isAtHome();
    int at = node.start() + 1;
    for (Node part : node.children()) {
      if (part.is("template_substitution") || part.is("escape_sequence")) {
        text.append(flow.module().file().text(), Math.max(at, 0), part.start());
        String own =
            part.is("escape_sequence")
                ? Escapes.of(flow.text(part))
                : Values.string(flow.settle(inner(part, scope, span)));
        if (own == null || text.length() + own.length() > LONGEST) {
          return new Value.Unknown(flow.text(node), span);
        }
        text.append(own);
        at = part.end();
        plain = false;
      }
    }
    text.append(flow.module().file().text(), at, Math.max(at, node.end() - 1));
    return new Value.Text(text.toString(), plain ? node.start() + 1 : -1, span);
  }

  private List<Value> items(Node node, Scope scope) {
    List<Value> items = new ArrayList<>();
    for (Node part : node.parts()) {
      if (part.is("spread_element")) {
        Value spread = inner(part, scope, flow.span(part));
        if (spread instanceof Value.Many many && items.size() + many.items().size() < LONGEST) {
          items.addAll(many.items());
        } else {
          items.add(new Value.Unknown(flow.text(part), flow.span(part)));
        }
      } else {
        items.add(value(part, scope));
      }
    }
    return items;
  }

  /** The arguments of a call. */
  List<Value> arguments(Node arguments, Scope scope) {
    return arguments == null ? List.of() : items(arguments, scope);
  }

  private Value object(Node node, Scope scope, Span span) {
    List<Map.Entry<Value, Value>> entries = new ArrayList<>();
    for (Node part : node.parts()) {
      switch (part.type()) {
        case "pair" ->
            put(entries, key(part.child("key"), scope), value(part.child("value"), scope));
        case "shorthand_property_identifier" ->
            put(entries, key(part, scope), name(flow.text(part), scope, flow.span(part)));
        case "method_definition" ->
            put(entries, key(part.child("name"), scope), value(part, scope));
        case "spread_element" -> {
          Value spread = inner(part, scope, span);
          if (spread instanceof Value.Mapping known
              && entries.size() + known.entries().size() < LONGEST) {
            known.entries().forEach(entry -> put(entries, entry.getKey(), entry.getValue()));
          } else if (!(spread instanceof Value.Nothing)) {
            entries.add(Map.entry(spread, spread));
          }
        }
        default -> {}
      }
    }
    return new Value.Mapping(entries, span);
  }

  /** What is said later of a key holds, at the place of the first. */
  private static void put(List<Map.Entry<Value, Value>> entries, Value key, Value value) {
    for (int i = 0; i < entries.size() && key.text() != null; i++) {
      if (key.text().equals(entries.get(i).getKey().text())) {
        entries.set(i, Map.entry(key, value));
        return;
      }
    }
    entries.add(Map.entry(key, value));
  }

  private Value key(Node key, Scope scope) {
    Span span = flow.span(key);
    return switch (key.type()) {
      case "computed_property_name" -> {
        Value computed = inner(key, scope, span);
        String text = Values.string(computed);
        yield text == null ? computed : Values.made(text, span);
      }
      case "string" -> value(key, scope);
      default -> Values.made(flow.text(key), span);
    };
  }

  private Value name(String name, Scope scope, Span span) {
    Value known = scope.get(name);
    if (known != null) {
      return known;
    }
    return name.equals("undefined") ? new Value.Nothing(span) : new Value.Name(name, span);
  }

  Value property(Value of, String name, Span span) {
    return switch (of) {
      case Host host -> host.get(name, span);
      case Value.Mapping mapping -> entry(mapping, name, span);
      case Value.Many many when name.equals("length") ->
          new Value.Number(String.valueOf(many.items().size()), span);
      case ClassValue type -> new Instance(type, this, null).get(name, span);
      case Value.Name known -> new Value.Name(known.name() + "." + name, span);
      case Value.Call call -> new Value.Call(name, call, List.of(), Map.of(), true, span);
      default -> new Value.Unknown(name, span);
    };
  }

  private static Value entry(Value.Mapping mapping, String name, Span span) {
    Value value = mapping.get(name);
    boolean all = mapping.entries().stream().allMatch(entry -> entry.getKey().text() != null);
    return value != null ? value : all ? new Value.Nothing(span) : new Value.Unknown(name, span);
  }

  private Value subscript(Node node, Scope scope, Span span) {
    Value of = value(node.child("object"), scope);
    Value index = value(node.child("index"), scope);
    String key = Values.string(index);
    if (of instanceof Value.Many many && key != null && key.matches("\\d{1,6}")) {
      int at = Integer.parseInt(key);
      return at < many.items().size() ? many.items().get(at) : new Value.Nothing(span);
    }
    return key == null ? new Value.Unknown("", span) : property(of, key, span);
  }

  /** {@code enum} of TypeScript. */
  Value enumeration(Node node, Scope scope) {
    List<Map.Entry<Value, Value>> entries = new ArrayList<>();
    int next = 0;
    for (Node part : node.child("body").children()) {
      if (part.is("enum_assignment")) {
        entries.add(Map.entry(key(part.child("name"), scope), value(part.child("value"), scope)));
      } else if (part.is("property_identifier")) {
        Span span = flow.span(part);
        entries.add(Map.entry(key(part, scope), new Value.Number(String.valueOf(next++), span)));
      }
    }
    return new Value.Mapping(entries, flow.span(node));
  }

  private Value ternary(Node node, Scope scope, Span span) {
    Boolean truth = Values.truth(value(node.child("condition"), scope));
    if (truth != null) {
      return value(node.child(truth ? "consequence" : "alternative"), scope);
    }
    Value one = value(node.child("consequence"), scope);
    Value other = value(node.child("alternative"), scope);
    if (one instanceof Host || other instanceof Host) {
      // Either may be asked for: what the first does is noted here.
      flow.settle(one);
      return other;
    }
    return new Value.Unknown(flow.text(node), span);
  }

  private Value binary(Node node, Scope scope, Span span) {
    Node sign = node.child("operator");
    String operator = sign == null ? "" : flow.text(sign);
    Value left = flow.settle(value(node.child("left"), scope));
    Boolean truth = Values.truth(left);
    boolean decided =
        switch (operator) {
          case "&&" -> Boolean.FALSE.equals(truth);
          case "||" -> Boolean.TRUE.equals(truth);
          case "??" -> truth != null && !(left instanceof Value.Nothing);
          default -> false;
        };
    if (decided) {
      return left;
    }
    Value right = value(node.child("right"), scope);
    return switch (operator) {
      case "&&", "||", "??" ->
          truth != null || left instanceof Value.Nothing
              ? right
              : new Value.Unknown(flow.text(node), span);
      case "+" -> sum(left, right, span);
      case "===", "==" -> flag(Values.same(left, right), span);
      case "!==", "!=" -> {
        Boolean same = Values.same(left, right);
        yield flag(same == null ? null : !same, span);
      }
      default -> new Value.Unknown(flow.text(node), span);
    };
  }

  private static Value flag(Boolean is, Span span) {
    return is == null ? new Value.Unknown("", span) : new Value.Flag(is, span);
  }

  private static Value sum(Value left, Value right, Span span) {
    String one = Values.string(left);
    String other = Values.string(right);
    boolean texts = left.text() != null || right.text() != null;
    boolean known = one != null && other != null && one.length() + other.length() < LONGEST;
    return texts && known ? new Value.Text(one + other, -1, span) : new Value.Unknown("", span);
  }

  private Value unary(Node node, Scope scope, Span span) {
    Node sign = node.child("operator");
    Value of = value(node.child("argument"), scope);
    Boolean truth = Values.truth(of);
    return switch (sign == null ? "" : flow.text(sign)) {
      case "!" -> flag(truth == null ? null : !truth, span);
      case "-" ->
          of instanceof Value.Number number
              ? new Value.Number("-" + number.digits(), span)
              : new Value.Unknown(flow.text(node), span);
      case "void" -> new Value.Nothing(span);
      default -> new Value.Unknown(flow.text(node), span);
    };
  }

  private Value assign(Node node, Scope scope) {
    Node left = node.child("left");
    Value value = value(node.child("right"), scope);
    String target = flow.text(left);
    if (left.is("identifier")) {
      scope.assign(target, value);
    } else if (target.equals("module.exports")) {
      flow.module().export("default", value);
      if (value instanceof Value.Mapping all) {
        all.entries().stream()
            .filter(entry -> entry.getKey().text() != null)
            .forEach(entry -> flow.module().export(entry.getKey().text(), entry.getValue()));
      }
    } else if (target.startsWith("exports.") || target.startsWith("module.exports.")) {
      flow.module().export(target.substring(target.lastIndexOf('.') + 1), value);
    } else if (left.is("member_expression") && left.child("object").is("identifier")) {
      member(left, value, scope);
    }
    return value;
  }

  private void member(Node left, Value value, Scope scope) {
    String name = flow.text(left.child("object"));
    if (scope.get(name) instanceof Value.Mapping mapping) {
      List<Map.Entry<Value, Value>> entries = new ArrayList<>(mapping.entries());
      put(entries, Values.made(flow.text(left.child("property")), value.span()), value);
      scope.assign(name, new Value.Mapping(entries, mapping.span()));
    }
  }

  private Value add(Node node, Scope scope, Span span) {
    Node left = node.child("left");
    Value sum = sum(value(left, scope), value(node.child("right"), scope), span);
    if (left.is("identifier")) {
      scope.assign(flow.text(left), sum);
    }
    return sum;
  }

  static Map<String, Value> named(Value.Mapping mapping) {
    Map<String, Value> named = new HashMap<>();
    mapping.entries().forEach(entry -> named.put(entry.getKey().text(), entry.getValue()));
    return named;
  }
}
