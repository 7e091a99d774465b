package dev.concertina.github;

import dev.concertina.github.Call.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the requests of one token within GitHub's limits: waits while a limit holds, and spaces
 * what creates content by a second after a secondary limit or beyond sixty in a minute. All
 * connections with the same token share one.
 */
public final class Pace {
  private static final Duration SPACING = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration CAUTION = Duration.ofMinutes(10);
  private static final int MOST_IN_A_MINUTE = 60;

  private final Timing timing;
  private final Duration patience;
  private final Turns elsewhere;
  private final ReentrantLock changing = new ReentrantLock(true);
  private final Deque<Instant> created = new ArrayDeque<>();
  private Instant closedUntil = Instant.MIN;
  private Instant cautiousUntil = Instant.MIN;
  private OptionalLong remaining = OptionalLong.empty();

  /**
   * @param patience how long one request may wait; after that it fails, so that no thread is held
   */
  public Pace(Timing timing, Duration patience) {
    this(timing, patience, Turns.ALONE);
  }

  /**
   * The same where other processes have such a token too.
   *
   * @param elsewhere when it is this one's turn among them
   */
  public Pace(Timing timing, Duration patience, Turns elsewhere) {
    this.timing = timing;
    this.patience = patience;
    this.elsewhere = elsewhere;
  }

  Timing timing() {
    return timing;
  }

  /**
   * Waits until a request may be sent.
   *
   * @throws RateLimitedException when that is longer than this run may wait
   */
  void await(boolean creates) throws InterruptedException {
    Duration wait = reserve(creates);
    if (wait.isPositive()) {
      timing.sleep(wait);
    }
  }

  /**
   * Waits until nobody else changes anything with this token, if the request does. Of this process
   * only one at a time waits among the others.
   */
  Turns.Turn turn(Purpose purpose) throws InterruptedException {
    if (purpose == Purpose.READ) {
      return () -> {};
    }
    changing.lockInterruptibly();
    try {
      Turns.Turn turn = elsewhere.take();
      return () -> {
        turn.close();
        changing.unlock();
      };
    } catch (InterruptedException | RuntimeException e) {
      changing.unlock();
      throw e;
    }
  }

  private synchronized Duration reserve(boolean creates) {
    Instant now = timing.now();
    Instant start = later(now, closedUntil);
    if (creates) {
      start = later(start, nextCreation(start));
    }
    Duration wait = Duration.between(now, start);
    if (wait.compareTo(patience) > 0) {
      throw new RateLimitedException(start);
    }
    if (creates) {
      created.addLast(start);
    }
    return wait;
  }

  private Instant nextCreation(Instant start) {
    // What lies further ahead than anybody waits was before the clock went back.
    created.removeIf(
        time -> time.isBefore(start.minus(MINUTE)) || time.isAfter(start.plus(patience)));
    boolean spaced = start.isBefore(cautiousUntil) || created.size() >= MOST_IN_A_MINUTE;
    return spaced && !created.isEmpty() ? created.peekLast().plus(SPACING) : start;
  }

  /** Learns from an answer; says whether it is a refusal because of a limit. */
  synchronized boolean limits(Answer answer) {
    String said = answer.complaint().toLowerCase(Locale.ROOT);
    boolean hasty = answer.status() == 422 && said.contains("submitted too quickly");
    if (answer.status() != 403 && answer.status() != 429 && !hasty) {
      return false;
    }
    Instant now = timing.now();
    boolean secondary = said.contains("secondary rate limit") || said.contains("abuse");
    if (answer.header("retry-after").isPresent()) {
      close(now.plusSeconds(answer.number("retry-after", MINUTE.toSeconds())));
      cautiousUntil = now.plus(CAUTION);
    } else if (answer.number("x-ratelimit-remaining", 1) == 0) {
      closeUntilReset(answer);
    } else if (secondary || hasty || answer.status() == 429) {
      close(now.plus(MINUTE));
      cautiousUntil = now.plus(CAUTION);
    } else {
      return false;
    }
    return true;
  }

  /** The primary limit is used up, as the answer's headers say. */
  synchronized void closeUntilReset(Answer answer) {
    Instant now = timing.now();
    long reset = answer.number("x-ratelimit-reset", now.plus(MINUTE).getEpochSecond());
    close(later(Instant.ofEpochSecond(reset), now).plusSeconds(1));
  }

  /** Learns from any answer how many requests the primary limit leaves. */
  synchronized void learn(Answer answer) {
    long left = answer.number("x-ratelimit-remaining", -1);
    remaining = left >= 0 ? OptionalLong.of(left) : remaining;
  }

  /** How many requests GitHub said last that are left; empty before the first answer. */
  public synchronized OptionalLong remaining() {
    return remaining;
  }

  /** Until when nothing is sent. */
  synchronized Instant closedUntil() {
    return closedUntil;
  }

  /** Lets a request be tried before the limit is over: what must be said now or never. */
  synchronized void insist() {
    closedUntil = Instant.MIN;
  }

  private void close(Instant until) {
    closedUntil = later(closedUntil, until);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
