package dev.concertina.alembic;

import dev.concertina.syntax.Node;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.PythonScope;
import dev.concertina.syntax.Stretches;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the statements of {@code upgrade()} and of the functions of the file that it calls. Both
 * ways of a condition are followed, unless it asks for the database; a loop over what is written
 * out is gone through item by item, any other once.
 */
final class Upgrade {

  private static final int MOST_STEPS = 20_000;
  private static final int DEEPEST = 60;

  private final PythonModule module;
  private final PythonScope scope;
  private final Condition conditions;
  private final Transcript transcript;
  private final Stretches stretches;
  private final CallReader calls;
  private final Map<String, Node> inner = new HashMap<>();
  private final Set<Node> running = new HashSet<>();
  private int steps;
  private int depth;
  private boolean cut;

  Upgrade(PythonModule module, Transcript transcript, Stretches stretches) {
    this.module = module;
    this.transcript = transcript;
    this.stretches = stretches;
    scope = module.scope();
    conditions = new Condition(module, scope, this::function);
    calls = new CallReader(module, scope, transcript);
  }

  void follow(Node function) {
    if (running.add(function)) {
      Node body = function.child("body");
      block(body == null ? List.of() : body.children());
      running.remove(function);
    }
  }

  /** True when the block ends what surrounds it. */
  private boolean block(List<Node> statements) {
    for (Node statement : statements) {
      if (statement(statement)) {
        return true;
      }
    }
    return false;
  }

  private boolean statement(Node node) {
    if (++steps > MOST_STEPS || depth > DEEPEST) {
      if (!cut) {
        transcript.unread(module.file().span(node), "the code is longer than is followed");
      }
      cut = true;
      return true;
    }
    depth++;
    boolean ends = run(node);
    depth--;
    return ends;
  }

  private boolean run(Node node) {
    switch (node.type()) {
      case "expression_statement" -> node.parts().forEach(this::effect);
      case "if_statement" -> {
        return choice(node);
      }
      case "for_statement" -> loop(node);
      case "while_statement" -> {
        visit(node.child("condition"));
        repeated(node.child("body"));
      }
      case "with_statement" -> {
        return with(node);
      }
      case "try_statement", "except_clause", "finally_clause", "else_clause", "block" -> {
        boolean tries = node.is("try_statement");
        return block(node.children()) && !tries;
      }
      case "function_definition" -> inner.put(text(node.child("name")), node);
      case "return_statement", "raise_statement" -> {
        node.parts().forEach(this::visit);
        return true;
      }
      case "import_statement", "import_from_statement" -> scope.note(node);
      case "class_definition", "decorated_definition", "comment" -> {}
      default -> {
        if (node.named()) {
          visit(node);
        }
      }
    }
    return false;
  }

  private boolean choice(Node node) {
    Node condition = node.child("condition");
    visit(condition);
    Boolean known = conditions.holds(condition);
    boolean ends = false;
    if (!Boolean.FALSE.equals(known)) {
      ends = statement(node.child("consequence")) && Boolean.TRUE.equals(known);
    }
    if (!Boolean.TRUE.equals(known)) {
      for (Node child : node.children()) {
        if ("alternative".equals(child.field())) {
          if (child.is("elif_clause")) {
            Boolean other = conditions.holds(child.child("condition"));
            if (!Boolean.FALSE.equals(other)) {
              statement(child.child("consequence"));
            }
            if (Boolean.TRUE.equals(other)) {
              return ends;
            }
          } else {
            boolean last = statement(child);
            ends |= last && Boolean.FALSE.equals(known);
          }
        }
      }
    }
    return ends;
  }

  private void loop(Node node) {
    Node left = node.child("left");
    visit(node.child("right"));
    List<Value> items = items(scope.value(node.child("right")));
    if (items == null) {
      unbind(left);
      repeated(node.child("body"));
      return;
    }
    for (Value item : items) {
      bind(left, item);
      statement(node.child("body"));
    }
  }

  /** What a loop goes over when that is written out, else null. */
  private List<Value> items(Value over) {
    if (over instanceof Value.Many many) {
      return many.items();
    } else if (over instanceof Value.Mapping mapping) {
      return mapping.entries().stream().map(Map.Entry::getKey).toList();
    } else if (over instanceof Value.Call call && call.shortName().equals("items")) {
      Value of = calls.receiver(call);
      return of instanceof Value.Mapping mapping
          ? mapping.entries().stream()
              .map(e -> (Value) new Value.Many(List.of(e.getKey(), e.getValue()), call.span()))
              .toList()
          : null;
    }
    return null;
  }

  private void repeated(Node body) {
    boolean commits = commits(body);
    calls.enterLoop(commits);
    statement(body);
    calls.leaveLoop(commits);
  }

  /** Whether somewhere in it the connection commits. */
  private boolean commits(Node node) {
    boolean here =
        node.is("call")
            && text(node.child("function")).endsWith(".commit")
            && !text(node.child("function")).contains("session");
    return here || node.children().stream().anyMatch(this::commits);
  }

  private void unbind(Node target) {
    if (target.is("identifier")) {
      scope.bind(text(target), new Value.Unknown(text(target), module.file().span(target)));
    } else {
      target.parts().forEach(this::unbind);
    }
  }

  private void bind(Node target, Value value) {
    List<Node> parts = target.parts();
    if (target.is("identifier")) {
      scope.bind(text(target), value);
    } else if (value instanceof Value.Many many && many.items().size() == parts.size()) {
      for (int i = 0; i < parts.size(); i++) {
        bind(parts.get(i), many.items().get(i));
      }
    } else {
      unbind(target);
    }
  }

  private void effect(Node node) {
    Node right = node.child("right");
    if (node.is("assignment") && right != null) {
      visit(right);
      bind(node.child("left"), scope.value(right));
    } else if (node.is("augmented_assignment")) {
      visit(right);
      unbind(node.child("left"));
    } else {
      visit(node);
    }
  }

  private boolean with(Node node) {
    boolean leaves = false;
    for (Node clause : node.parts()) {
      for (Node item : clause.is("with_clause") ? clause.parts() : List.<Node>of()) {
        leaves |= open(item.child("value"));
      }
    }
    boolean before = stretches.transactional();
    stretches.begin(before && !leaves);
    boolean ends = statement(node.child("body"));
    stretches.begin(before);
    return ends;
  }

  /** True for what leaves the transaction. */
  private boolean open(Node value) {
    Node opened = value != null && value.is("as_pattern") ? value.parts().get(0) : value;
    if (opened == null) {
      return false;
    }
    visit(opened);
    Value what = scope.value(opened);
    Node alias = value.child("alias");
    if (alias != null && !alias.parts().isEmpty()) {
      bind(alias.parts().get(0), what);
    }
    return what instanceof Value.Call call && call.shortName().equals("autocommit_block");
  }

  /** Every call in an expression, the inner ones first. */
  private void visit(Node node) {
    if (node == null || node.is("lambda")) {
      return;
    }
    boolean repeats = node.type().endsWith("comprehension") || node.is("generator_expression");
    if (repeats) {
      calls.enterLoop(false);
    }
    node.children().forEach(this::visit);
    if (repeats) {
      calls.leaveLoop(false);
    }
    if (node.is("call") && scope.value(node) instanceof Value.Call call) {
      Node own = function(call.name());
      if (own == null) {
        calls.read(call);
      } else {
        enter(own, call);
      }
    }
  }

  private Node function(String name) {
    return inner.getOrDefault(name, module.function(name));
  }

  private void enter(Node function, Value.Call call) {
    int at = 0;
    Node parameters = function.child("parameters");
    Map<String, Value> outer = new HashMap<>();
    for (Node parameter : parameters == null ? List.<Node>of() : parameters.parts()) {
      Node named = parameter.child("name");
      Node name =
          named != null || parameter.is("identifier") || parameter.parts().isEmpty()
              ? named
              : parameter.parts().get(0);
      String bare = text(name == null ? parameter : name);
      Node otherwise = parameter.child("value");
      Value given = call.argument(bare, at++);
      Value value =
          given != null
              ? given
              : otherwise != null
                  ? scope.value(otherwise)
                  : new Value.Unknown(bare, module.file().span(parameter));
      outer.put(bare, scope.given(bare));
      scope.bind(bare, value);
    }
    if (depth++ < DEEPEST) {
      follow(function);
    }
    depth--;
    outer.forEach(
        (name, value) -> {
          if (value != null) {
            scope.bind(name, value);
          }
        });
  }

  private String text(Node node) {
    return module.file().text(node);
  }
}
