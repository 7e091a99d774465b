package dev.concertina.syntax;

import dev.concertina.sql.Statement.Comment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a Python file says at its top: classes, functions, constants and comments. */
public final class PythonModule {

  private final SourceFile file;
  private final PythonValues values;
  private final Map<String, PythonClass> classes = new LinkedHashMap<>();
  private final Map<String, Node> functions = new LinkedHashMap<>();
  private final List<Comment> comments = new ArrayList<>();

  private PythonModule(SourceFile file) {
    this.file = file;
    values = new PythonValues(file);
    file.root().children().forEach(this::note);
    collectComments(file.root());
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableSourceException when it is beyond every bound, or the grammar does not load
   */
  public static PythonModule read(String text) {
    return new PythonModule(Grammar.PYTHON.parse(text));
  }

  /** The file and its tree. */
  public SourceFile file() {
    return file;
  }

  /** The classes at the top of the file by name, in order. */
  public Map<String, PythonClass> classes() {
    return classes;
  }

  /** The definition of a function at the top of the file, or null. */
  public Node function(String name) {
    return functions.get(name);
  }

  /** Every comment, in order. */
  public List<Comment> comments() {
    return comments;
  }

  /** What an expression of the file says. */
  public Value value(Node expression) {
    return values.value(expression);
  }

  /** What the top of the file gives a name, or null. */
  public Value constant(String name) {
    return values.constant(name);
  }

  /** The module that a name is imported from, with its own name there; the name itself else. */
  public String qualified(String name) {
    return values.qualified(name);
  }

  /** Where the first thing that is no Python begins, or null. */
  public Node error() {
    return error(file.root());
  }

  private static Node error(Node node) {
    if (node.is("ERROR") || node.is("MISSING")) {
      return node;
    }
    for (Node child : node.children()) {
      Node found = error(child);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private void note(Node node) {
    switch (node.type()) {
      case "decorated_definition" -> note(node.child("definition"));
      case "class_definition" -> {
        PythonClass found = PythonClass.read(file, values, node);
        classes.put(found.name(), found);
      }
      case "function_definition" -> functions.put(file.text(node.child("name")), node);
      // A class or an import may differ by version of a library; either says what it is called.
      case "if_statement", "else_clause", "try_statement", "except_clause", "block" ->
          node.children().forEach(this::note);
      default -> {}
    }
  }

  private void collectComments(Node node) {
    if (node.is("comment")) {
      String text = file.text(node);
      int from = 0;
      while (from < text.length() && text.charAt(from) == '#') {
        from++;
      }
      comments.add(new Comment(text.substring(from).strip(), file.span(node)));
    }
    node.children().forEach(this::collectComments);
  }
}
