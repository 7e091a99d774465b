package dev.concertina.django;

import java.util.HashMap;
import java.util.Map;

/** What names stand for at one place of the code of a migration, and whether that is in a loop. */
final class Scope {

  private static final int DEEPEST = 60;
  private static final int MOST_STEPS = 20_000;

  private final Map<String, Binding> names = new HashMap<>();
  private int loop;
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

  void enterLoop() {
    loop++;
  }

  void leaveLoop() {
    loop--;
  }

  boolean inLoop() {
    return loop > 0;
  }

  /** Rows are written here. */
  void wrote() {
    wroteInLoop |= loop > 0;
  }

  boolean wroteInLoop() {
    return wroteInLoop;
  }

  /** The model whose rows a loop around here goes over, or null. */
  Model looped() {
    return names.values().stream()
        .filter(each -> loop > 0 && each instanceof Binding.Row row && !row.created())
        .map(each -> ((Binding.Row) each).model())
        .findFirst()
        .orElse(null);
  }
}
