package dev.concertina.django;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.PythonModule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the statements of a function and the functions of the same file that it calls. Both ways
 * of a condition are followed; a loop is gone through once.
 */
final class CodeReader {

  private static final List<Binding> GIVEN = List.of(Binding.APPS, Binding.CONNECTION);

  private final SqlReader reader;
  private final PythonModule module;
  private final ProjectState state;
  private final String app;
  private final Scope scope = new Scope();
  private final RowWriter rows;
  private final Imports imports;
  private final ValueReader values;
  private final Set<Node> running = new HashSet<>();
  private CodeReader afterwards;

  CodeReader(SqlReader reader, PythonModule module, ProjectState state, String app) {
    this.reader = reader;
    this.module = module;
    this.state = state;
    this.app = app;
    rows = new RowWriter(reader, module, state, scope);
    imports = new Imports(module, state, app);
    values = new ValueReader(this, module, scope, rows, imports, state);
  }

  List<Operation> operations() {
    return rows.operations();
  }

  /** Whether rows are written in a loop. */
  boolean loops() {
    return scope.wroteInLoop();
  }

  boolean importsModel() {
    return imports.usesModel();
  }

  void unread(Span place, String reason) {
    rows.unread(place, reason);
  }

  /** What is done when all migrations have run, each statement on its own; null for nothing. */
  CodeReader afterwards() {
    return afterwards;
  }

  /** Follows a function that Django calls when all migrations have run. */
  void afterwards(Binding.Function function) {
    if (afterwards == null) {
      afterwards = new CodeReader(reader, module, state, app);
      // What is put off once more is called at once.
      afterwards.afterwards = afterwards;
    }
    afterwards.call(function, List.of(), Map.of());
  }

  /**
   * Follows the function that an expression stands for, which gets {@code apps} and the schema
   * editor; false when it stands for none.
   */
  boolean run(Node expression) {
    boolean known = values.value(expression) instanceof Binding.Function;
    if (known) {
      call((Binding.Function) values.value(expression), GIVEN, Map.of());
    }
    return known;
  }

  /** Follows a function by its definition. */
  void runDefinition(Node definition) {
    call(new Binding.Function(definition, List.of(), Map.of()), GIVEN, Map.of());
  }

  /** Follows a call of a function of the file, and gives what it returns if that is one thing. */
  Binding call(Binding.Function called, List<Binding> given, Map<String, Binding> named) {
    Node function = called.definition();
    if (!running.add(function)) {
      return Binding.OTHER;
    }
    List<Binding> positional = new ArrayList<>(called.given());
    positional.addAll(given);
    Map<String, Binding> outer = scope.copy();
    scope.putAll(called.around());
    Node parameters = function.child("parameters");
    int at = 0;
    for (Node parameter : parameters == null ? List.<Node>of() : parameters.parts()) {
      String name = parameterName(parameter);
      Binding value = at < positional.size() ? positional.get(at) : Binding.OTHER;
      scope.put(name, named.getOrDefault(name, value));
      at++;
    }
    Node body = function.child("body");
    Binding result = function.is("lambda") ? values.value(body) : block(body);
    scope.restore(outer);
    running.remove(function);
    return result;
  }

  private String parameterName(Node parameter) {
    Node name = parameter.child("name");
    boolean nested = name == null && !parameter.is("identifier") && !parameter.parts().isEmpty();
    return text(nested ? parameter.parts().get(0) : name == null ? parameter : name);
  }

  private String text(Node node) {
    return module.file().text(node);
  }

  private Binding block(Node node) {
    Binding result = Binding.OTHER;
    // A part may be missing in a file that is no Python.
    for (Node child : node == null ? List.<Node>of() : node.children()) {
      Binding returned = statement(child);
      result = returned == Binding.OTHER ? result : returned;
    }
    return result;
  }

  /** Follows a statement, and gives what it returns. */
  private Binding statement(Node node) {
    try {
      if (scope.enter()) {
        return follow(node);
      }
      rows.unread(module.file().span(node), "the code is longer than is followed");
      return Binding.OTHER;
    } finally {
      scope.leave();
    }
  }

  private Binding follow(Node node) {
    switch (node.type()) {
      case "expression_statement" -> {
        return expression(node);
      }
      case "for_statement" -> {
        return loop(node);
      }
      case "while_statement" -> {
        values.value(node.child("condition"));
        return repeated(Binding.OTHER, node.child("body"));
      }
      case "with_statement" -> {
        return with(node);
      }
      case "return_statement" -> {
        List<Node> parts = node.parts();
        return parts.isEmpty() ? Binding.OTHER : values.value(parts.get(0));
      }
      case "function_definition" ->
          scope.put(text(node.child("name")), ValueReader.function(node, scope));
      case "decorated_definition" -> {
        return statement(node.child("definition"));
      }
      case "if_statement",
          "elif_clause",
          "else_clause",
          "try_statement",
          "except_clause",
          "finally_clause",
          "block" -> {
        return block(node);
      }
      case "import_statement", "import_from_statement" -> imports.inside(node);
      case "comment", "pass_statement", "class_definition" -> {}
      default -> {
        if (node.named()) {
          values.value(node);
        }
      }
    }
    return Binding.OTHER;
  }

  /** What a generator yields is what a loop over it goes through. */
  private Binding expression(Node node) {
    Binding yielded = Binding.OTHER;
    for (Node part : node.parts()) {
      if (part.is("yield") && !part.parts().isEmpty()) {
        yielded = values.value(part.parts().get(0));
      } else {
        effect(part);
      }
    }
    return yielded;
  }

  private void effect(Node node) {
    switch (node.type()) {
      case "assignment" -> {
        Node right = node.child("right");
        values.bind(node.child("left"), right == null ? Binding.OTHER : values.value(right));
      }
      case "augmented_assignment" -> {
        values.value(node.child("right"));
        values.touch(node.child("left"));
      }
      default -> values.value(node);
    }
  }

  private Binding loop(Node node) {
    Binding over = values.value(node.child("right"));
    Node left = node.child("left");
    Node body = node.child("body");
    if (over instanceof Binding.Items known && !known.items().isEmpty()) {
      // A list that is written out, of models or of their names: one turn after the other.
      Binding result = Binding.OTHER;
      for (Binding item : known.items()) {
        values.bind(left, item);
        result = block(body);
      }
      return result;
    }
    Binding each = Binding.each(over);
    if (each instanceof Binding.Row row && !row.created() && left.is("identifier")) {
      row.lifted().putAll(new LiftedValues(module, row.model(), text(left)).in(body));
    }
    values.bind(left, each);
    return repeated(each, body);
  }

  private Binding repeated(Binding each, Node body) {
    scope.enterLoop(each);
    Binding result = block(body);
    scope.leaveLoop();
    return result;
  }

  private Binding with(Node node) {
    for (Node clause : node.parts()) {
      for (Node item : clause.is("with_clause") ? clause.parts() : List.<Node>of()) {
        Node value = item.child("value");
        if (value != null && value.is("as_pattern")) {
          Binding opened = values.value(value.parts().get(0));
          Node alias = value.child("alias");
          if (alias != null && !alias.parts().isEmpty()) {
            values.bind(alias.parts().get(0), opened);
          }
        } else if (value != null) {
          values.value(value);
        }
      }
    }
    return block(node.child("body"));
  }
}
