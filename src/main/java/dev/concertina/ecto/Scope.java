package dev.concertina.ecto;

import dev.concertina.syntax.ElixirValues;
import dev.concertina.syntax.ElixirValues.Atom;
import dev.concertina.syntax.ElixirValues.Function;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the names in a migration stand for: patterns that take values apart, and calls that give
 * one.
 */
final class Scope implements ElixirValues.Surroundings {

  private static final int DEEPEST = 8;
  private static final int MOST_MADE = 2_000;
  private static final int LONGEST = 1 << 18;

  private final SourceFile file;
  private final ElixirValues values;
  private final Module module;
  private int depth;
  private int made;

  Scope(SourceFile file) {
    this.file = file;
    values = new ElixirValues(file, this);
    module = new Module(file, values);
  }

  ElixirValues values() {
    return values;
  }

  Module module() {
    return module;
  }

  @Override
  public Value result(Value.Call call) {
    Value first = call.arguments().isEmpty() ? null : call.arguments().get(0);
    String text = first == null ? null : first.text();
    return switch (call.name()) {
      case "direction" -> new Atom("up", call.span());
      case "prefix" -> call.arguments().isEmpty() ? new Value.Nothing(call.span()) : call;
      case "__adapter__" -> new Value.Name("Ecto.Adapters.Postgres", call.span());
      case "String.to_atom", "String.to_existing_atom" ->
          text == null ? call : new Atom(text, call.span());
      case "Atom.to_string", "to_string" ->
          text == null ? call : new Value.Text(text, -1, call.span());
      case "String.replace" -> replaced(call);
      case "Enum.map", "Enum.map_join", "Enum.join" -> ListCalls.result(call, this::given);
      default -> own(call);
    };
  }

  private static Value replaced(Value.Call call) {
    List<Value> given = call.arguments();
    boolean known = given.size() == 3 && given.stream().allMatch(value -> value.text() != null);
    return known && given.get(0).text().length() * (given.get(2).text().length() + 1L) < LONGEST
        ? new Value.Text(
            given.get(0).text().replace(given.get(1).text(), given.get(2).text()), -1, call.span())
        : call;
  }

  /** What a function of the file gives that does nothing but to put a value together. */
  private Value own(Value.Call call) {
    if (module == null || call.receiver() != null) {
      return call;
    }
    Module.Clause clause = chosen(call);
    if (clause == null) {
      return call;
    }
    Value given = given(clause.parameters(), call.arguments(), clause.body().nodes());
    boolean known =
        given != null
            && (given.text() != null
                || given instanceof Value.Many
                || given instanceof Value.Mapping);
    return known ? given : call;
  }

  /** The clause of a function that takes the arguments, or null where that is not certain. */
  private Module.Clause chosen(Value.Call call) {
    List<Value> given = call.arguments();
    for (Module.Clause clause : module.clauses(call.name(), given.size())) {
      if (takes(clause, given)) {
        return clause;
      } else if (mayTake(clause, given)) {
        return null;
      }
    }
    return null;
  }

  /** Whether a clause takes arguments without doubt. */
  boolean takes(Module.Clause clause, List<Value> given) {
    return IntStream.range(0, given.size())
        .allMatch(i -> takes(clause.parameters().get(i), given.get(i)));
  }

  /** Whether a clause may take arguments. */
  boolean mayTake(Module.Clause clause, List<Value> given) {
    return IntStream.range(0, given.size())
        .allMatch(i -> mayTake(clause.parameters().get(i), given.get(i)));
  }

  /** What a function that is handed over gives, or null. */
  private Value given(Function function, List<Value> arguments) {
    List<Node> clauses = function.node().parts();
    Node clause = clauses.size() == 1 ? clauses.get(0) : null;
    boolean plain = clause != null && clause.is("stab_clause") && clause.child("right") != null;
    return plain ? given(parameters(clause), arguments, clause.child("right").parts()) : null;
  }

  private static List<Node> parameters(Node clause) {
    return clause.child("left") == null ? List.of() : clause.child("left").parts();
  }

  /** The last of some expressions, before which others may give names to values. */
  private Value given(List<Node> parameters, List<Value> arguments, List<Node> body) {
    if (depth >= DEEPEST || body.isEmpty() || ++made > MOST_MADE) {
      return null;
    }
    depth++;
    Map<String, Value> before = bind(parameters, arguments);
    Value given = null;
    for (Node node : body) {
      given = values.value(node);
      if (values.operator(node).equals("=") && node.child("left") != null) {
        bind(node.child("left"), given, before);
      }
    }
    before.forEach(values::restore);
    depth--;
    return given;
  }

  /** Gives the variables of patterns their values; what those were before. */
  Map<String, Value> bind(List<Node> patterns, List<Value> given) {
    Map<String, Value> before = new HashMap<>();
    for (int i = 0; i < patterns.size(); i++) {
      bind(patterns.get(i), i < given.size() ? given.get(i) : null, before);
    }
    return before;
  }

  private void bind(Node pattern, Value given, Map<String, Value> before) {
    List<Value> items = given == null ? List.of() : ElixirValues.tuples(given).items();
    List<Node> parts = pattern.parts();
    if (values.operator(pattern).equals("\\\\") && parts.size() == 2) {
      bind(parts.get(0), given == null ? values.value(parts.get(1)) : given, before);
    } else if (pattern.is("identifier")) {
      String name = file.text(pattern);
      before.putIfAbsent(name, values.get(name));
      values.set(name, given == null ? new Value.Unknown(name, file.span(pattern)) : given);
    } else if ((pattern.is("tuple") || pattern.is("list")) && items.size() == parts.size()) {
      for (int i = 0; i < parts.size(); i++) {
        bind(parts.get(i), items.get(i), before);
      }
    } else if (pattern.is("pair") && parts.size() == 2) {
      bind(
          parts.get(1),
          given instanceof Value.Mapping map ? map.get(key(parts.get(0))) : null,
          before);
    } else {
      // What stands in a map is handed on to its pairs.
      Value inner = given instanceof Value.Mapping ? given : null;
      parts.forEach(part -> bind(part, inner, before));
    }
  }

  /** {@code name: }. */
  private String key(Node key) {
    String written = file.text(key).strip();
    return written.endsWith(":") ? written.substring(0, written.length() - 1) : written;
  }

  /** A parameter without its default. */
  private Node plain(Node parameter) {
    boolean optional = values.operator(parameter).equals("\\\\");
    return optional && parameter.child("left") != null ? parameter.child("left") : parameter;
  }

  /** Whether a pattern may take a value; false only where both say plainly that it doesn't. */
  boolean mayTake(Node written, Value given) {
    Node pattern = plain(written);
    if (given == null || pattern.is("identifier")) {
      return true;
    }
    Boolean same = same(values.value(pattern), given);
    return same == null || same;
  }

  /** Whether a pattern takes a value without doubt. */
  boolean takes(Node written, Value given) {
    Node pattern = plain(written);
    return pattern.is("identifier") || Boolean.TRUE.equals(same(values.value(pattern), given));
  }

  /** Whether two values are the same; null where that is not known. */
  static Boolean same(Value left, Value right) {
    String one = plain(left);
    String other = plain(right);
    return one == null || other == null ? null : (Boolean) one.equals(other);
  }

  private static String plain(Value value) {
    return switch (value) {
      case Atom atom -> ":" + atom.text();
      case Value.Name name -> name.name();
      case Value.Text text -> '"' + text.text();
      case Value.Flag flag -> ":" + flag.on();
      case Value.Nothing none -> ":nil";
      case Value.Number number -> number.digits();
      default -> null;
    };
  }

  /** Whether a condition holds on the way up; null where nobody knows. */
  Boolean holds(Node condition) {
    Node left = condition.child("left");
    Node right = condition.child("right");
    String operator = values.operator(condition);
    if (left == null || right == null) {
      Value value = values.value(condition);
      boolean not = operator.equals("not") || operator.equals("!");
      Node operand = condition.child("operand");
      Boolean inner = not && operand != null ? holds(operand) : null;
      return not ? inner == null ? null : (Boolean) !inner : flag(value);
    }
    Boolean same = same(values.value(left), values.value(right));
    return switch (operator) {
      case "==", "===" -> same;
      case "!=", "!==" -> same == null ? null : (Boolean) !same;
      default -> null;
    };
  }

  private static Boolean flag(Value value) {
    return value.isTrue() ? Boolean.TRUE : value.isFalse() || value.isNull() ? Boolean.FALSE : null;
  }
}
