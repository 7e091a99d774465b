package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Grammar;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.UnreadableSourceException;
import dev.concertina.syntax.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows the statements of a program in the order in which they run: functions that are called,
 * loops over what the file says, both ways of a condition that nobody can know. What the program
 * asks the framework's objects for is theirs to note.
 */
final class Flow {

  private static final int MOST_STEPS = 200_000;
  private static final int DEEPEST_CALL = 60;
  private static final int MOST_MODULES = 30;

  private final Module main;
  private final Modules modules;
  private final Journal journal;
  private final Expressions expressions;
  private final Patterns patterns;
  private final Map<String, Module> loaded = new HashMap<>();
  private Module current;
  private Span site;
  private Value returned;
  private int steps;
  private int depth;

  /** How a statement ends. */
  private enum Ending {
    NORMAL,
    RETURN,
    BREAK,
    CONTINUE,
    THROW
  }

  /** More than is followed. */
  static final class TooMuchException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * @param path where the file lies
   */
  Flow(SourceFile file, String path, Modules modules, Journal journal) {
    this.modules = modules;
    this.journal = journal;
    expressions = new Expressions(this, journal);
    patterns = new Patterns(this, expressions);
    main = new Module(file, path);
    loaded.put(path, main);
    current = main;
  }

  /** Runs what stands at the top of the file, so that its functions can be called. */
  Module load() {
    run(main);
    return main;
  }

  private void run(Module module) {
    Module before = current;
    current = module;
    block(module.file().root().children(), module.scope());
    current = before;
  }

  /** A file that the one at hand imports, or null where there is none. */
  Module imported(String name) {
    Modules.Found found =
        name.startsWith(".") && loaded.size() < MOST_MODULES
            ? modules.find(current.path(), name).orElse(null)
            : null;
    if (found == null) {
      return null;
    }
    Module known = loaded.get(found.path());
    if (known == null) {
      try {
        known = new Module(Grammar.TYPESCRIPT.parse(found.text()), found.path());
      } catch (UnreadableSourceException beyond) {
        return null;
      }
      loaded.put(found.path(), known);
      Span outer = site;
      site = site == null ? Span.FILE : site;
      run(known);
      site = outer;
    }
    return known;
  }

  Module module() {
    return current;
  }

  /** Where a part of the program stands in the migration's own file. */
  Span span(Node node) {
    return current == main || site == null ? current.file().span(node) : site;
  }

  /** Whether the part at hand is the migration's own file. */
  boolean isAtHome() {
    return current == main;
  }

  String text(Node node) {
    return current.file().text(node);
  }

  void step() {
    if (++steps > MOST_STEPS) {
      throw new TooMuchException();
    }
  }

  /** Calls a function of the program. */
  Value call(Closure function, List<Value> given, Span place) {
    if (depth > DEEPEST_CALL) {
      return new Value.Unknown("", place);
    }
    Module outerModule = current;
    Span outerSite = site;
    if (current == main && function.module() != main) {
      site = place;
    }
    current = function.module();
    depth++;
    try {
      Scope scope = new Scope(function.scope());
      patterns.parameters(function.node(), given, scope, place);
      if (function.self() != null) {
        scope.declare("this", function.self());
      }
      Node body = function.node().child("body");
      if (body == null) {
        return new Value.Nothing(place);
      } else if (!body.is("statement_block")) {
        return expressions.value(body, scope);
      }
      returned = null;
      block(body.children(), scope);
      Value result = returned == null ? new Value.Nothing(place) : returned;
      returned = null;
      return result;
    } finally {
      depth--;
      current = outerModule;
      site = outerSite;
    }
  }

  private Ending block(List<Node> statements, Scope scope) {
    for (Node statement : statements) {
      Node declared = statement.is("export_statement") ? statement.child("declaration") : statement;
      if (declared != null) {
        hoist(declared, scope);
      }
    }
    for (Node statement : statements) {
      Ending ending = statement(statement, scope);
      if (ending != Ending.NORMAL) {
        return ending;
      }
    }
    return Ending.NORMAL;
  }

  /** Functions and classes are known before the statements around them run. */
  private void hoist(Node node, Scope scope) {
    switch (node.type()) {
      case "function_declaration", "generator_function_declaration" ->
          scope.declare(
              text(node.child("name")), new Closure(node, scope, current, null, span(node)));
      case "class_declaration", "abstract_class_declaration" ->
          scope.declare(text(node.child("name")), new ClassValue(node, scope, current, span(node)));
      case "enum_declaration" ->
          scope.declare(text(node.child("name")), expressions.enumeration(node, scope));
      default -> {}
    }
  }

  private Ending statement(Node node, Scope scope) {
    step();
    return switch (node.type()) {
      case "expression_statement" -> {
        node.parts().forEach(part -> settle(expressions.value(part, scope)));
        yield Ending.NORMAL;
      }
      case "lexical_declaration", "variable_declaration" -> {
        declare(node, scope);
        yield Ending.NORMAL;
      }
      case "statement_block" -> block(node.children(), new Scope(scope));
      case "return_statement" -> {
        List<Node> parts = node.parts();
        returned = parts.isEmpty() ? null : expressions.value(parts.get(0), scope);
        yield Ending.RETURN;
      }
      case "if_statement" -> condition(node, scope);
      case "for_in_statement" -> each(node, scope);
      case "for_statement", "while_statement", "do_statement" -> once(node, scope);
      case "try_statement" -> attempt(node, scope);
      case "switch_statement" -> choose(node, scope);
      case "throw_statement" -> Ending.THROW;
      case "break_statement" -> Ending.BREAK;
      case "continue_statement" -> Ending.CONTINUE;
      case "labeled_statement" -> statement(node.child("body"), scope);
      case "export_statement" -> {
        new Exports(this, expressions).export(node, scope, s -> statement(s, scope));
        yield Ending.NORMAL;
      }
      case "import_statement" -> {
        new Exports(this, expressions).imports(node, scope);
        yield Ending.NORMAL;
      }
      default -> Ending.NORMAL;
    };
  }

  private void declare(Node declaration, Scope scope) {
    for (Node part : declaration.parts()) {
      if (part.is("variable_declarator")) {
        Node value = part.child("value");
        Value is = value == null ? new Value.Nothing(span(part)) : expressions.value(value, scope);
        patterns.bind(part.child("name"), is, scope);
      }
    }
  }

  /** Both ways of a condition are followed where nobody can know it. */
  private Ending condition(Node node, Scope scope) {
    Boolean truth = Values.truth(expressions.value(node.child("condition"), scope));
    Node then = node.child("consequence");
    Node otherwise = node.child("alternative");
    Ending first =
        Boolean.FALSE.equals(truth) || then == null
            ? Ending.NORMAL
            : statement(then, new Scope(scope));
    Value result = returned;
    Ending second =
        Boolean.TRUE.equals(truth) || otherwise == null
            ? Ending.NORMAL
            : block(otherwise.children(), new Scope(scope));
    if (truth != null) {
      return truth ? first : second;
    } else if (first == second) {
      return first;
    }
    settle(first == Ending.RETURN ? result : second == Ending.RETURN ? returned : null);
    returned = null;
    return Ending.NORMAL;
  }

  private Ending each(Node node, Scope scope) {
    Value over = expressions.value(node.child("right"), scope);
    Node body = node.child("body");
    boolean keys = node.child("operator") != null && text(node.child("operator")).equals("in");
    if (!(over instanceof Value.Many many) || keys) {
      Scope inner = new Scope(scope);
      patterns.bind(node.child("left"), new Value.Unknown("", span(node)), inner);
      Ending ending = statement(body, inner);
      return ending == Ending.RETURN ? ending : Ending.NORMAL;
    }
    for (Value item : many.items()) {
      Scope inner = new Scope(scope);
      patterns.bind(node.child("left"), item, inner);
      Ending ending = statement(body, inner);
      if (ending == Ending.BREAK) {
        break;
      } else if (ending == Ending.RETURN || ending == Ending.THROW) {
        return ending;
      }
    }
    return Ending.NORMAL;
  }

  /** A loop whose end nobody can know is gone through once. */
  private Ending once(Node node, Scope scope) {
    Scope inner = new Scope(scope);
    Node start = node.child("initializer");
    if (start != null) {
      statement(start, inner);
      // Its variable has every value in turn.
      for (Node part : start.parts()) {
        if (part.is("variable_declarator")) {
          patterns.bind(part.child("name"), new Value.Unknown("", span(part)), inner);
        }
      }
    }
    for (Node part : node.children()) {
      if ("condition".equals(part.field()) && part.named()) {
        settle(expressions.value(part, inner));
      }
    }
    Node body = node.child("body");
    Ending ending = body == null ? Ending.NORMAL : statement(body, inner);
    return ending == Ending.RETURN ? ending : Ending.NORMAL;
  }

  private Ending attempt(Node node, Scope scope) {
    Ending ending = statement(node.child("body"), scope);
    Node last = node.child("finalizer");
    if (last != null && last.child("body") != null) {
      Value result = returned;
      Ending at = statement(last.child("body"), scope);
      if (at != Ending.NORMAL) {
        return at;
      }
      returned = result;
    }
    return ending;
  }

  /** Every case that may be the one is followed. */
  private Ending choose(Node node, Scope scope) {
    Value chosen = expressions.value(node.child("value"), scope);
    Node body = node.child("body");
    boolean taken = false;
    for (Node part : body == null ? List.<Node>of() : body.children()) {
      Node value = part.child("value");
      boolean fallback = part.is("switch_default");
      Boolean same = value == null ? null : Values.same(chosen, expressions.value(value, scope));
      if (!taken && Boolean.FALSE.equals(same) || taken && fallback) {
        continue;
      }
      List<Node> statements = part.children().stream().filter(c -> c != value).toList();
      Ending ending = block(statements, new Scope(scope));
      if (ending == Ending.RETURN && (Boolean.TRUE.equals(same) || fallback)) {
        return ending;
      }
      taken = Boolean.TRUE.equals(same) && !statements.isEmpty() && ending != Ending.NORMAL;
      if (taken) {
        break;
      }
    }
    return Ending.NORMAL;
  }

  /** What awaiting a value does. */
  Value settle(Value value) {
    return value instanceof Host host ? host.settle() : value;
  }
}
