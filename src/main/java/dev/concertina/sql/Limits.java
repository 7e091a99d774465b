package dev.concertina.sql;

import java.time.Duration;

/**
 * How much the expression parser is given, for its time can grow faster than the text. What is
 * beyond costs a detail, never a statement.
 *
 * @param length the longest text in characters
 * @param depth the deepest nesting of parentheses and CASEs
 * @param time how long one text may take
 * @param total the length of all texts of one reader together
 */
public record Limits(int length, int depth, Duration time, long total) {

  public static final Limits DEFAULT = new Limits(64 * 1024, 60, Duration.ofSeconds(2), 4 << 20);
}
