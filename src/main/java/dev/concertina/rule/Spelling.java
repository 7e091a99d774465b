package dev.concertina.rule;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Spelling {

  private Spelling() {}

  /** The known name nearest to {@code written}, when it is near enough to be a slip. */
  public static Optional<String> nearest(String written, Collection<String> known) {
    String best = null;
    int bestDistance = Math.max(2, written.length() / 3) + 1;
    for (String name : known) {
      int distance = distance(written, name, bestDistance);
      if (distance < bestDistance) {
        best = name;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The end of a message: {@code ; did you mean postgres/blocking-index?}, or nothing. */
  public static String didYouMean(String written, Collection<String> known) {
    return nearest(written, known).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /** Levenshtein with transpositions of neighbours; {@code limit} when it is at least that. */
  static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] oldest = before;
      before = last;
      last = row;
      row = oldest;
    }
    return last[b.length()];
  }
}
