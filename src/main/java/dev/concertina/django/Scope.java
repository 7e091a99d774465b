package dev.concertina.django;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What names stand for at one place of the code of a migration, and whether that is in a loop. */
final class Scope {

  private static final int DEEPEST = 60;
  private static final int MOST_STEPS = 20_000;

  private final Map<String, Binding> names = new HashMap<>();
  private final Deque<Binding> loops = new ArrayDeque<>();
  private boolean wroteInLoop;
  private int depth;
  private int steps;

  Binding get(String name) {
    return names.get(name);
  }

  void put(String name, Binding value) {
    names.put(name, value);
  }

  void putAll(Map<String, Binding> more) {
    names.putAll(more);
  }

  Map<String, Binding> copy() {
    return Map.copyOf(names);
  }

  /** Goes back to the names of an earlier place. */
  void restore(Map<String, Binding> earlier) {
    names.clear();
    names.putAll(earlier);
  }

  /** A name that holds a list of rows from here on, if it is given any. */
  void collect(String name, Binding item) {
    if (item instanceof Binding.Row row) {
      names.put(name, new Binding.Several(row));
    } else if (item instanceof Binding.Several several) {
      names.put(name, several);
    }
  }

  /** Goes a level down, unless that is too deep or too much was read already. */
  boolean enter() {
    depth++;
    return ++steps <= MOST_STEPS && depth <= DEEPEST;
  }

  void leave() {
    depth--;
  }

  /**
   * @param each what the loop goes over, one by one
   */
  void enterLoop(Binding each) {
    loops.push(each);
  }

  void leaveLoop() {
    loops.pop();
  }

  boolean inLoop() {
    return !loops.isEmpty();
  }

  /** Rows are written here. */
  void wrote() {
    wroteInLoop |= inLoop();
  }

  boolean wroteInLoop() {
    return wroteInLoop;
  }

  /** The row that the innermost loop over rows goes over, or null. */
  Binding.Row looped() {
    return loops.stream()
        .flatMap(Scope::parts)
        .filter(each -> each instanceof Binding.Row row && !row.created())
        .map(each -> (Binding.Row) each)
        .findFirst()
        .orElse(null);
  }

  private static Stream<Binding> parts(Binding each) {
    return each instanceof Binding.Items items ? items.items().stream() : Stream.of(each);
  }
}
