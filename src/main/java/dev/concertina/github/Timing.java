package dev.concertina.github;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** The clock, sleep and chance of whoever waits for GitHub; tests have their own. */
public interface Timing {

  /** The machine's. */
  Timing REAL =
      new Timing() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
          Thread.sleep(time);
        }

        @Override
        public double chance() {
          return ThreadLocalRandom.current().nextDouble();
        }
      };

  /** What time it is. */
  Instant now();

  /** Waits. */
  void sleep(Duration time) throws InterruptedException;

  /** A number from 0 to 1 that spreads retries. */
  double chance();
}
