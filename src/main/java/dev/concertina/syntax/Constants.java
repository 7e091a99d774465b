package dev.concertina.syntax;

/**
 * How much the constants of one file may say together: constants that are twice another double with
 * each line of a file.
 */
final class Constants {
  private static final int MOST_READ = 20_000;
  private static final int LONGEST = 1 << 18;

  private int read;

  /** Whether one more may be replaced by what it stands for. */
  boolean mayRead() {
    return ++read <= MOST_READ;
  }

  /** Whether a text or list made of two is short enough. */
  static boolean mayJoin(int left, int right) {
    return left + right <= LONGEST;
  }
}
