package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.Value;
import java.util.function.Consumer;
import java.util.function.Function;

/** What files give to each other: {@code import} and {@code export}. */
final class Exports {

  private final Flow flow;
  private final Expressions expressions;

  Exports(Flow flow, Expressions expressions) {
    this.flow = flow;
    this.expressions = expressions;
  }

  void export(Node node, Scope scope, Consumer<Node> run) {
    Node declaration = node.child("declaration");
    Node value = node.child("value");
    Node source = node.child("source");
    if (declaration != null) {
      run.accept(declaration);
      boolean type = declaration.is("class_declaration") || declaration.is("function_declaration");
      boolean standard = flow.text(node).startsWith("export default");
      if (type && standard && declaration.child("name") != null) {
        Value declared = scope.get(flow.text(declaration.child("name")));
        flow.module().export("default", declared);
      }
    } else if (value != null) {
      flow.module().export("default", expressions.value(value, scope));
    } else if (source != null) {
      again(node, flow.imported(path(source, scope)));
    } else {
      for (Node clause : node.parts()) {
        for (Node specifier : clause.parts()) {
          rename(specifier, name -> scope.get(name));
        }
      }
    }
  }

  private String path(Node source, Scope scope) {
    String path = expressions.value(source, scope).text();
    return path == null ? "" : path;
  }

  private void again(Node node, Module from) {
    if (from == null) {
      return;
    }
    for (Node clause : node.parts()) {
      for (Node specifier : clause.parts()) {
        rename(specifier, from::exported);
      }
    }
    if (node.parts().size() == 1) {
      flow.module().exportAll(from);
    }
  }

  private void rename(Node specifier, Function<String, Value> of) {
    Node name = specifier.child("name");
    if (name != null) {
      Node alias = specifier.child("alias");
      Value value = of.apply(flow.text(name));
      if (value != null) {
        flow.module().export(flow.text(alias == null ? name : alias), value);
      }
    }
  }

  void imports(Node node, Scope scope) {
    Node source = node.child("source");
    if (source == null) {
      return;
    }
    String path = path(source, scope);
    Module from = flow.imported(path);
    for (Node clause : node.parts()) {
      if (clause.is("import_clause")) {
        clause.parts().forEach(part -> bind(part, from, path, scope));
      }
    }
  }

  private void bind(Node part, Module from, String path, Scope scope) {
    switch (part.type()) {
      case "identifier" -> {
        Value whole = from == null ? null : from.whole();
        declare(flow.text(part), whole, part, scope);
      }
      case "namespace_import" -> {
        String name = flow.text(part.parts().get(0));
        declare(name, from == null ? null : new Whole(from), part, scope);
      }
      case "named_imports" -> {
        for (Node specifier : part.parts()) {
          Node name = specifier.child("name");
          Node alias = specifier.child("alias");
          if (name != null) {
            Value value = from == null ? null : from.exported(flow.text(name));
            declare(flow.text(alias == null ? name : alias), value, name, scope);
          }
        }
      }
      default -> {}
    }
  }

  /** What is imported from a package is known by its name alone. */
  private void declare(String name, Value value, Node part, Scope scope) {
    Value bare = new Value.Name(flow.text(part), flow.span(part));
    scope.declare(name, value == null ? bare : value);
  }

  /** A file as one thing. */
  static final class Whole extends Host {
    private final Module module;

    Whole(Module module) {
      super(Span.FILE);
      this.module = module;
    }

    @Override
    Value get(String property, Span at) {
      Value value = module.exported(property);
      return value == null ? new Value.Name(property, at) : value;
    }

    @Override
    Value invoke(String method, Arguments with) {
      return module.exported(method) instanceof Closure function
          ? with.flow().call(function, with.values(), with.span())
          : new Value.Unknown(method, with.span());
    }
  }
}
