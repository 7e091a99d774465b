package dev.concertina.migration;

import dev.concertina.migration.ChangedFile.Status;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out which deleted file became which added one: first those with the same bytes, then those
 * that share at least half of their lines, as git does.
 */
final class Renames {
  /** Above so many pairs only equal contents count: the comparison is quadratic. */
  private static final int MOST_PAIRS = 40_000;

  private static final int MOST_BYTES = 1 << 20;
  private static final double ENOUGH = 0.5;

  private final List<ChangedFile> added = new ArrayList<>();
  private final List<ChangedFile> deleted = new ArrayList<>();
  private final List<ChangedFile> joined = new ArrayList<>();

  private Renames() {}

  /** The same changes by path, with a deletion and an addition of one file as a rename. */
  static List<ChangedFile> joined(List<ChangedFile> files) {
    Renames renames = new Renames();
    for (ChangedFile file : files) {
      switch (file.status()) {
        case ADDED -> renames.added.add(file);
        case DELETED -> renames.deleted.add(file);
        default -> renames.joined.add(file);
      }
    }
    renames.joinEqual();
    renames.joinSimilar();
    renames.joined.addAll(renames.added);
    renames.joined.addAll(renames.deleted);
    renames.joined.sort(Comparator.comparing(ChangedFile::path));
    return renames.joined;
  }

  private void joinEqual() {
    Map<ByteBuffer, Deque<ChangedFile>> byBytes = new HashMap<>();
    for (ChangedFile file : deleted) {
      if (file.before().length > 0) {
        byBytes
            .computeIfAbsent(ByteBuffer.wrap(file.before()), key -> new ArrayDeque<>())
            .add(file);
      }
    }
    Set<ChangedFile> gone = new HashSet<>();
    Set<ChangedFile> come = new HashSet<>();
    for (ChangedFile file : added) {
      Deque<ChangedFile> equal = byBytes.get(ByteBuffer.wrap(file.after()));
      if (equal != null && !equal.isEmpty()) {
        ChangedFile from = equal.remove();
        join(from, file);
        gone.add(from);
        come.add(file);
      }
    }
    deleted.removeAll(gone);
    added.removeAll(come);
  }

  private record Pair(ChangedFile from, ChangedFile to, double likeness) {}

  private void joinSimilar() {
    if ((long) added.size() * deleted.size() > MOST_PAIRS) {
      return;
    }
    List<Pair> pairs = new ArrayList<>();
    Map<ChangedFile, int[]> lines = new HashMap<>();
    for (ChangedFile from : deleted) {
      for (ChangedFile to : added) {
        double likeness =
            likeness(
                lines.computeIfAbsent(from, file -> lines(file.before())),
                lines.computeIfAbsent(to, file -> lines(file.after())));
        if (likeness >= ENOUGH) {
          pairs.add(new Pair(from, to, likeness));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
    for (Pair pair : pairs) {
      if (deleted.contains(pair.from()) && added.contains(pair.to())) {
        join(pair.from(), pair.to());
        deleted.remove(pair.from());
        added.remove(pair.to());
      }
    }
  }

  private void join(ChangedFile from, ChangedFile to) {
    joined.add(new ChangedFile(to.path(), Status.RENAMED, from.path(), from.before(), to.after()));
  }

  /** The hashes of a file's lines that are not blank, sorted. */
  private static int[] lines(byte[] bytes) {
    int[] hashes = new int[16];
    int count = 0;
    int hash = 0;
    for (int i = 0; i <= Math.min(bytes.length, MOST_BYTES); i++) {
      boolean end = i == Math.min(bytes.length, MOST_BYTES) || bytes[i] == '\n';
      if (!end && bytes[i] > ' ' | bytes[i] < 0) {
        hash = hash * 31 + bytes[i];
      } else if (end && hash != 0) {
        hashes = count == hashes.length ? Arrays.copyOf(hashes, count * 2) : hashes;
        hashes[count++] = hash;
        hash = 0;
      }
    }
    int[] sorted = Arrays.copyOf(hashes, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** The share of the longer file's lines that the other one has too. */
  private static double likeness(int[] a, int[] b) {
    int longer = Math.max(a.length, b.length);
    if (Math.min(a.length, b.length) < longer * ENOUGH || longer == 0) {
      return 0;
    }
    int shared = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      int order = Integer.compare(a[i], b[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return (double) shared / longer;
  }
}
