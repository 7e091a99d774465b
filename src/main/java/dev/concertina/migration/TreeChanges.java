package dev.concertina.migration;

import dev.concertina.migration.ChangedFile.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * What differs between two trees.
 *
 * @param files what was added, edited, renamed or deleted, by path
 * @param unread paths that differ and whose contents can't be read, or are more than fit
 */
public record TreeChanges(List<ChangedFile> files, List<String> unread) {

  /** The contents of a change together; beyond it files are named as unread. */
  private static final long MOST_BYTES = 96L << 20;

  public TreeChanges {
    files = List.copyOf(files);
    unread = List.copyOf(unread);
  }

  /** The differences in the paths that are {@code wanted}. */
  public static TreeChanges between(Tree before, Tree after, Predicate<String> wanted) {
    return new Comparison(before, after).compare(wanted);
  }

  private static final class Comparison {
    private final Tree before;
    private final Tree after;
    private final List<ChangedFile> files = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private long room = MOST_BYTES;

    Comparison(Tree before, Tree after) {
      this.before = before;
      this.after = after;
    }

    TreeChanges compare(Predicate<String> wanted) {
      SortedMap<String, String> old = before.files();
      SortedMap<String, String> now = after.files();
      for (Map.Entry<String, String> file : now.entrySet()) {
        String path = file.getKey();
        boolean same = !file.getValue().isEmpty() && file.getValue().equals(old.get(path));
        if (!same && wanted.test(path)) {
          addOrEdit(path, old.containsKey(path));
        }
      }
      for (String path : old.keySet()) {
        if (!now.containsKey(path) && wanted.test(path)) {
          delete(path);
        }
      }
      return new TreeChanges(Renames.joined(files), unread);
    }

    private void addOrEdit(String path, boolean known) {
      Optional<byte[]> newBytes = take(after, path);
      Optional<byte[]> oldBytes = known ? take(before, path) : Optional.empty();
      if (newBytes.isEmpty() || known && oldBytes.isEmpty()) {
        unread.add(path);
      } else if (!known) {
        files.add(new ChangedFile(path, Status.ADDED, null, null, newBytes.get()));
      } else if (!sameText(oldBytes.get(), newBytes.get())) {
        files.add(new ChangedFile(path, Status.EDITED, null, oldBytes.get(), newBytes.get()));
      }
    }

    private void delete(String path) {
      Optional<byte[]> bytes = take(before, path);
      if (bytes.isEmpty()) {
        unread.add(path);
      } else {
        files.add(new ChangedFile(path, Status.DELETED, null, bytes.get(), null));
      }
    }

    private Optional<byte[]> take(Tree tree, String path) {
      Optional<byte[]> bytes = room > 0 ? tree.read(path) : Optional.empty();
      bytes.ifPresent(some -> room -= some.length);
      return bytes;
    }
  }

  /** Whether two contents agree but for carriage returns, which a checkout may add. */
  private static boolean sameText(byte[] a, byte[] b) {
    int i = 0;
    int j = 0;
    while (true) {
      i += returnAt(a, i);
      j += returnAt(b, j);
      if (i == a.length || j == b.length) {
        return i == a.length && j == b.length;
      }
      if (a[i++] != b[j++]) {
        return false;
      }
    }
  }

  private static int returnAt(byte[] bytes, int i) {
    return i + 1 < bytes.length && bytes[i] == '\r' && bytes[i + 1] == '\n' ? 1 : 0;
  }
}
