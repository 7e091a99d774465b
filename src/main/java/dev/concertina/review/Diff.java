package dev.concertina.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which lines of a pull request can be commented: those that a forge shows as changed, and the few
 * around them.
 *
 * @param files by their paths at the head; for a deleted file, at the base
 */
public record Diff(Map<String, Lines> files) {

  /** Nothing is known to be shown. */
  public static final Diff NONE = new Diff(Map.of());

  /** Longer lists of hunks are those of files that nobody reviews. */
  private static final int MOST_HUNKS = 10_000;

  private static final Pattern HUNK =
      Pattern.compile("(?m)^@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@");

  public Diff {
    files = Map.copyOf(files);
  }

  /** Whether a line is of the new text or of the old one. */
  public enum Side {
    LEFT,
    RIGHT
  }

  /** Some lines, from 1, both ends included. */
  public record Range(int from, int to) {

    boolean holds(int line) {
      return line >= from && line <= to;
    }
  }

  /** Where a comment can stand. */
  public record Place(Side side, int startLine, int line) {}

  /**
   * The lines of one file, by hunks.
   *
   * @param left those of the old text
   * @param right those of the new one
   */
  public record Lines(List<Range> left, List<Range> right) {

    public Lines {
      left = List.copyOf(left);
      right = List.copyOf(right);
    }

    /**
     * Reads the hunks of one file, as GitHub gives them.
     *
     * @param patch null where it shows none
     */
    public static Lines of(String patch) {
      List<Range> left = new ArrayList<>();
      List<Range> right = new ArrayList<>();
      Matcher hunk = HUNK.matcher(patch == null ? "" : patch);
      while (hunk.find() && left.size() + right.size() < MOST_HUNKS) {
        add(left, hunk.group(1), hunk.group(2));
        add(right, hunk.group(3), hunk.group(4));
      }
      return new Lines(left, right);
    }

    private static void add(List<Range> ranges, String start, String count) {
      int from = Integer.parseInt(start);
      int length = count == null ? 1 : Integer.parseInt(count);
      if (length > 0) {
        ranges.add(new Range(from, from + length - 1));
      }
    }
  }

  /** Whether the pull request has the file, so that a comment can stand on it as a whole. */
  public boolean has(String file) {
    return files.containsKey(file);
  }

  /** Whether all of these lines can be commented together. */
  public boolean shows(String file, int from, int to) {
    return has(file)
        && files.get(file).right().stream().anyMatch(hunk -> hunk.holds(from) && hunk.holds(to));
  }

  /**
   * The place for a remark on some lines: they themselves, the part of them that is shown, or the
   * nearest line that is; empty where the file shows none.
   */
  public Optional<Place> place(String file, int from, int to) {
    Lines lines = files.get(file);
    if (lines == null || lines.left().isEmpty() && lines.right().isEmpty()) {
      return Optional.empty();
    }
    Side side = lines.right().isEmpty() ? Side.LEFT : Side.RIGHT;
    List<Range> hunks = side == Side.LEFT ? lines.left() : lines.right();
    for (Range hunk : hunks) {
      if (hunk.from() <= to && hunk.to() >= from) {
        int start = Math.max(hunk.from(), from);
        return Optional.of(new Place(side, start, Math.min(hunk.to(), to)));
      }
    }
    int nearest = nearest(hunks, from);
    return Optional.of(new Place(side, nearest, nearest));
  }

  private static int nearest(List<Range> hunks, int line) {
    int best = hunks.getFirst().from();
    for (Range hunk : hunks) {
      for (int candidate : List.of(hunk.from(), hunk.to())) {
        if (Math.abs(candidate - line) < Math.abs(best - line)) {
          best = candidate;
        }
      }
    }
    return best;
  }
}
