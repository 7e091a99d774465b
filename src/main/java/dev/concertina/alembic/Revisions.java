package dev.concertina.alembic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The revisions of one folder of scripts: which follows which, and so in which order they run. */
public final class Revisions {

  private final SortedMap<String, Revision> byPath;
  private final Map<String, String> paths = new HashMap<>();
  private final Map<String, List<String>> before = new HashMap<>();
  private final Map<String, List<String>> after = new HashMap<>();
  private List<String> order;

  /**
   * @param byPath every revision by the path of its file
   */
  public Revisions(Map<String, Revision> byPath) {
    this.byPath = new TreeMap<>(byPath);
    this.byPath.values().removeIf(revision -> revision.id() == null);
    this.byPath.forEach(
        (path, revision) -> {
          revision.labels().forEach(label -> paths.putIfAbsent(label, path));
        });
    this.byPath.forEach((path, revision) -> paths.put(revision.id(), path));
    this.byPath.forEach(this::connect);
  }

  private void connect(String path, Revision revision) {
    Set<String> earlier = new LinkedHashSet<>();
    revision.down().forEach(id -> earlier.addAll(meant(id)));
    earlier.forEach(one -> after.computeIfAbsent(one, key -> new ArrayList<>()).add(path));
    revision.needed().forEach(id -> earlier.addAll(meant(id)));
    before.put(path, List.copyOf(earlier));
  }

  /** A revision may be named by the beginning of its id. */
  private List<String> meant(String id) {
    String path = paths.get(id);
    if (path == null && id.length() >= 4) {
      path =
          paths.entrySet().stream()
              .filter(entry -> entry.getKey().startsWith(id))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(null);
    }
    return path == null ? List.of() : List.of(path);
  }

  /** The revision in a file, or null. */
  public Revision at(String path) {
    return byPath.get(path);
  }

  /** The paths in an order in which Alembic may run them: what is needed comes first. */
  public List<String> order() {
    if (order == null) {
      Set<String> done = new LinkedHashSet<>();
      Set<String> open = new HashSet<>();
      byPath.keySet().forEach(path -> visit(path, done, open));
      order = List.copyOf(done);
    }
    return order;
  }

  /** By hand and not by recursion: a chain may have thousands of revisions. */
  private void visit(String start, Set<String> done, Set<String> open) {
    List<String> stack = new ArrayList<>(List.of(start));
    while (!stack.isEmpty()) {
      String path = stack.getLast();
      if (done.contains(path)) {
        stack.removeLast();
      } else if (open.add(path)) {
        before.get(path).reversed().stream()
            .filter(earlier -> !done.contains(earlier) && !open.contains(earlier))
            .forEach(stack::add);
      } else {
        stack.removeLast();
        done.add(path);
      }
    }
  }

  /** The revisions that none follows. Alembic upgrades to one, and refuses to choose. */
  public List<String> heads() {
    return byPath.keySet().stream().filter(path -> !after.containsKey(path)).toList();
  }

  /** Whether a branch of its own is meant to go on beside the others. */
  public boolean labelled(String path) {
    Set<String> seen = new TreeSet<>();
    List<String> stack = new ArrayList<>(List.of(path));
    while (!stack.isEmpty()) {
      String at = stack.removeLast();
      if (seen.add(at)) {
        Revision revision = byPath.get(at);
        if (revision != null && !revision.labels().isEmpty()) {
          return true;
        }
        stack.addAll(before.getOrDefault(at, List.of()));
      }
    }
    return false;
  }
}
