package dev.concertina.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A tree after a change: what the head looks like, from the base and the changed files alone. */
public final class ChangedTree implements Tree {

  private final Tree base;
  private final Map<String, ChangedFile> changed = new HashMap<>();
  private final SortedMap<String, String> files;

  public ChangedTree(Tree base, Collection<ChangedFile> changes) {
    this.base = base;
    SortedMap<String, String> all = new TreeMap<>(base.files());
    for (ChangedFile change : changes) {
      if (change.status() == ChangedFile.Status.RENAMED) {
        all.remove(change.previousPath());
      }
    }
    for (ChangedFile change : changes) {
      changed.put(change.path(), change);
      if (change.status() == ChangedFile.Status.DELETED) {
        all.remove(change.path());
      } else {
        // No id: what is not in the repository yet has no place in a cache.
        all.put(change.path(), "");
      }
    }
    files = Collections.unmodifiableSortedMap(all);
  }

  /** The tree before files were added that nothing is known of but their paths. */
  public static Tree without(Tree tree, Collection<String> paths) {
    return new ChangedTree(
        tree,
        paths.stream()
            .map(p -> new ChangedFile(p, ChangedFile.Status.DELETED, null, null, null))
            .toList());
  }

  @Override
  public SortedMap<String, String> files() {
    return files;
  }

  @Override
  public Optional<byte[]> read(String path) {
    ChangedFile change = changed.get(path);
    if (change != null) {
      return Optional.ofNullable(change.after());
    }
    return files.containsKey(path) ? base.read(path) : Optional.empty();
  }

  @Override
  public Collection<String> containing(Collection<String> words) {
    List<String> paths = new ArrayList<>();
    base.containing(words).stream()
        .filter(path -> files.containsKey(path) && !changed.containsKey(path))
        .forEach(paths::add);
    // Too many is allowed; the reader looks again.
    changed.keySet().stream().filter(files::containsKey).sorted().forEach(paths::add);
    return paths;
  }
}
