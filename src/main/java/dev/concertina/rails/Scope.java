package dev.concertina.rails;

import java.util.HashMap;
import java.util.Map;

/** The names at a place of the code, and how much of it was followed. */
final class Scope {

  /** Far above any migration that somebody wrote; a loop over a list counts with every turn. */
  private static final int MOST_STEPS = 20_000;

  private static final int DEEPEST = 200;

  private Map<String, Binding> names = new HashMap<>();
  private int steps;
  private int depth;
  private int loops;

  Binding get(String name) {
    return names.get(name);
  }

  void put(String name, Binding binding) {
    names.put(name, binding);
  }

  Map<String, Binding> copy() {
    return new HashMap<>(names);
  }

  void restore(Map<String, Binding> before) {
    names = before;
  }

  /** Whether one more statement may be followed. */
  boolean enter() {
    depth++;
    return ++steps <= MOST_STEPS && depth <= DEEPEST;
  }

  void leave() {
    depth--;
  }

  void enterLoop() {
    loops++;
  }

  void leaveLoop() {
    loops--;
  }

  boolean inLoop() {
    return loops > 0;
  }
}
