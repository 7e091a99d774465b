package dev.concertina.syntax;

import dev.concertina.schema.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the expressions of a source file say, and what its variables hold while its code is
 * followed.
 */
public abstract class Values {

  final SourceFile file;
  private final Constants read = new Constants();
  private final Map<String, Value> shared = new HashMap<>();

  /** Those of the method that is followed; one that was forgotten in it has null. */
  private Map<String, Value> own = shared;

  private Set<String> changed = new HashSet<>();

  Values(SourceFile file) {
    this.file = file;
  }

  /** What an expression says. */
  public abstract Value value(Node node);

  /** Gives a variable or constant a value. */
  public void set(String name, Value value) {
    own.put(name, value);
    changed.add(name);
  }

  /** From here nobody knows what a variable holds. */
  public void forget(String name) {
    set(name, null);
  }

  /** What a variable holds, or null. */
  final Value variable(String name) {
    Map<String, Value> holder = own.containsKey(name) ? own : shared;
    return read.mayRead() ? holder.get(name) : null;
  }

  /** The properties that a variable's object was given: {@code title} of {@code $a->title}. */
  public final List<String> members(String variable) {
    String prefix = variable + "->";
    return Stream.concat(shared.keySet().stream(), own.keySet().stream())
        .filter(name -> name.startsWith(prefix) && variable(name) != null)
        .map(name -> name.substring(prefix.length()))
        .distinct()
        .sorted()
        .toList();
  }

  /** Follows a method, which has variables of its own. */
  final void inMethod(Runnable body) {
    Map<String, Value> outer = own;
    own = new HashMap<>();
    body.run();
    own = outer;
  }

  /** Follows what may run or not: what it gives a variable, nobody knows after it. */
  final void inBranch(Runnable branch) {
    Set<String> outer = changed;
    changed = new HashSet<>();
    branch.run();
    Set<String> inner = changed;
    changed = outer;
    inner.forEach(this::forget);
  }

  final Value unknown(Node node) {
    return new Value.Unknown(file.text(node), file.span(node));
  }

  /** Two texts as one; what is no text, or gets too long, is unknown. */
  final Value joined(Node node, Value left, Value right) {
    Span span = file.span(node);
    boolean texts = left.text() != null && right.text() != null;
    return texts && Constants.mayJoin(left.text().length(), right.text().length())
        ? new Value.Text(left.text() + right.text(), -1, span)
        : new Value.Unknown(file.text(node), span);
  }
}
