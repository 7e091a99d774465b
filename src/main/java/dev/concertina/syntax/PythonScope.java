package dev.concertina.syntax;

/**
 * The names that are known inside a function of a Python file, while its statements are followed.
 */
public final class PythonScope {

  private final PythonValues values;

  PythonScope(PythonValues values) {
    this.values = values;
  }

  /** What an expression says here. */
  public Value value(Node expression) {
    return values.value(expression);
  }

  /** Gives a name a value from here on. */
  public void bind(String name, Value value) {
    values.bind(name, value);
  }

  /** Takes over the names of an import. */
  public void note(Node statement) {
    values.note(statement);
  }

  /** What a name stands for here, or null where nothing is known of it. */
  public Value given(String name) {
    return values.given(name);
  }
}
