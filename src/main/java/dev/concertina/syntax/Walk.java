package dev.concertina.syntax;

import dev.concertina.schema.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Follows the code of a class in the order in which it runs: its methods, both ways of a condition,
 * loops over lists that are written out. What a call means, its framework says.
 */
public abstract class Walk {

  private static final int DEEPEST = 8;
  private static final int MOST_STEPS = 5_000;
  private static final int MOST_ITEMS = 100;

  protected final SourceFile file;
  protected final Transcript transcript;
  private final Values values;
  private final String language;
  private final Map<String, Node> methods = new HashMap<>();
  private final Deque<Node> open = new ArrayDeque<>();
  private int steps;

  /** How many of the conditions and loops that are open may be passed by. */
  private int uncertain;

  private boolean returned;

  /**
   * @param language as its users write it: {@code PHP}
   */
  protected Walk(SourceFile file, Values values, Transcript transcript, String language) {
    this.file = file;
    this.values = values;
    this.transcript = transcript;
    this.language = language;
    note(List.of(file.root()));
  }

  /** Methods of an inner class are none of those that the outer one calls by their bare names. */
  private void note(List<Node> level) {
    List<Node> deeper = new ArrayList<>();
    for (Node node : level) {
      boolean method = node.is("method_declaration") || node.is("local_function_statement");
      if (method && node.child("name") != null) {
        methods.putIfAbsent(file.text(node.child("name")), node);
      }
      deeper.addAll(node.children());
    }
    if (!deeper.isEmpty()) {
      note(deeper);
    }
  }

  /** What a call does; what stands in it is only followed where this says so. */
  protected abstract void call(Node node);

  /** What a condition is, where that is certain; null where nobody knows. */
  protected Boolean holds(String condition) {
    return null;
  }

  /** What an expression gives that was followed just now. */
  protected Value result(Node expression) {
    return values.value(expression);
  }

  /** What becomes of what a method is given. */
  protected void given(String parameter, Value value) {
    values.set(parameter, value);
  }

  /** A method of the class, or null. */
  protected final Node method(String name) {
    return methods.get(name);
  }

  /**
   * Follows the method that the framework calls.
   *
   * @return whether there is one
   */
  public final boolean follow(String name, Value... given) {
    if (!methods.containsKey(name)) {
      return false;
    }
    if (file.error() != null) {
      transcript.unread(file.span(file.error()), "a part of it is no " + language);
    }
    enter(name, new Value.Call(name, null, List.of(given), Map.of(), true, Span.FILE));
    return true;
  }

  /** Follows a method of the class. */
  protected final void enter(String name, Value.Call call) {
    Node method = methods.get(name);
    Node body = method == null ? null : method.child("body");
    if (body == null || open.size() >= DEEPEST || open.contains(method)) {
      return;
    }
    Runnable all =
        () -> {
          bind(method, call);
          walk(body);
        };
    boolean inner = open.stream().anyMatch(outer -> isWithin(method, outer));
    open.push(method);
    if (inner) {
      all.run();
    } else {
      values.inMethod(all);
    }
    open.pop();
    returned = false;
  }

  private static boolean isWithin(Node inner, Node outer) {
    return outer.start() < inner.start() && inner.end() <= outer.end();
  }

  private void bind(Node method, Value.Call call) {
    Node parameters = method.child("parameters");
    List<Node> declared = parameters == null ? List.of() : parameters.parts();
    for (int i = 0; i < declared.size(); i++) {
      if (declared.get(i).child("name") != null) {
        String name = file.text(declared.get(i).child("name"));
        Value value = call.argument(name.replace("$", ""), i);
        if (value == null) {
          values.forget(name);
        } else {
          given(name, value);
        }
      }
    }
  }

  /** Follows nodes one after another. */
  protected final void walk(List<Node> nodes) {
    nodes.forEach(this::walk);
  }

  /** Follows a node. */
  protected final void walk(Node node) {
    if (returned) {
      return;
    }
    switch (node.type()) {
      case "method_invocation",
          "invocation_expression",
          "scoped_call_expression",
          "member_call_expression" -> {
        if (!spent(node)) {
          call(node);
        }
      }
      case "if_statement" -> condition(node);
      case "switch_statement", "switch_expression", "catch_clause" ->
          perhaps(() -> walk(node.children()));
      case "return_statement" -> {
        walk(node.children());
        returned = uncertain == 0;
      }
      case "anonymous_function", "arrow_function", "lambda_expression" ->
          perhaps(() -> walk(node.children()));
      case "foreach_statement", "enhanced_for_statement" -> each(node);
      case "for_statement", "while_statement", "do_statement" -> repeat(node, node.children());
      case "variable_declarator" -> declared(node);
      case "assignment_expression" -> assigned(node);
      case "augmented_assignment_expression" -> {
        walk(node.children());
        values.forget(file.text(node.child("left")));
      }
      case "class_declaration", "anonymous_class", "local_function_statement" -> {}
      default -> walk(node.children());
    }
  }

  /** Whether it goes on longer than any migration that somebody wrote. */
  private boolean spent(Node node) {
    if (++steps == MOST_STEPS + 1) {
      transcript.unread(file.span(node), "it takes more than " + MOST_STEPS + " steps");
    }
    return steps > MOST_STEPS;
  }

  /** Follows what may run or not. */
  private void perhaps(Runnable branch) {
    uncertain++;
    values.inBranch(branch);
    uncertain--;
  }

  private void condition(Node node) {
    Node condition = node.child("condition");
    Boolean holds = condition == null ? null : holds(file.text(condition));
    for (Node child : node.children()) {
      boolean alternative = "alternative".equals(child.field());
      boolean way = alternative || List.of("consequence", "body").contains(child.field());
      if (way && holds == null) {
        perhaps(() -> walk(child));
      } else if (!way || holds != alternative) {
        walk(child);
      }
    }
  }

  private void declared(Node node) {
    List<Node> parts = node.parts();
    walk(node.children());
    if (parts.size() == 2) {
      values.set(file.text(parts.get(0)), result(parts.get(1)));
    }
  }

  private void assigned(Node node) {
    Node left = node.child("left");
    Node right = node.child("right");
    walk(node.children());
    if (left != null && right != null) {
      String operator = file.text().substring(left.end(), Math.max(left.end(), right.start()));
      values.set(file.text(left), operator.strip().equals("=") ? result(right) : null);
    }
  }

  /** A list that is written out is gone through item by item. */
  private void each(Node node) {
    Node body = node.child("body");
    List<Node> parts = node.parts();
    Node item = node.child("left") == null ? at(parts, 1) : node.child("left");
    Node list = node.child("right") == null ? at(parts, 0) : node.child("right");
    boolean plain = item != null && (item.is("variable_name") || item.is("identifier"));
    Value items = plain ? values.value(list) : null;
    if (body == null || !(items instanceof Value.Many) || items.items().size() > MOST_ITEMS) {
      repeat(node, node.children());
      return;
    }
    for (Value value : items.items()) {
      if (!spent(node)) {
        values.set(file.text(item), value);
        walk(body);
      }
    }
    values.forget(file.text(item));
  }

  private static Node at(List<Node> parts, int index) {
    return index < parts.size() ? parts.get(index) : null;
  }

  /** Follows once what runs any number of times. */
  protected final void repeat(Node loop, List<Node> repeated) {
    perhaps(() -> loop(loop, repeated));
  }

  /** What runs any number of times runs for each row, where a framework knows no better. */
  protected void loop(Node loop, List<Node> repeated) {
    transcript.repeat(language.toLowerCase(Locale.ROOT), file.span(loop), () -> walk(repeated));
  }
}
