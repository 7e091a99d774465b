package dev.concertina.github;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that goes on when somebody sleeps, and at no other time. */
final class FakeTiming implements Timing {
  final List<Duration> sleeps = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration time) {
    sleeps.add(time);
    now = now.plus(time);
  }

  @Override
  public double chance() {
    return 0;
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }
}
