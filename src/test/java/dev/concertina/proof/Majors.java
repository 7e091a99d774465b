package dev.concertina.proof;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The majors of PostgreSQL on which this build proves what it says. */
public final class Majors {

  /** All that the program knows measured effects of. */
  public static final int OLDEST = 13;

  public static final int NEWEST = 18;

  private Majors() {}

  /** Those of this build: the newest alone, or all of them under {@code -Pproof}. */
  public static IntStream chosen() {
    String property = System.getProperty("proof.majors", String.valueOf(NEWEST));
    return Stream.of(property.split(",")).mapToInt(major -> Integer.parseInt(major.strip()));
  }

  /** Whether this build looks at every major, so that it can say what differs between them. */
  public static boolean all() {
    return chosen().sorted().boxed().toList().equals(every().boxed().toList());
  }

  /** Every major there is something to say about. */
  public static IntStream every() {
    return IntStream.rangeClosed(OLDEST, NEWEST);
  }
}
