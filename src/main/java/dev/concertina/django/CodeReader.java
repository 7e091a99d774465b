package dev.concertina.django;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.PythonModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the statements of a function and the functions of the same file that it calls, and keeps
 * what names stand for. Both ways of a condition are followed; a loop is gone through once.
 */
final class CodeReader {

  private static final int DEEPEST = 40;
  private static final int MOST_STEPS = 20_000;

  private final PythonModule module;
  private final CallReader calls;
  private final RowWriter rows;
  private final Map<String, Binding> local = new HashMap<>();
  private final Set<Node> running = new LinkedHashSet<>();
  private boolean loops;
  private int loop;
  private int steps;
  private int depth;

  CodeReader(SqlReader reader, PythonModule module, ProjectState state, String app) {
    this.module = module;
    rows = new RowWriter(reader, module, state);
    calls = new CallReader(this, rows, module, state, app);
  }

  List<Operation> operations() {
    return rows.operations();
  }

  /** Whether rows are written in a loop. */
  boolean loops() {
    return loops;
  }

  boolean importsModel() {
    return calls.importsModel();
  }

  void unread(Span place, String reason) {
    rows.unread(place, reason);
  }

  /** Whether what is read now stands in a loop. */
  boolean inLoop() {
    return loop > 0;
  }

  /** Something was written here. */
  void wrote() {
    loops |= loop > 0;
  }

  /** Follows a function that gets {@code apps} and the schema editor. */
  void run(Node function) {
    call(function, List.of(Binding.APPS, Binding.CONNECTION), Map.of());
  }

  /** Follows a call of a function of the file, and gives what it returns if that is one thing. */
  Binding call(Node function, List<Binding> positional, Map<String, Binding> named) {
    if (!running.add(function)) {
      return Binding.OTHER;
    }
    Map<String, Binding> outer = new HashMap<>(local);
    int at = 0;
    for (Node parameter : function.child("parameters").parts()) {
      Node name = parameter.is("identifier") ? parameter : parameter.child("name");
      if (name == null) {
        name = parameter.parts().isEmpty() ? parameter : parameter.parts().get(0);
      }
      String text = text(name);
      Binding given = at < positional.size() ? positional.get(at) : Binding.OTHER;
      local.put(text, named.getOrDefault(text, given));
      at++;
    }
    Binding result = block(function.child("body"));
    local.clear();
    local.putAll(outer);
    running.remove(function);
    return result;
  }

  private String text(Node node) {
    return module.file().text(node);
  }

  private Binding block(Node node) {
    Binding result = Binding.OTHER;
    for (Node child : node.children()) {
      Binding returned = statement(child);
      result = returned == Binding.OTHER ? result : returned;
    }
    return result;
  }

  /** Follows a statement, and gives what it returns. */
  private Binding statement(Node node) {
    if (++steps > MOST_STEPS || depth > DEEPEST) {
      if (steps == MOST_STEPS + 1) {
        unread(module.file().span(node), "the code is longer than is followed");
      }
      return Binding.OTHER;
    }
    depth++;
    try {
      return switch (node.type()) {
        case "expression_statement" -> {
          node.parts().forEach(this::effect);
          yield Binding.OTHER;
        }
        case "return_statement" ->
            node.parts().isEmpty() ? Binding.OTHER : value(node.parts().get(0));
        case "for_statement" -> loop(node);
        case "while_statement" -> {
          value(node.child("condition"));
          yield repeated(node.child("body"));
        }
        case "with_statement" -> with(node);
        case "function_definition" -> {
          local.put(text(node.child("name")), new Binding.Function(node, List.of()));
          yield Binding.OTHER;
        }
        case "if_statement",
            "elif_clause",
            "else_clause",
            "try_statement",
            "except_clause",
            "finally_clause",
            "block" ->
            block(node);
        case "comment", "import_statement", "import_from_statement", "pass_statement" ->
            Binding.OTHER;
        default -> {
          if (node.named()) {
            value(node);
          }
          yield Binding.OTHER;
        }
      };
    } finally {
      depth--;
    }
  }

  private void effect(Node node) {
    switch (node.type()) {
      case "assignment" -> {
        Node right = node.child("right");
        bind(node.child("left"), right == null ? Binding.OTHER : value(right));
      }
      case "augmented_assignment" -> {
        value(node.child("right"));
        touch(node.child("left"));
      }
      default -> value(node);
    }
  }

  /** Gives the names on the left of an assignment or a loop what stands on its right. */
  private void bind(Node left, Binding value) {
    switch (left.type()) {
      case "identifier" -> local.put(text(left), value);
      case "attribute" -> touch(left);
      case "pattern_list", "tuple_pattern", "list_pattern" -> {
        boolean first = true;
        for (Node part : left.parts()) {
          Binding known =
              first && value instanceof Binding.Pair pair ? pair.first() : Binding.OTHER;
          bind(part, known);
          first = false;
        }
      }
      default -> {}
    }
  }

  /** {@code row.field = …}. */
  private void touch(Node left) {
    if (left.is("attribute") && value(left.child("object")) instanceof Binding.Row row) {
      row.touched().add(text(left.child("attribute")));
    }
  }

  private Binding loop(Node node) {
    Binding over = value(node.child("right"));
    Node left = node.child("left");
    boolean counted = isCall(node.child("right"), "enumerate");
    Binding each = CallReader.each(over);
    List<Node> names = left.parts();
    if (counted && names.size() == 2 && !left.is("identifier")) {
      bind(names.get(1), each);
    } else {
      bind(left, each);
    }
    return repeated(node.child("body"));
  }

  private boolean isCall(Node node, String name) {
    return node.is("call") && text(node.child("function")).equals(name);
  }

  private Binding repeated(Node body) {
    loop++;
    Binding result = block(body);
    loop--;
    return result;
  }

  private Binding with(Node node) {
    for (Node clause : node.parts()) {
      for (Node item : clause.is("with_clause") ? clause.parts() : List.<Node>of()) {
        Node value = item.child("value");
        if (value != null && value.is("as_pattern")) {
          Binding opened = value(value.parts().get(0));
          Node alias = value.child("alias");
          if (alias != null && !alias.parts().isEmpty()) {
            bind(alias.parts().get(0), opened);
          }
        } else if (value != null) {
          value(value);
        }
      }
    }
    return block(node.child("body"));
  }

  /** What an expression stands for; what it writes on the way is noted. */
  Binding value(Node node) {
    if (++steps > MOST_STEPS || depth > DEEPEST) {
      return Binding.OTHER;
    }
    depth++;
    try {
      return switch (node.type()) {
        case "identifier" -> name(text(node));
        case "attribute" -> calls.attribute(node);
        case "call" -> calls.call(node);
        case "await", "parenthesized_expression" ->
            node.parts().size() == 1 ? value(node.parts().get(0)) : Binding.OTHER;
        case "subscript" -> subscript(node);
        case "list_comprehension", "set_comprehension", "generator_expression" ->
            comprehension(node);
        case "named_expression" -> {
          Binding named = value(node.child("value"));
          bind(node.child("name"), named);
          yield named;
        }
        case "conditional_expression", "boolean_operator" -> {
          Binding either = Binding.OTHER;
          for (Node part : node.parts()) {
            Binding found = value(part);
            either = either == Binding.OTHER ? found : either;
          }
          yield either;
        }
        case "list", "tuple" -> {
          Binding several = Binding.OTHER;
          for (Node part : node.parts()) {
            several = value(part) instanceof Binding.Row row ? new Binding.Several(row) : several;
          }
          yield several;
        }
        case "lambda", "string", "comment" -> Binding.OTHER;
        default -> {
          node.parts().forEach(this::value);
          yield Binding.OTHER;
        }
      };
    } finally {
      depth--;
    }
  }

  private Binding name(String name) {
    Binding known = local.get(name);
    if (known != null) {
      return known;
    }
    Node function = module.function(name);
    return function != null ? new Binding.Function(function, List.of()) : calls.global(name);
  }

  /** A slice is a query still, an item is one of its rows. */
  private Binding subscript(Node node) {
    Binding whole = value(node.child("value"));
    boolean slice = node.parts().stream().anyMatch(part -> part.is("slice"));
    return slice ? whole : CallReader.each(whole);
  }

  private Binding comprehension(Node node) {
    Map<String, Binding> outer = new HashMap<>(local);
    List<Node> parts = new ArrayList<>(node.parts());
    Node body = node.child("body");
    loop++;
    for (Node part : parts) {
      if (part.is("for_in_clause")) {
        bind(part.child("left"), CallReader.each(value(part.child("right"))));
      }
    }
    Binding each = body == null ? Binding.OTHER : value(body);
    loop--;
    local.clear();
    local.putAll(outer);
    return switch (each) {
      case Binding.Row row -> new Binding.Several(row);
      default -> Binding.OTHER;
    };
  }

  /** The table of the rows that a loop around here goes over, or null. */
  String loopedTable() {
    return local.values().stream()
        .filter(each -> loop > 0 && each instanceof Binding.Row row && !row.created())
        .map(each -> rows.table(((Binding.Row) each).model()))
        .findFirst()
        .orElse(null);
  }
}
