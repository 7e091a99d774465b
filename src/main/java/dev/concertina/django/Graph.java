package dev.concertina.django;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which migration of a project needs which, and so the order in which Django runs them: for each
 * app's last migrations, by name, first what they need.
 */
final class Graph {

  private final SortedMap<Key, MigrationFile> files = new TreeMap<>();
  private final Map<Key, SortedSet<Key>> needs = new HashMap<>();
  private final Set<Key> needed = new HashSet<>();

  Graph(Collection<MigrationFile> all) {
    all.forEach(file -> files.put(file.key(), file));
    files.keySet().removeIf(this::replacesWhatIsThere);
    Map<Key, Key> replaced = new HashMap<>();
    files.values().forEach(file -> file.replaces().forEach(old -> replaced.put(old, file.key())));
    for (MigrationFile file : files.values()) {
      for (Key dependency : file.dependencies()) {
        need(file.key(), replaced.getOrDefault(dependency, dependency));
      }
      for (Key later : file.runBefore()) {
        need(later, file.key());
      }
    }
    resolveFirstAndLast();
    needs.forEach(this::noteNeeded);
  }

  /**
   * A squashed migration runs nothing where those that it replaces have run; and while they are
   * there, they tell the same story.
   */
  private boolean replacesWhatIsThere(Key key) {
    List<Key> replaces = files.get(key).replaces();
    return !replaces.isEmpty() && replaces.stream().anyMatch(files::containsKey);
  }

  private void need(Key later, Key earlier) {
    needs.computeIfAbsent(later, key -> new TreeSet<>()).add(earlier);
  }

  private void noteNeeded(Key key, Set<Key> earlier) {
    for (Key one : earlier) {
      if (one.app().equals(key.app())) {
        needed.add(one);
      }
    }
  }

  /** An app may be asked for by its first or last migration instead of a name. */
  private void resolveFirstAndLast() {
    for (Map.Entry<Key, SortedSet<Key>> entry : needs.entrySet()) {
      SortedSet<Key> resolved = new TreeSet<>();
      for (Key key : entry.getValue()) {
        switch (key.name()) {
          case MigrationFile.FIRST ->
              ofApp(key.app()).stream().findFirst().ifPresent(resolved::add);
          case MigrationFile.LATEST -> resolved.addAll(ofApp(key.app()));
          default -> resolved.add(key);
        }
      }
      resolved.remove(entry.getKey());
      entry.setValue(resolved);
    }
  }

  private Set<Key> ofApp(String app) {
    Set<Key> keys = new LinkedHashSet<>();
    files.keySet().stream().filter(key -> key.app().equals(app)).forEach(keys::add);
    return keys;
  }

  /** The last migrations of each app: two of one app are two heads, which Django refuses. */
  SortedMap<String, List<Key>> heads() {
    SortedMap<String, List<Key>> heads = new TreeMap<>();
    for (Key key : files.keySet()) {
      if (!needed.contains(key)) {
        heads.computeIfAbsent(key.app(), app -> new ArrayList<>()).add(key);
      }
    }
    return heads;
  }

  /** Every migration that runs, in the order in which it runs. */
  List<MigrationFile> order() {
    Set<Key> done = new LinkedHashSet<>();
    Set<Key> open = new HashSet<>();
    heads().values().forEach(keys -> keys.forEach(key -> visit(key, done, open)));
    // What only a circle leads to is no head.
    files.keySet().forEach(key -> visit(key, done, open));
    return done.stream().map(files::get).toList();
  }

  /** By hand and not by recursion: a chain may have thousands of migrations. */
  private void visit(Key start, Set<Key> done, Set<Key> open) {
    List<Key> stack = new ArrayList<>(List.of(start));
    while (!stack.isEmpty()) {
      Key key = stack.getLast();
      if (done.contains(key) || !files.containsKey(key)) {
        stack.removeLast();
      } else if (open.add(key)) {
        needs.getOrDefault(key, new TreeSet<>()).reversed().stream()
            .filter(earlier -> !done.contains(earlier) && !open.contains(earlier))
            .forEach(stack::add);
      } else {
        stack.removeLast();
        done.add(key);
      }
    }
  }
}
