package dev.concertina.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * A tree as the layout asks for it: files by folder and by name, each read at most once. Listing is
 * one pass over all paths.
 */
final class RepositoryFiles {

  private final Tree tree;
  private final SortedMap<String, String> files;
  private final Map<String, String> texts = new HashMap<>();
  private Map<String, List<String>> byFolder;

  RepositoryFiles(Tree tree) {
    this.tree = tree;
    files = tree.files();
  }

  boolean has(String path) {
    return files.containsKey(path);
  }

  /** Every file in a folder or below it, in order. */
  Iterable<String> below(String folder) {
    return folder.isEmpty()
        ? files.keySet()
        : files.subMap(folder + "/", folder + (char) ('/' + 1)).keySet();
  }

  /** The names of the files directly in a folder, in order. */
  List<String> names(String folder) {
    return byFolder().getOrDefault(folder, List.of());
  }

  /** The paths whose file name fits, anywhere. */
  List<String> named(Predicate<String> name) {
    return files.keySet().stream().filter(path -> name.test(Path.name(path))).toList();
  }

  /** The file of that name in the folder or the nearest one above it. */
  Optional<String> nearest(String folder, String name) {
    for (String at = folder; ; at = Path.folder(at)) {
      String path = Path.in(at, name);
      if (has(path)) {
        return Optional.of(path);
      }
      if (at.isEmpty()) {
        return Optional.empty();
      }
    }
  }

  Optional<byte[]> bytes(String path) {
    return has(path) ? tree.read(path) : Optional.empty();
  }

  String id(String path) {
    return files.getOrDefault(path, "");
  }

  /** The text of a file; empty where there is none. */
  String text(String path) {
    String known = texts.get(path);
    if (known == null) {
      known = has(path) ? tree.read(path).map(bytes -> Decoded.of(bytes).text()).orElse("") : "";
      texts.put(path, known);
    }
    return known;
  }

  /** Whether the nearest file of that name says {@code word}. */
  boolean nearestSays(String folder, String name, String word) {
    return nearest(folder, name).map(path -> text(path).contains(word)).orElse(false);
  }

  Map<String, String> config(String path) {
    return has(path) ? FlatConfig.read(path, text(path)) : Map.of();
  }

  private Map<String, List<String>> byFolder() {
    if (byFolder == null) {
      byFolder = new HashMap<>();
      files
          .keySet()
          .forEach(
              path ->
                  byFolder
                      .computeIfAbsent(Path.folder(path), folder -> new ArrayList<>())
                      .add(Path.name(path)));
    }
    return byFolder;
  }
}
