package dev.concertina.migration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A tree as a map, which counts what is read. */
public final class InMemoryTree implements Tree {

  private final SortedMap<String, byte[]> contents = new TreeMap<>();
  final List<String> reads = new ArrayList<>();

  /** Paths and texts in turn. */
  public static InMemoryTree of(String... pathsAndTexts) {
    InMemoryTree tree = new InMemoryTree();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      tree.with(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return tree;
  }

  public InMemoryTree with(String path, String text) {
    contents.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  InMemoryTree without(String path) {
    contents.remove(path);
    return this;
  }

  public InMemoryTree copy() {
    InMemoryTree copy = new InMemoryTree();
    copy.contents.putAll(contents);
    return copy;
  }

  @Override
  public SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    contents.forEach(
        (path, bytes) ->
            files.put(
                path, Integer.toHexString(new String(bytes, StandardCharsets.UTF_8).hashCode())));
    return files;
  }

  @Override
  public Optional<byte[]> read(String path) {
    reads.add(path);
    return Optional.ofNullable(contents.get(path));
  }

  @Override
  public Collection<String> containing(Collection<String> words) {
    return contents.entrySet().stream()
        .filter(
            e -> {
              String text =
                  new String(e.getValue(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
              return words.stream().anyMatch(w -> text.contains(w.toLowerCase(Locale.ROOT)));
            })
        .map(e -> e.getKey())
        .toList();
  }

  public static ChangedFile added(String path, String text) {
    return new ChangedFile(path, ChangedFile.Status.ADDED, null, null, bytes(text));
  }

  static ChangedFile edited(String path, String before, String after) {
    return new ChangedFile(path, ChangedFile.Status.EDITED, null, bytes(before), bytes(after));
  }

  static ChangedFile renamed(String from, String to, String before, String after) {
    return new ChangedFile(to, ChangedFile.Status.RENAMED, from, bytes(before), bytes(after));
  }

  static ChangedFile deleted(String path, String before) {
    return new ChangedFile(path, ChangedFile.Status.DELETED, null, bytes(before), null);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
