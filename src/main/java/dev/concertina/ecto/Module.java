package dev.concertina.ecto;

import dev.concertina.syntax.ElixirValues;
import dev.concertina.syntax.ElixirValues.Block;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands in the modules of a file: the migration's functions, and schemas beside it. */
final class Module {

  /**
   * One way to go into a function.
   *
   * @param parameters patterns
   */
  record Clause(String name, List<Node> parameters, Block body) {
    Clause {
      parameters = List.copyOf(parameters);
    }
  }

  private final SourceFile file;
  private final ElixirValues values;
  private final Map<String, List<Clause>> functions = new HashMap<>();
  private final Map<String, String> schemas = new HashMap<>();

  Module(SourceFile file, ElixirValues values) {
    this.file = file;
    this.values = values;
    note(file.root(), "");
  }

  /** The ways to go into a function of that name with so many arguments. */
  List<Clause> clauses(String name, int arguments) {
    return functions.getOrDefault(name, List.of()).stream()
        .filter(clause -> takes(clause, arguments))
        .toList();
  }

  private boolean takes(Clause clause, int arguments) {
    long defaults = clause.parameters().stream().filter(this::hasDefault).count();
    int most = clause.parameters().size();
    return arguments <= most && arguments >= most - defaults;
  }

  private boolean hasDefault(Node parameter) {
    return values.operator(parameter).equals("\\\\");
  }

  /** The table of a schema of this file, or null. */
  String table(String module) {
    return schemas.get(module.substring(module.lastIndexOf('.') + 1));
  }

  private void note(Node node, String module) {
    if (!node.is("call")) {
      if (node.is("unary_operator")) {
        attribute(node);
      } else {
        node.children().forEach(child -> note(child, module));
      }
      return;
    }
    Node target = node.child("target");
    List<Node> arguments = ElixirValues.arguments(node);
    switch (target == null || arguments.isEmpty() ? "" : file.text(target)) {
      case "defmodule" ->
          node.children().forEach(child -> note(child, file.text(arguments.get(0))));
      case "if", "unless" -> node.children().forEach(child -> note(child, module));
      case "def", "defp" -> function(node, arguments.get(0));
      case "schema" -> schema(module, values.value(arguments.get(0)));
      default -> {}
    }
  }

  private void schema(String module, Value table) {
    if (table.text() != null) {
      schemas.put(module.substring(module.lastIndexOf('.') + 1), table.text());
    }
  }

  private void attribute(Node node) {
    Node operand = node.child("operand");
    List<Node> given = operand == null ? List.of() : ElixirValues.arguments(operand);
    if (operand != null && operand.is("call") && given.size() == 1) {
      values.set("@" + file.text(operand.child("target")), values.value(given.get(0)));
    }
  }

  private void function(Node definition, Node written) {
    Node head = values.operator(written).equals("when") ? written.child("left") : written;
    Node target = head.is("call") ? head.child("target") : head;
    if (target == null || !(values.value(definition) instanceof Value.Call call)) {
      return;
    }
    Value body = call.named().get("do");
    if (body instanceof Block block) {
      List<Node> parameters = head.is("call") ? ElixirValues.arguments(head) : List.of();
      functions
          .computeIfAbsent(file.text(target), name -> new ArrayList<>())
          .add(new Clause(file.text(target), parameters, block));
    }
  }
}
