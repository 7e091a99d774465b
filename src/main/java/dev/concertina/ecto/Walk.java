package dev.concertina.ecto;

import dev.concertina.schema.Span;
import dev.concertina.syntax.ElixirValues;
import dev.concertina.syntax.ElixirValues.Block;
import dev.concertina.syntax.ElixirValues.Function;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the code of a migration, and notes what it asks for. */
final class Walk {

  private static final int DEEPEST = 8;
  private static final int MOST_STEPS = 5_000;
  private static final int MOST_ITEMS = 100;

  private final SourceFile file;
  private final Scope scope;
  private final ElixirValues values;
  private final Sent sent;
  private final Commands commands;
  private final Repo repo;
  private final Set<Module.Clause> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private List<Change> changes;
  private int steps;

  Walk(SourceFile file, Scope scope, Sent sent, RepoSettings settings) {
    this.file = file;
    this.scope = scope;
    this.sent = sent;
    values = scope.values();
    commands = new Commands(settings, sent);
    repo = new Repo(file, scope, sent);
  }

  /** Goes through a function of the module that takes nothing. */
  void function(String name) {
    scope.module().clauses(name, 0).forEach(clause -> clause(clause, List.of()));
  }

  private void clause(Module.Clause clause, List<Value> given) {
    if (open.size() < DEEPEST && open.add(clause)) {
      Map<String, Value> before = scope.bind(clause.parameters(), given);
      block(clause.body());
      before.forEach(values::restore);
      open.remove(clause);
    }
  }

  private void block(Value block) {
    if (block instanceof Block body) {
      body.nodes().forEach(this::walk);
    }
  }

  private void walk(Node node) {
    switch (node.type()) {
      case "call" -> call(node);
      case "identifier" -> call(node);
      case "binary_operator" -> binary(node);
      case "stab_clause" -> node.children().stream().filter(c -> c.is("body")).forEach(this::walk);
      case "block", "body", "tuple", "list" -> node.parts().forEach(this::walk);
      default -> {}
    }
  }

  private void binary(Node node) {
    if (node.child("left") == null || node.child("right") == null) {
      node.parts().forEach(this::walk);
      return;
    }
    switch (values.operator(node)) {
      case "=" -> {
        walk(node.child("right"));
        scope.bind(List.of(node.child("left")), List.of(values.value(node.child("right"))));
      }
      case "|>" -> {
        if (node.child("left").is("call") || node.child("left").is("binary_operator")) {
          piped(node);
        } else {
          call(node);
        }
      }
      default -> node.parts().forEach(this::walk);
    }
  }

  /** What stands before a pipe is a command itself, or what the last call is about. */
  private void piped(Node node) {
    if (values.value(node.child("left")) instanceof Value.Call first
        && Commands.NAMES.contains(first.name())) {
      walk(node.child("left"));
    }
    call(node);
  }

  private boolean spent(Span span) {
    if (++steps == MOST_STEPS + 1) {
      unread(span, "it takes more than " + MOST_STEPS + " steps");
    }
    return steps > MOST_STEPS;
  }

  private void unread(Span span, String reason) {
    sent.later(() -> sent.transcript().unread(span, reason));
  }

  private void call(Node node) {
    boolean loop = node.child("target") != null && file.text(node.child("target")).equals("for");
    try {
      if (loop) {
        Comprehension each = Comprehension.of(node, values);
        each(node, each.generators(), each.body());
      } else if (!spent(file.span(node)) && values.value(node) instanceof Value.Call call) {
        call(node, call);
      }
    } catch (UnreadException unread) {
      unread(file.span(node), unread.getMessage());
    }
  }

  private void call(Node node, Value.Call call) {
    List<Value> given = call.arguments();
    List<Module.Clause> own = own(call);
    if (!own.isEmpty()) {
      enter(own, given);
    } else if (Commands.CHANGES.contains(call.name()) && changes != null) {
      changes.addAll(
          call.name().equals("timestamps") ? commands.timestamps(call) : List.of(Change.of(call)));
    } else if (Commands.NAMES.contains(call.name())) {
      commands.send(call, this::changes);
    } else if (Commands.CHANGES.contains(call.name())) {
      throw new UnreadException(call.name() + " stands outside of the block of a table");
    } else {
      other(node, call, given);
    }
  }

  private List<Module.Clause> own(Value.Call call) {
    boolean here =
        call.receiver() == null
            || call.receiver() instanceof Value.Call module && module.name().equals("__MODULE__");
    return here ? scope.module().clauses(call.name(), call.arguments().size()) : List.of();
  }

  private void enter(List<Module.Clause> clauses, List<Value> given) {
    for (Module.Clause clause : clauses) {
      if (scope.mayTake(clause, given)) {
        clause(clause, given);
      }
      if (scope.takes(clause, given)) {
        return;
      }
    }
  }

  /** What the calls in the block of a table ask for. */
  private List<Change> changes(Value block) {
    List<Change> outer = changes;
    changes = new ArrayList<>();
    block(block);
    List<Change> asked = changes;
    changes = outer;
    return asked;
  }

  private void other(Node node, Value.Call call, List<Value> given) {
    switch (call.name()) {
      case "execute" -> execute(call);
      case "flush" -> sent.flush();
      case "if", "unless" -> condition(node, call);
      case "case" -> cases(call);
      case "cond", "with", "try" -> {
        block(call.named().get("do"));
        block(call.named().get("else"));
        block(call.named().get("after"));
      }
      default -> {
        if (!repo.send(call, this::pass)) {
          library(call, given);
        }
      }
    }
  }

  private void execute(Value.Call call) {
    Value up = call.argument("up", 0);
    if (up instanceof Function function) {
      sent.postponed(() -> pass(function, List.of()));
    } else if (up == null || up.text() == null) {
      unread(up == null ? call.span() : up.span(), "the SQL is built at run time");
    } else if (!up.text().isBlank()) {
      sent.later(
          () ->
              sent.transcript()
                  .run(up instanceof Value.Text ? up : new Value.Text(up.text(), -1, up.span())));
    }
  }

  /** Both ways are taken where nobody knows. */
  private void condition(Node node, Value.Call call) {
    List<Node> arguments = ElixirValues.arguments(node);
    Boolean holds = arguments.isEmpty() ? null : scope.holds(arguments.get(0));
    if (holds != null && call.name().equals("unless")) {
      holds = !holds;
    }
    if (!Boolean.FALSE.equals(holds)) {
      block(call.named().get("do"));
    }
    if (!Boolean.TRUE.equals(holds)) {
      block(call.named().get("else"));
    }
  }

  private void cases(Value.Call call) {
    Value subject = call.arguments().isEmpty() ? null : call.arguments().get(0);
    if (!(call.named().get("do") instanceof Block body)) {
      return;
    }
    for (Node clause : body.nodes()) {
      Node left = clause.child("left");
      List<Node> patterns = left == null ? List.of() : left.parts();
      boolean plain = patterns.size() == 1 && subject != null;
      if (!plain || scope.mayTake(patterns.get(0), subject)) {
        Map<String, Value> before =
            scope.bind(patterns, subject == null ? List.of() : List.of(subject));
        walk(clause);
        before.forEach(values::restore);
        if (plain && scope.takes(patterns.get(0), subject)) {
          return;
        }
      }
    }
  }

  private void each(Node node, List<Node> generators, Value body) {
    if (generators.isEmpty()) {
      block(body);
      return;
    }
    Node pattern = generators.get(0).child("left");
    Value list = values.value(generators.get(0).child("right"));
    each(
        file.span(node),
        list,
        item -> {
          Map<String, Value> before =
              scope.bind(List.of(pattern), item == null ? List.of() : List.of(item));
          each(node, generators.subList(1, generators.size()), body);
          before.forEach(values::restore);
        });
  }

  private interface Item {
    /** Goes through the code for an item; null for those that nobody knows. */
    void pass(Value item);
  }

  private void each(Span code, Value list, Item once) {
    Value known = ElixirValues.tuples(list);
    if (known instanceof Value.Many many && many.items().size() <= MOST_ITEMS) {
      many.items().stream().takeWhile(item -> !spent(code)).forEach(once::pass);
    } else if (changes != null) {
      throw new UnreadException("the columns are computed at run time");
    } else {
      sent.repeat(code, () -> once.pass(null));
    }
  }

  /** Goes through a function that is handed over. */
  private void pass(Function function, List<Value> given) {
    Node node = function.node();
    if (node.is("anonymous_function")) {
      for (Node clause : node.parts()) {
        Node left = clause.child("left");
        Map<String, Value> before = scope.bind(left == null ? List.of() : left.parts(), given);
        walk(clause);
        before.forEach(values::restore);
      }
      return;
    }
    Node operand = node.child("operand");
    if (operand == null) {
      return;
    }
    if (values.operator(operand).equals("/") && operand.child("left") != null) {
      String name = file.text(operand.child("left"));
      enter(scope.module().clauses(name, given.size()), given);
      return;
    }
    Map<String, Value> before = new HashMap<>();
    for (int i = 0; i < given.size(); i++) {
      before.put("&" + (i + 1), values.get("&" + (i + 1)));
      values.set("&" + (i + 1), given.get(i));
    }
    walk(operand);
    before.forEach(values::restore);
  }

  private void library(Value.Call call, List<Value> given) {
    Value last = given.isEmpty() ? null : given.get(given.size() - 1);
    if (Library.goesThrough(call.name()) && last instanceof Function function) {
      each(
          call.span(),
          given.get(0),
          item -> pass(function, item == null ? List.of() : List.of(item)));
    } else if (Library.isHarmless(call)) {
      for (Value value : given) {
        if (value instanceof Function function) {
          pass(function, List.of());
        }
      }
      block(call.named().get("do"));
    } else {
      throw new UnreadException(call.name() + " is a function of another file");
    }
  }
}
