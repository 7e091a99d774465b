package dev.concertina.django;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads what the function of a {@code RunPython} does to rows. */
final class RunPython {

  private final SqlReader reader;
  private final PythonModule module;
  private final ProjectState state;
  private final String app;

  RunPython(SqlReader reader, PythonModule module, ProjectState state, String app) {
    this.reader = reader;
    this.module = module;
    this.state = state;
    this.app = app;
  }

  /**
   * @param atomic whether the migration runs in a transaction
   */
  List<Operation> read(Value.Call operation, boolean atomic) {
    Value code = operation.argument("code", 0);
    Value own = operation.argument("atomic", 2);
    boolean commits = !atomic && (own == null || !own.isTrue());
    Span place = operation.span();
    CodeReader followed = new CodeReader(reader, module, state, app);
    Node written = code == null ? null : at(module.file().root(), code.span());
    boolean known =
        isNoop(code) || written != null && (followed.run(written) || inClass(followed, code));
    if (!known) {
      followed.unread(code == null ? place : code.span(), reason(code));
    }
    List<Operation> all = new ArrayList<>(List.of(code(followed, commits, place)));
    CodeReader afterwards = followed.afterwards();
    if (afterwards != null && !afterwards.operations().isEmpty()) {
      all.add(code(afterwards, true, place));
    }
    return all;
  }

  private static Operation code(CodeReader followed, boolean commits, Span place) {
    return new Operation.RunCode(
        "python", followed.loops(), commits, followed.importsModel(), followed.operations(), place);
  }

  static boolean isNoop(Value code) {
    return code instanceof Value.Name name && name.name().endsWith("RunPython.noop");
  }

  /** Follows a function that stands in a class of the file: in the migration, or in another. */
  private boolean inClass(CodeReader followed, Value code) {
    String name = code instanceof Value.Name named ? named.name() : "";
    Node found = definition(module.file().root(), name.substring(name.lastIndexOf('.') + 1));
    if (found != null) {
      followed.runDefinition(found);
    }
    return found != null;
  }

  private Node definition(Node root, String name) {
    for (Node child : root.children()) {
      for (Node inner :
          child.is("class_definition") ? child.child("body").children() : List.<Node>of()) {
        Node function = inner.is("decorated_definition") ? inner.child("definition") : inner;
        if (function.is("function_definition")
            && module.file().text(function.child("name")).equals(name)) {
          return function;
        }
      }
    }
    return null;
  }

  /** The expression that stands at a place. */
  private static Node at(Node node, Span place) {
    if (node.start() == place.start() && node.end() == place.end()) {
      return node;
    }
    for (Node child : node.children()) {
      if (child.start() <= place.start() && place.end() <= child.end()) {
        return at(child, place);
      }
    }
    return null;
  }

  private static String reason(Value code) {
    return switch (code) {
      case Value.Name name when name.name().indexOf('.') >= 0 ->
          "RunPython runs " + name.name() + ", which stands in another file";
      case Value.Name name -> "RunPython runs " + name.name() + ", which the file does not define";
      case null, default -> "RunPython runs what is computed";
    };
  }
}
