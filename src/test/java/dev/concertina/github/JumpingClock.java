package dev.concertina.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The machine's time and what it has jumped by. */
final class JumpingClock extends Clock {
  private volatile Duration offset = Duration.ZERO;

  /** Goes so far from the machine's time; back where it is negative. */
  void jump(Duration to) {
    offset = to;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
