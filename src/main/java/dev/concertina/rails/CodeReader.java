package dev.concertina.rails;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the statements of a migration's methods. Both ways of a condition are followed; a loop
 * over a list that is written out goes turn by turn, any other is gone through once.
 */
final class CodeReader {

  private final SourceFile file;
  private final MigrationClass migration;
  private final Scope scope = new Scope();
  private final AdapterCondition adapters;
  private final CodeValues values;
  private final OwnCalls own;
  private final QueryCalls queries;
  private final Set<String> running = new HashSet<>();
  private final Deque<Node> blocks = new ArrayDeque<>();
  private boolean turnedRound;

  CodeReader(SourceFile file, MigrationClass migration, Outcome outcome) {
    this.file = file;
    this.migration = migration;
    adapters = new AdapterCondition(file);
    values = new CodeValues(file, migration, scope);
    own = new OwnCalls(this, file, migration, values, outcome);
    queries = new QueryCalls(this, file, scope, values, outcome);
  }

  Scope scope() {
    return scope;
  }

  Span span(Node node) {
    return file.span(node);
  }

  private String text(Node node) {
    return file.text(node);
  }

  /** Whether Rails makes the way down of what is followed now, by turning it round. */
  boolean isTurnedRound() {
    return turnedRound;
  }

  /** Follows a block that runs on the way up alone. */
  void onlyUp(Node call) {
    boolean outer = turnedRound;
    turnedRound = false;
    inside(call);
    turnedRound = outer;
  }

  /** Follows the method of the class that goes up. */
  void run(String method) {
    turnedRound = method.equals("change");
    Node definition = migration.methods().get(method);
    if (definition != null && running.add(method)) {
      block(definition.child("body"));
      running.remove(method);
    }
  }

  /** Follows a method that is called, with what it is given; false where the class has none. */
  boolean call(String method, Node call) {
    Node definition = migration.methods().get(method);
    if (definition == null) {
      return false;
    }
    if (running.add(method)) {
      Map<String, Binding> outer = scope.copy();
      bindParameters(definition.child("parameters"), call);
      Node block = call.child("block");
      blocks.push(block == null ? call : block);
      block(definition.child("body"));
      blocks.pop();
      scope.restore(outer);
      running.remove(method);
    }
    return true;
  }

  /** The digits or the text of an option of a call, or null. */
  String option(Node call, String name) {
    Value value = values.call(call).named().get(name);
    return value instanceof Value.Number number
        ? number.digits()
        : value == null ? null : value.text();
  }

  private void bindParameters(Node parameters, Node call) {
    List<Node> given = positional(call);
    Map<String, Value> named = values.call(call).named();
    int at = 0;
    for (Node parameter : parameters == null ? List.<Node>of() : parameters.parts()) {
      Node name = parameter.child("name");
      String called = text(name == null ? parameter : name);
      Node usual = parameter.child("value");
      boolean positional = parameter.is("identifier") || parameter.is("optional_parameter");
      Binding binding = Binding.OTHER;
      if (positional && at < given.size()) {
        binding = values.binding(given.get(at));
      } else if (named.containsKey(called)) {
        binding = new Binding.Plain(named.get(called));
      } else if (usual != null) {
        binding = values.binding(usual);
      }
      at += positional ? 1 : 0;
      scope.put(called, binding);
    }
  }

  private static List<Node> positional(Node call) {
    Node arguments = call.child("arguments");
    return arguments == null
        ? List.of()
        : arguments.parts().stream().filter(part -> !part.is("pair")).toList();
  }

  /** Follows the block of a call, whose parameters stand for these. */
  void inside(Node call, Binding... given) {
    Node block = call.child("block");
    if (block != null) {
      turn(block, given);
    }
  }

  private void turn(Node block, Binding... given) {
    Map<String, Binding> outer = scope.copy();
    Node parameters = block.child("parameters");
    List<Node> names = parameters == null ? List.of() : parameters.parts();
    List<Value> spread = spread(names.size(), given);
    for (int i = 0; i < names.size(); i++) {
      Binding one = i < given.length ? given[i] : Binding.OTHER;
      bind(names.get(i), spread.size() > i ? new Binding.Plain(spread.get(i)) : one);
    }
    if (names.isEmpty() && given.length > 0) {
      scope.put("it", given[0]);
      scope.put("_1", given[0]);
    }
    block(block.child("body"));
    scope.restore(outer);
  }

  /** A pair that is given to two parameters goes to one each. */
  private static List<Value> spread(int parameters, Binding... given) {
    boolean pair = parameters > 1 && given.length == 1;
    return pair && given[0] instanceof Binding.Plain plain ? plain.value().items() : List.of();
  }

  private void bind(Node parameter, Binding binding) {
    if (parameter.is("destructured_parameter") || parameter.is("left_assignment_list")) {
      List<Node> parts = parameter.parts();
      List<Value> items =
          binding instanceof Binding.Plain plain ? plain.value().items() : List.of();
      for (int i = 0; i < parts.size(); i++) {
        boolean has = i < items.size();
        bind(parts.get(i), has ? new Binding.Plain(items.get(i)) : Binding.OTHER);
      }
    } else {
      scope.put(text(parameter), binding);
    }
  }

  /** Follows statements one after the other. */
  void block(Node node) {
    if (node == null) {
      return;
    }
    switch (node.type()) {
      case "body_statement", "block_body", "then", "else", "ensure", "begin", "do" ->
          node.parts().forEach(this::statement);
      default -> statement(node);
    }
  }

  private void statement(Node node) {
    try {
      if (scope.enter()) {
        follow(node);
      } else {
        own.outcome().unread(file.span(node), "the code is longer than is followed");
      }
    } catch (UnreadException unread) {
      own.outcome().unread(file.span(node), unread.getMessage());
    } finally {
      scope.leave();
    }
  }

  private void follow(Node node) {
    switch (node.type()) {
      case "call", "identifier", "constant" -> effect(node);
      case "assignment" -> assign(node);
      case "operator_assignment" -> effects(node.child("right"));
      case "while", "until", "while_modifier", "until_modifier" -> {
        scope.enterLoop();
        block(node.child("body"));
        scope.leaveLoop();
      }
      case "for" -> own.forLoop(node);
      case "yield" -> yielded(node);
      case "super" ->
          own.outcome().unread(file.span(node), "what the class above does stands in another file");
      case "method", "singleton_method", "class", "module", "lambda", "heredoc_body" -> {}
      case "if",
          "unless",
          "elsif",
          "if_modifier",
          "unless_modifier",
          "conditional",
          "case",
          "when" ->
          adapters.ways(node).stream().filter(CodeReader::isNoCondition).forEach(this::block);
      case "rescue_modifier" -> block(node.child("body"));
      case "rescue" -> block(node.child("body"));
      case "binary", "return", "argument_list", "parenthesized_statements" ->
          node.parts().forEach(this::effects);
      case "begin", "body_statement", "block_body", "then", "else", "ensure" -> block(node);
      case "ERROR" -> own.outcome().unread(file.span(node), "it is no Ruby that can be read");
      default -> {}
    }
  }

  private static boolean isNoCondition(Node part) {
    String field = part.field();
    return !"condition".equals(field) && !"value".equals(field) && !"pattern".equals(field);
  }

  private void assign(Node node) {
    Node left = node.child("left");
    Node right = node.child("right");
    if (left.is("call")) {
      queries.assign(left);
    }
    effects(right);
    if (left.is("identifier") || left.is("instance_variable")) {
      scope.put(text(left), values.binding(right));
    } else if (left.is("left_assignment_list")) {
      bind(left, values.binding(right));
    }
  }

  /**
   * What an expression does whose value is used: what it is made of is followed where it counts.
   */
  private void effects(Node node) {
    if (node == null) {
      return;
    }
    switch (node.type()) {
      case "call" -> {
        if (own.isEffect(node) || queries.isEffect(node)) {
          effect(node);
        }
      }
      case "if", "unless", "case", "begin", "conditional", "binary", "return" -> statement(node);
      case "parenthesized_statements", "argument_list" -> node.parts().forEach(this::effects);
      default -> {}
    }
  }

  private void effect(Node node) {
    if (!queries.follow(node)) {
      own.follow(node);
    }
  }

  /** Follows the block that the method was called with. */
  private void yielded(Node node) {
    Node block = blocks.peek();
    if (block == null || !block.type().contains("block")) {
      return;
    }
    List<Binding> given = new ArrayList<>();
    for (Node arguments : node.parts()) {
      arguments.parts().forEach(argument -> given.add(values.binding(argument)));
    }
    blocks.pop();
    turn(block, given.toArray(Binding[]::new));
    blocks.push(block);
  }
}
