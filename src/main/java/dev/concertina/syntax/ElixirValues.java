package dev.concertina.syntax;

import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the expressions of an Elixir file as values: texts, atoms, lists, keyword lists and calls.
 * A pipe is the call that it stands for.
 */
public final class ElixirValues {

  /** What the code around an expression knows. */
  public interface Surroundings {
    /** What a call gives, where that is known without running it; else the call itself. */
    Value result(Value.Call call);
  }

  /** {@code :name}, which is another thing than the text of the same letters. */
  public record Atom(String text, Span span) implements Value.Own {}

  /** What stands between {@code do} and {@code end}, or behind {@code do:}. */
  public record Block(List<Node> nodes, Span span) implements Value.Own {
    public Block {
      nodes = List.copyOf(nodes);
    }
  }

  /** A function that is handed over: {@code fn … end} or {@code &…}. */
  public record Function(Node node, Span span) implements Value.Own {}

  /** An expression that says more than its value: a comparison, a clause of a query. */
  public record Code(Node node, Span span) implements Value.Own {}

  private final SourceFile file;
  private final Surroundings surroundings;
  private final ElixirTexts texts;
  private final Map<String, Value> variables = new HashMap<>();
  private final Constants budget = new Constants();

  /**
   * @param surroundings what is known beside the variables that are noted here
   */
  public ElixirValues(SourceFile file, Surroundings surroundings) {
    this.file = file;
    this.surroundings = surroundings;
    texts = new ElixirTexts(file, this::value);
  }

  /** Gives a variable, or with {@code @} before its name an attribute, a value. */
  public void set(String name, Value value) {
    variables.put(name, value);
  }

  /** What a variable holds, or null where there is none of that name. */
  public Value get(String name) {
    return variables.get(name);
  }

  /** From here there is no variable of that name, or the one that there was. */
  public void restore(String name, Value before) {
    if (before == null) {
      variables.remove(name);
    } else {
      variables.put(name, before);
    }
  }

  /** What an expression says. */
  public Value value(Node node) {
    Span span = file.span(node);
    return switch (node.type()) {
      case "string", "charlist" -> texts.string(node);
      case "sigil" -> texts.sigil(node);
      case "atom" -> new Atom(file.text(node).substring(1), span);
      case "quoted_atom" -> atom(texts.string(node), span);
      case "integer", "float" -> new Value.Number(file.text(node).replace("_", ""), span);
      case "boolean" -> new Value.Flag(file.text(node).equals("true"), span);
      case "nil" -> new Value.Nothing(span);
      case "alias" -> new Value.Name(file.text(node), span);
      case "list", "tuple" -> list(node, span);
      case "map" -> map(node, span);
      case "identifier" -> name(file.text(node), span);
      case "unary_operator" -> unary(node, span);
      case "binary_operator" -> binary(node, span);
      case "call" -> call(node, span);
      case "anonymous_function" -> new Function(node, span);
      case "block" -> node.parts().size() == 1 ? value(node.parts().get(0)) : new Code(node, span);
      default -> new Code(node, span);
    };
  }

  private static Value atom(Value text, Span span) {
    return text.text() == null ? text : new Atom(text.text(), span);
  }

  private Value name(String name, Span span) {
    if (variables.containsKey(name) && budget.mayRead()) {
      return variables.get(name);
    }
    return surroundings.result(new Value.Call(name, null, List.of(), Map.of(), true, span));
  }

  private Value list(Node node, Span span) {
    List<Value> items = new ArrayList<>();
    List<Node> parts = node.parts();
    for (Node part : parts) {
      if (!part.is("keywords")) {
        items.add(value(part));
      } else if (parts.size() == 1) {
        return new Value.Mapping(pairs(part), span);
      } else {
        items.addAll(tuples(new Value.Mapping(pairs(part), span)).items());
      }
    }
    return new Value.Many(items, span);
  }

  /** A keyword list as what it is, a list of pairs; any other value as it is. */
  public static Value tuples(Value value) {
    if (!(value instanceof Value.Mapping mapping)) {
      return value;
    }
    List<Value> items = new ArrayList<>();
    for (Map.Entry<Value, Value> entry : mapping.entries()) {
      items.add(new Value.Many(List.of(entry.getKey(), entry.getValue()), value.span()));
    }
    return new Value.Many(items, value.span());
  }

  private List<Map.Entry<Value, Value>> pairs(Node keywords) {
    List<Map.Entry<Value, Value>> entries = new ArrayList<>();
    for (Node pair : keywords.parts()) {
      if (pair.child("key") != null && pair.child("value") != null) {
        Node key = pair.child("key");
        entries.add(Map.entry(new Atom(keyword(key), file.span(key)), value(pair.child("value"))));
      }
    }
    return entries;
  }

  /** {@code name:} or {@code "odd name":}. */
  private String keyword(Node key) {
    if (key.is("quoted_keyword")) {
      return String.valueOf(texts.string(key).text());
    }
    String written = file.text(key).strip();
    return written.substring(0, written.length() - 1);
  }

  private Value map(Node node, Span span) {
    List<Map.Entry<Value, Value>> entries = new ArrayList<>();
    for (Node content : node.parts()) {
      if (content.is("struct")) {
        return new Code(node, span);
      }
      for (Node part : content.parts()) {
        if (part.is("keywords")) {
          entries.addAll(pairs(part));
        } else if (part.is("binary_operator") && operator(part).equals("=>")) {
          entries.add(Map.entry(value(part.child("left")), value(part.child("right"))));
        } else {
          return new Code(node, span);
        }
      }
    }
    return new Value.Mapping(entries, span);
  }

  private Value unary(Node node, Span span) {
    Node operand = node.child("operand");
    Node operator = node.child("operator");
    if (operand == null || operator == null) {
      return new Code(node, span);
    }
    return switch (file.text(operator)) {
      case "@" -> variables.getOrDefault("@" + file.text(operand), new Code(node, span));
      case "&" ->
          operand.is("integer")
              ? variables.getOrDefault("&" + file.text(operand), new Code(node, span))
              : new Function(node, span);
      case "-" ->
          value(operand) instanceof Value.Number number
              ? new Value.Number("-" + number.digits(), span)
              : new Code(node, span);
      default -> new Code(node, span);
    };
  }

  /** The operator of a node that has one. */
  public String operator(Node node) {
    return node.child("operator") == null ? "" : file.text(node.child("operator"));
  }

  private Value binary(Node node, Span span) {
    Node left = node.child("left");
    Node right = node.child("right");
    if (left == null || right == null) {
      return new Code(node, span);
    }
    return switch (operator(node)) {
      case "|>" -> piped(value(left), right, span);
      case "<>" -> joined(value(left), value(right), node, span);
      case "++" -> sum(tuples(value(left)), tuples(value(right)), node, span);
      case "=" -> value(right);
      default -> new Code(node, span);
    };
  }

  private static Value joined(Value left, Value right, Node node, Span span) {
    boolean known = left.text() != null && right.text() != null;
    return known && Constants.mayJoin(left.text().length(), right.text().length())
        ? new Value.Text(left.text() + right.text(), -1, span)
        : new Code(node, span);
  }

  private static Value sum(Value left, Value right, Node node, Span span) {
    boolean known = left instanceof Value.Many && right instanceof Value.Many;
    if (!known || !Constants.mayJoin(left.items().size(), right.items().size())) {
      return new Code(node, span);
    }
    List<Value> all = new ArrayList<>(left.items());
    all.addAll(right.items());
    return new Value.Many(all, span);
  }

  private Value piped(Value first, Node call, Span span) {
    boolean plain = call.is("identifier");
    return plain
        ? surroundings.result(
            new Value.Call(file.text(call), null, List.of(first), Map.of(), true, span))
        : call.is("call") ? call(call, first, span) : new Code(call, span);
  }

  private Value call(Node node, Span span) {
    return call(node, null, span);
  }

  private Value call(Node node, Value piped, Span span) {
    Node target = node.child("target");
    if (target == null) {
      return new Code(node, span);
    }
    Value receiver = null;
    String name = file.text(target);
    if (target.is("dot")) {
      Node left = target.child("left");
      Node right = target.child("right");
      if (left == null || right == null) {
        return new Code(node, span);
      }
      Value on = value(left);
      // A module by any name is written out: an attribute may hold it.
      receiver = on instanceof Value.Name ? null : on;
      name =
          on instanceof Value.Name module
              ? module.name() + "." + file.text(right)
              : file.text(right);
    }
    List<Value> positional = new ArrayList<>();
    if (piped != null) {
      positional.add(piped);
    }
    Map<String, Value> named = new LinkedHashMap<>();
    for (Node argument : arguments(node)) {
      if (argument.is("keywords")) {
        keywords(argument, named);
      } else {
        positional.add(value(argument));
      }
    }
    blocks(node, named);
    return surroundings.result(new Value.Call(name, receiver, positional, named, true, span));
  }

  /** The arguments of a call, as nodes; its keywords are the last one. */
  public static List<Node> arguments(Node call) {
    return call.children().stream()
        .filter(child -> child.is("arguments"))
        .flatMap(arguments -> arguments.parts().stream())
        .toList();
  }

  /** A keyword that is given twice, as {@code where:} of a query, has a plus behind it then. */
  private void keywords(Node keywords, Map<String, Value> named) {
    for (Node pair : keywords.parts()) {
      Node key = pair.child("key");
      Node value = pair.child("value");
      if (key == null || value == null) {
        continue;
      }
      String name = keyword(key);
      while (named.containsKey(name)) {
        name += "+";
      }
      boolean block = name.equals("do") || name.equals("else");
      named.put(name, block ? new Block(List.of(value), file.span(value)) : value(value));
    }
  }

  private void blocks(Node call, Map<String, Value> named) {
    for (Node block : call.children()) {
      if (block.is("do_block")) {
        List<Node> own = block.parts().stream().filter(part -> !isSection(part)).toList();
        named.put("do", new Block(own, file.span(block)));
        for (Node part : block.parts()) {
          if (isSection(part)) {
            String name = part.type().substring(0, part.type().indexOf('_'));
            named.put(name, new Block(part.parts(), file.span(part)));
          }
        }
      }
    }
  }

  /** {@code else}, {@code rescue}, {@code after} and their like. */
  private static boolean isSection(Node part) {
    return part.type().endsWith("_block");
  }
}
