package dev.concertina.django;

import dev.concertina.syntax.Node;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Map;

/** Tells what the expressions in the code of a migration stand for, and notes what they write. */
final class ValueReader {

  private final PythonModule module;
  private final Scope scope;
  private final Imports imports;
  private final RelatedRows related;
  private final CallReader calls;

  ValueReader(
      CodeReader code,
      PythonModule module,
      Scope scope,
      RowWriter rows,
      Imports imports,
      ProjectState state) {
    this.module = module;
    this.scope = scope;
    this.imports = imports;
    related = new RelatedRows(state);
    calls = new CallReader(code, this, module, scope, rows, imports, state);
  }

  Binding value(Node node) {
    try {
      return scope.enter() && node != null ? read(node) : Binding.OTHER;
    } finally {
      scope.leave();
    }
  }

  private Binding read(Node node) {
    switch (node.type()) {
      case "identifier" -> {
        return name(text(node));
      }
      case "attribute" -> {
        return attribute(value(node.child("object")), text(node.child("attribute")));
      }
      case "call" -> {
        return calls.call(node);
      }
      case "await", "parenthesized_expression" -> {
        return node.parts().size() == 1 ? value(node.parts().get(0)) : Binding.OTHER;
      }
      case "subscript" -> {
        return subscript(node);
      }
      case "list_comprehension", "set_comprehension", "generator_expression" -> {
        return comprehension(node);
      }
      case "named_expression" -> {
        Binding named = value(node.child("value"));
        bind(node.child("name"), named);
        return named;
      }
      case "conditional_expression", "boolean_operator" -> {
        return either(node.parts());
      }
      case "list", "tuple", "set", "expression_list" -> {
        return new Binding.Items(node.parts().stream().map(this::value).toList());
      }
      case "lambda" -> {
        return function(node, scope);
      }
      case "string" -> {
        String said = module.value(node).text();
        return said == null ? Binding.OTHER : new Binding.Text(said);
      }
      default -> {
        node.parts().forEach(this::value);
        return Binding.OTHER;
      }
    }
  }

  private Binding either(List<Node> parts) {
    Binding either = Binding.OTHER;
    for (Node part : parts) {
      Binding found = value(part);
      either = either == Binding.OTHER ? found : either;
    }
    return either;
  }

  static Binding function(Node definition, Scope scope) {
    return new Binding.Function(definition, List.of(), scope.copy());
  }

  private String text(Node node) {
    return module.file().text(node);
  }

  /** What a name stands for: in the function, else in the file. */
  private Binding name(String name) {
    Binding known = scope.get(name);
    if (known != null) {
      return known;
    }
    Node function = module.function(name);
    if (function != null) {
      return new Binding.Function(function, List.of(), Map.of());
    }
    Value constant = module.constant(name);
    return constant == null ? imports.global(name) : constant(constant);
  }

  private static Binding constant(Value value) {
    return switch (value) {
      case Value.Text text -> new Binding.Text(text.text());
      case Value.Many many ->
          new Binding.Items(many.items().stream().map(ValueReader::constant).toList());
      default -> Binding.OTHER;
    };
  }

  Binding attribute(Binding object, String name) {
    return switch (object) {
      case Binding.ModelClass it
          when name.equals("objects") || name.endsWith("manager") || name.endsWith("objects") ->
          Binding.Rows.of(it.model(), null);
      case Binding.ModelClass it -> {
        Model between = related.between(it.model(), it.model().field(name));
        yield between == null ? Binding.OTHER : new Binding.Many(between);
      }
      case Binding.Many many when name.equals("through") -> new Binding.ModelClass(many.between());
      case Binding.Row row -> related.of(row, name);
      case Binding.Connection connection -> connection;
      case Binding.Imported imported -> imports.attribute(imported, name);
      default -> Binding.OTHER;
    };
  }

  /** A slice is a query still, an item is one of its rows. */
  private Binding subscript(Node node) {
    Binding whole = value(node.child("value"));
    boolean slice = node.parts().stream().anyMatch(part -> part.is("slice"));
    boolean known = whole instanceof Binding.Items items && !items.items().isEmpty();
    return slice ? whole : known ? ((Binding.Items) whole).items().get(0) : Binding.each(whole);
  }

  private Binding comprehension(Node node) {
    Map<String, Binding> outer = scope.copy();
    int loops = 0;
    for (Node part : node.parts()) {
      if (part.is("for_in_clause")) {
        Binding each = Binding.each(value(part.child("right")));
        bind(part.child("left"), each);
        scope.enterLoop(each);
        loops++;
      }
    }
    Node body = node.child("body");
    Binding each = body == null ? Binding.OTHER : value(body);
    for (; loops > 0; loops--) {
      scope.leaveLoop();
    }
    scope.restore(outer);
    return each instanceof Binding.Row row ? new Binding.Several(row) : Binding.OTHER;
  }

  /** Gives the names on the left of an assignment or a loop what stands on its right. */
  void bind(Node left, Binding value) {
    switch (left.type()) {
      case "identifier" -> scope.put(text(left), value);
      case "attribute" -> touch(left);
      case "pattern_list", "tuple_pattern", "list_pattern" -> {
        List<Binding> items = value instanceof Binding.Items known ? known.items() : List.of();
        int at = 0;
        for (Node part : left.parts()) {
          bind(part, at < items.size() ? items.get(at) : Binding.OTHER);
          at++;
        }
      }
      default -> {}
    }
  }

  /** {@code row.field = …}. */
  void touch(Node left) {
    if (left.is("attribute") && value(left.child("object")) instanceof Binding.Row row) {
      row.touched().add(text(left.child("attribute")));
    }
  }
}
