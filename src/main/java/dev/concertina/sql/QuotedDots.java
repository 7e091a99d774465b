package dev.concertina.sql;

/** Keeps the dots in quoted names from JSqlParser, which would cut the name there. */
final class QuotedDots {

  /** A character for private use stands for a dot meanwhile. */
  private static final char HIDDEN = '\uE02E';

  private QuotedDots() {}

  static String hide(String quoted) {
    return quoted.replace('.', HIDDEN);
  }

  static String show(String written) {
    return written.replace(HIDDEN, '.');
  }
}
