package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What calls do and give: of functions of the program, of the framework, of the language. */
final class Calls {

  private static final Set<String> HARMLESS =
      Set.of("console", "JSON", "Array", "util", "logger", "log", "assert", "process", "Boolean");

  private final Flow flow;
  private final Expressions expressions;
  private final Journal journal;
  private final BuiltIns builtIns;

  Calls(Flow flow, Expressions expressions, Journal journal) {
    this.flow = flow;
    this.expressions = expressions;
    this.journal = journal;
    builtIns = new BuiltIns(flow);
  }

  Value call(Node node, Scope scope, Span span) {
    Node function = node.child("function");
    Node given = node.child("arguments");
    if (function == null) {
      return new Value.Unknown(flow.text(node), span);
    } else if (given != null && given.is("template_string")) {
      // A tag, as sql`…`, marks a text.
      return expressions.value(given, scope);
    }
    while (function.is("parenthesized_expression") || function.is("non_null_expression")) {
      function = function.parts().get(0);
    }
    boolean member = function.is("member_expression");
    Value of = member ? expressions.value(function.child("object"), scope) : null;
    Value called = member ? null : expressions.value(function, scope);
    String name = member ? flow.text(function.child("property")) : flow.text(function);
    List<Value> values = expressions.arguments(given, scope);
    Arguments with = new Arguments(values, span, flow);
    if (!member) {
      return direct(called, name, with);
    } else if (of instanceof Value.Many && name.equals("push")) {
      return push(function.child("object"), (Value.Many) of, values, scope, span);
    }
    return method(of, name, with);
  }

  private Value direct(Value called, String name, Arguments with) {
    return switch (called) {
      case Closure function -> flow.call(function, with.values(), with.span());
      case Host host -> host.apply(with);
      case Value.Name require when require.name().equals("require") -> required(with);
      case Value.Name known -> elsewhere(known.name(), null, with);
      default -> elsewhere(name, null, with);
    };
  }

  private Value required(Arguments with) {
    String path = with.text(0);
    Module module = path == null ? null : flow.imported(path);
    if (module == null) {
      return new Value.Name(path == null ? "" : path, with.span());
    }
    return module.whole() instanceof Closure function ? function : new Exports.Whole(module);
  }

  private Value push(Node list, Value.Many many, List<Value> values, Scope scope, Span span) {
    List<Value> items = new ArrayList<>(many.items());
    items.addAll(values);
    if (list.is("identifier") && items.size() < 10_000) {
      scope.assign(flow.text(list), new Value.Many(items, many.span()));
    }
    return new Value.Unknown("", span);
  }

  private Value method(Value of, String name, Arguments with) {
    Value known =
        switch (of) {
          case Host host when isPromise(name) -> promised(flow.settle(host), name, with);
          case Host host -> host.invoke(name, with);
          case Value.Mapping mapping when mapping.get(name) instanceof Closure function ->
              flow.call(function, with.values(), with.span());
          case ClassValue type -> new Instance(type, expressions, null).invoke(name, with);
          case Closure function when name.equals("call") ->
              flow.call(function, with.from(1).values(), with.span());
          default -> builtIns.call(of, name, with);
        };
    if (known != null) {
      return known;
    } else if (isPromise(name)) {
      return promised(of, name, with);
    }
    String full = of instanceof Value.Name base ? base.name() + "." + name : name;
    return elsewhere(full, of instanceof Value.Name ? null : of, with);
  }

  private static boolean isPromise(String method) {
    return method.equals("then") || method.equals("catch") || method.equals("finally");
  }

  /** What follows on a promise; nobody knows what went wrong before a {@code catch}. */
  private Value promised(Value result, String name, Arguments with) {
    if (name.equals("catch") || !(with.at(0) instanceof Closure next)) {
      return result;
    }
    return flow.settle(flow.call(next, List.of(result), with.span()));
  }

  Value create(Node node, Scope scope, Span span) {
    Node type = node.child("constructor");
    List<Value> values = expressions.arguments(node.child("arguments"), scope);
    Arguments with = new Arguments(values, span, flow);
    if (type == null) {
      return new Value.Unknown(flow.text(node), span);
    }
    Value called = expressions.value(type, scope);
    if (called instanceof ClassValue known) {
      return new Instance(known, expressions, null);
    }
    String name = called instanceof Value.Name plain ? plain.name() : flow.text(type);
    if (name.equals("Set") || name.equals("Promise")) {
      Value first = with.at(0);
      return first instanceof Closure function
          ? flow.call(function, List.of(), span)
          : first instanceof Value.Many ? first : new Value.Unknown(name, span);
    }
    return elsewhere(name, null, with);
  }

  /** A function that the program does not hold: what it gets of the framework's it may use. */
  private Value elsewhere(String name, Value receiver, Arguments with) {
    for (Value value : with.values()) {
      if (value instanceof Closure function) {
        flow.settle(flow.call(function, List.of(), with.span()));
      }
    }
    String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    boolean handed = with.values().stream().anyMatch(Values::holdsHost);
    if (handed && !HARMLESS.contains(first)) {
      journal.unread(with.span(), "`" + name + "` is not in this file");
    }
    return new Value.Call(name, receiver, with.values(), Map.of(), true, with.span());
  }
}
