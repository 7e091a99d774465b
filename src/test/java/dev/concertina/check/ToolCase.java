package dev.concertina.check;

import dev.concertina.migration.ChangedFile;
import dev.concertina.migration.InMemoryTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A case of a table: the files of a repository before and after a change, and what is read of it.
 *
 * @param before files of the base, by path
 * @param after files that the change adds, or edits where the base has them
 * @param gone files that it deletes
 * @param expected what is read, as {@link ToolReading} writes it
 */
record ToolCase(
    String name,
    Map<String, String> before,
    Map<String, String> after,
    List<String> gone,
    String expected) {

  private static final String CASE = "=== ";
  private static final String BEFORE = "--- ";
  private static final String AFTER = "+++ ";
  private static final String GONE = "*** ";
  private static final String EXPECTED = "==>";

  /**
   * The cases of a table: {@code === name}, then files under their paths, {@code --- path} at the
   * base, {@code +++ path} at the head, {@code *** path} for one that is deleted, then {@code ==>}
   * and what is read.
   */
  static List<ToolCase> of(String table) {
    List<ToolCase> cases = new ArrayList<>();
    for (String block : ("\n" + table).split("\n" + CASE)) {
      if (!block.isBlank()) {
        cases.add(one(block));
      }
    }
    return cases;
  }

  private static ToolCase one(String block) {
    List<String> lines = block.lines().toList();
    Map<String, String> before = new LinkedHashMap<>();
    Map<String, String> after = new LinkedHashMap<>();
    List<String> gone = new ArrayList<>();
    Map<String, String> into = before;
    String path = null;
    StringBuilder expected = null;
    for (String line : lines.subList(1, lines.size())) {
      if (expected != null) {
        expected.append(line).append('\n');
      } else if (line.startsWith(EXPECTED)) {
        expected = new StringBuilder();
      } else if (line.startsWith(GONE)) {
        gone.add(line.substring(GONE.length()));
      } else if (line.startsWith(BEFORE) || line.startsWith(AFTER)) {
        into = line.startsWith(BEFORE) ? before : after;
        path = line.substring(BEFORE.length());
        into.put(path, "");
      } else {
        into.merge(path, line + "\n", String::concat);
      }
    }
    return new ToolCase(lines.get(0), before, after, gone, String.valueOf(expected));
  }

  /** The same case as a block of its table, with what is read of it now. */
  String written(String read) {
    StringBuilder block = new StringBuilder(CASE + name + "\n");
    before.forEach((path, text) -> block.append(BEFORE + path + "\n" + text));
    after.forEach((path, text) -> block.append(AFTER + path + "\n" + text));
    gone.forEach(path -> block.append(GONE + path + "\n"));
    return block.append(EXPECTED + "\n" + read).toString();
  }

  InMemoryTree base() {
    return tree(before);
  }

  InMemoryTree head() {
    Map<String, String> all = new LinkedHashMap<>(before);
    all.putAll(after);
    all.keySet().removeAll(gone);
    return tree(all);
  }

  /** What the change does to files, in the order of their paths as git gives them. */
  List<ChangedFile> changes() {
    List<ChangedFile> changes = new ArrayList<>();
    for (String path : new TreeSet<>(after.keySet())) {
      changes.add(
          before.containsKey(path)
              ? new ChangedFile(
                  path,
                  ChangedFile.Status.EDITED,
                  null,
                  bytes(before.get(path)),
                  bytes(after.get(path)))
              : InMemoryTree.added(path, after.get(path)));
    }
    for (String path : gone) {
      changes.add(
          new ChangedFile(path, ChangedFile.Status.DELETED, null, bytes(before.get(path)), null));
    }
    return changes;
  }

  @Override
  public String toString() {
    return name;
  }

  private static InMemoryTree tree(Map<String, String> files) {
    InMemoryTree tree = new InMemoryTree();
    files.forEach(tree::with);
    return tree;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
