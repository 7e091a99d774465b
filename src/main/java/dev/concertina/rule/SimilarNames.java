package dev.concertina.rule;

import java.util.Locale;

/**
 * Whether two names are likely to mean one thing: {@code length} and {@code length_ms}, {@code
 * createdAt} and {@code created_at}, {@code audio} and {@code audios}, {@code lenght} and {@code
 * length}.
 */
final class SimilarNames {

  /** A shorter name says too little: {@code id} is in half of all names. */
  private static final int TELLING = 4;

  /** A slip of the pen in a shorter name is as likely another word. */
  private static final int SLIPPABLE = 6;

  private SimilarNames() {}

  static boolean are(String one, String other) {
    String a = folded(one);
    String b = folded(other);
    String shorter = a.length() <= b.length() ? a : b;
    String longer = shorter.equals(a) ? b : a;
    if (bare(a).equals(bare(b))) {
      return true;
    }
    boolean within =
        shorter.length() >= TELLING ? longer.contains(shorter) : longer.startsWith(shorter + "_");
    return within || shorter.length() >= SLIPPABLE && Spelling.distance(a, b, 3) < 3;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String bare(String name) {
    return name.replace("_", "");
  }
}
