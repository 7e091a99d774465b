package dev.concertina.syntax;

import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the expressions of one Ruby file as values: texts, symbols, lists, hashes and calls. */
public final class RubyValues {

  /** What the code around an expression knows. */
  public interface Surroundings {
    /** What a name stands for, or null. */
    Value named(String name);

    /** What a call gives, where that is known without running it; else the call itself. */
    default Value result(Value.Call call) {
      return call;
    }
  }

  private final SourceFile file;
  private final Surroundings surroundings;
  private final RubyTexts texts;
  private final Map<String, Value> constants = new HashMap<>();
  private final Constants budget = new Constants();

  RubyValues(SourceFile file) {
    this(file, name -> null);
  }

  /**
   * @param surroundings what is known beside the constants that are noted here
   */
  public RubyValues(SourceFile file, Surroundings surroundings) {
    this.file = file;
    this.surroundings = surroundings;
    texts = new RubyTexts(file, this::value);
  }

  /** Notes what a constant of the file stands for. */
  public void constant(String name, Node value) {
    constants.put(name, value(value));
  }

  /** What an expression says. */
  public Value value(Node node) {
    Span span = file.span(node);
    return switch (node.type()) {
      case "string", "bare_string", "bare_symbol", "delimited_symbol", "chained_string" ->
          texts.string(node);
      case "heredoc_beginning" -> texts.heredoc(node);
      case "simple_symbol" -> new Value.Text(file.text(node).substring(1), node.start() + 1, span);
      case "integer", "float" -> number("", node, span);
      case "unary" -> unary(node, span);
      case "true" -> new Value.Flag(true, span);
      case "false" -> new Value.Flag(false, span);
      case "nil" -> new Value.Nothing(span);
      case "array", "string_array", "symbol_array", "right_assignment_list" -> list(node, span);
      case "hash" -> hash(node.parts(), span);
      case "constant", "scope_resolution" -> name(node, new Value.Name(file.text(node), span));
      case "identifier", "instance_variable" ->
          name(node, surroundings.result(bare(file.text(node), span)));
      case "call" -> call(node, span);
      case "lambda" -> lambda(node.child("body"), span);
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

  private Value number(String sign, Node node, Span span) {
    return new Value.Number(sign + file.text(node).replace("_", ""), span);
  }

  private Value unary(Node node, Span span) {
    Node operand = node.child("operand");
    boolean minus = operand != null && file.text(node).startsWith("-");
    return minus && (operand.is("integer") || operand.is("float"))
        ? number("-", operand, span)
        : unknown(node, span);
  }

  private Value list(Node node, Span span) {
    List<Value> items = new ArrayList<>();
    for (Node part : node.parts()) {
      if (part.is("splat_argument")) {
        Value spread = part.parts().isEmpty() ? null : value(part.parts().get(0));
        boolean known =
            spread instanceof Value.Many many
                && Constants.mayJoin(items.size(), many.items().size());
        // One item stands for those that nobody knows.
        items.addAll(known ? spread.items() : List.of(unknown(part, file.span(part))));
      } else {
        items.add(value(part));
      }
    }
    return new Value.Many(items, span);
  }

  private Value name(Node node, Value otherwise) {
    String name = file.text(node);
    Value known = surroundings.named(name);
    if (known == null) {
      known = constants.get(name);
    }
    return known != null && budget.mayRead() ? known : otherwise;
  }

  /** A word in lower case that is no variable is a call without arguments. */
  private static Value.Call bare(String name, Span span) {
    return new Value.Call(name, null, List.of(), Map.of(), true, span);
  }

  private Value hash(List<Node> pairs, Span span) {
    Map<String, Value> spread = new LinkedHashMap<>();
    List<Map.Entry<Value, Value>> entries = new ArrayList<>();
    for (Node pair : pairs) {
      if (pair.is("pair")) {
        Value key = key(pair.child("key"));
        entries.add(Map.entry(key, paired(pair, key)));
      } else if (!spread(pair, spread)) {
        return new Value.Unknown(file.text().substring(span.start(), span.end()), span);
      }
    }
    spread.forEach((key, value) -> entries.add(0, Map.entry(text(key, value.span()), value)));
    return new Value.Mapping(entries, span);
  }

  private static Value text(String text, Span span) {
    return new Value.Text(text, -1, span);
  }

  private Value key(Node key) {
    return key.is("hash_key_symbol")
        ? new Value.Text(file.text(key), key.start(), file.span(key))
        : value(key);
  }

  /** The value of a pair; {@code name:} alone is that of the name. */
  private Value paired(Node pair, Value key) {
    Node value = pair.child("value");
    if (value != null) {
      return value(value);
    }
    Value named = key.text() == null ? null : surroundings.named(key.text());
    return named == null ? new Value.Unknown(file.text(pair), file.span(pair)) : named;
  }

  /** Adds what {@code **options} stands for; false when that is not known. */
  private boolean spread(Node argument, Map<String, Value> named) {
    Value value = argument.parts().isEmpty() ? null : value(argument.parts().get(0));
    if (!argument.is("hash_splat_argument") || !(value instanceof Value.Mapping mapping)) {
      return false;
    }
    mapping.entries().forEach(e -> named.put(String.valueOf(e.getKey().text()), e.getValue()));
    return true;
  }

  private Value call(Node node, Span span) {
    Node receiver = node.child("receiver");
    Node method = node.child("method");
    if (method == null) {
      return unknown(node, span);
    }
    String name = file.text(method);
    Value on = receiver == null ? null : value(receiver);
    if (on != null && texts.keeps(name, on)) {
      return on;
    }
    if (receiver == null && node.child("block") != null && isProc(name)) {
      return lambda(node.child("block"), span);
    }
    List<Value> positional = new ArrayList<>();
    Map<String, Value> named = new LinkedHashMap<>();
    boolean complete = true;
    Node arguments = node.child("arguments");
    for (Node argument : arguments == null ? List.<Node>of() : arguments.parts()) {
      switch (argument.type()) {
        case "pair" -> {
          Value key = key(argument.child("key"));
          named.put(key.text() == null ? "" : key.text(), paired(argument, key));
        }
        case "hash_splat_argument" -> complete &= spread(argument, named);
        case "splat_argument" -> {
          Value all = argument.parts().isEmpty() ? null : value(argument.parts().get(0));
          positional.addAll(all == null ? List.of() : all.items());
          complete &= all instanceof Value.Many;
        }
        case "block_argument" -> {}
        default -> positional.add(value(argument));
      }
    }
    return surroundings.result(new Value.Call(name, on, positional, named, complete, span));
  }

  private static boolean isProc(String name) {
    return name.equals("lambda") || name.equals("proc");
  }

  /** A lambda is a call of {@code ->} with what its body gives. */
  private Value lambda(Node block, Span span) {
    Node body = block == null ? null : block.child("body");
    List<Node> parts = body == null ? List.of() : body.parts();
    List<Value> gives = parts.size() == 1 ? List.of(value(parts.get(0))) : List.of();
    return new Value.Call("->", null, gives, Map.of(), true, span);
  }

  private Value binary(Node node, Span span) {
    String operator = file.text(node.child("operator"));
    if (!operator.equals("+") && !operator.equals("|")) {
      return unknown(node, span);
    }
    Value left = value(node.child("left"));
    Value right = value(node.child("right"));
    return left.text() != null && right.text() != null ? joined(left, right) : sum(left, right);
  }

  private static Value joined(Value left, Value right) {
    Span span = left.span().to(right.span());
    return Constants.mayJoin(left.text().length(), right.text().length())
        ? text(left.text() + right.text(), span)
        : new Value.Unknown("", span);
  }
}
