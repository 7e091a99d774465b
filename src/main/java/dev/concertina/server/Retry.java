package dev.concertina.server;

import dev.concertina.github.GitHubException;
import dev.concertina.github.RateLimitedException;
import dev.concertina.github.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a failed review is tried again. */
final class Retry {
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  /** With the waits between them, some three hours: GitHub may be away for that long. */
  private static final int MOST_ATTEMPTS = 12;

  /** What fails for another reason than GitHub's fails again. */
  private static final int MOST_OF_OUR_OWN = 3;

  private static final int MOST_REFUSALS = 4;

  private final Timing timing;

  Retry(Timing timing) {
    this.timing = timing;
  }

  /**
   * When to try again; empty to give up.
   *
   * @param failures how many there were, this one included
   */
  Optional<Instant> after(Throwable reason, int failures) {
    if (reason instanceof RateLimitedException limited) {
      return Optional.of(limited.until().plus(spread(FIRST)));
    }
    if (isInterruption(reason)) {
      return Optional.of(timing.now());
    }
    int most =
        switch (reason) {
          // Not the pull request is refused but we are: the clock is wrong, or the key is another.
          case GitHubException unknown when unknown.status() == 401 -> MOST_ATTEMPTS;
          case GitHubException refused when refused.status() >= 400 && refused.status() < 500 ->
              MOST_REFUSALS;
          case GitHubException away -> MOST_ATTEMPTS;
          case StoreException away -> MOST_ATTEMPTS;
          default -> MOST_OF_OUR_OWN;
        };
    if (failures >= most) {
      return Optional.empty();
    }
    Duration wait = FIRST.multipliedBy(1L << Math.min(failures - 1, 20));
    Duration bounded = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    return Optional.of(timing.now().plus(bounded.dividedBy(2)).plus(spread(bounded.dividedBy(2))));
  }

  /** Whether it is no failure at all: it waits for a limit, or the node stops. */
  static boolean isInnocent(Throwable reason) {
    return reason instanceof RateLimitedException || isInterruption(reason);
  }

  private static boolean isInterruption(Throwable reason) {
    for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException) {
        return true;
      }
    }
    return false;
  }

  private Duration spread(Duration most) {
    return Duration.ofMillis((long) (most.toMillis() * timing.chance()));
  }
}
