package dev.concertina.syntax;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a Python file says at its top: classes, functions and constants. */
public final class PythonModule {

  private final SourceFile file;
  private final PythonValues values;
  private final Map<String, PythonClass> classes = new LinkedHashMap<>();
  private final Map<String, Node> functions = new LinkedHashMap<>();

  private PythonModule(SourceFile file) {
    this.file = file;
    values = new PythonValues(file);
    file.root().children().forEach(this::note);
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

  /** What an expression of the file says. */
  public Value value(Node expression) {
    return values.value(expression);
  }

  /** The names of a function of the file that is followed: those of the file, to begin with. */
  public PythonScope scope() {
    return new PythonScope(values.inside());
  }

  /** What the top of the file gives a name, or null. */
  public Value constant(String name) {
    return values.constant(name);
  }

  /** The module that a name is imported from, with its own name there; the name itself else. */
  public String qualified(String name) {
    return values.qualified(name);
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
}
