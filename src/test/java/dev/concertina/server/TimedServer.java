package dev.concertina.server;

import dev.concertina.github.Timing;
import dev.concertina.migration.ReplayCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The service with a clock of the test's. */
public final class TimedServer {
  private TimedServer() {}

  public static Server start(ServiceSettings settings, Clock clock) {
    Timing timing =
        new Timing() {
          @Override
          public Instant now() {
            return clock.instant();
          }

          @Override
          public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time);
          }

          @Override
          public double chance() {
            return 0;
          }
        };
    Reviews.About about = new Reviews.About("1.0", "https://rules.example/");
    return new Server(settings, about, ReplayCache.NONE, clock, timing);
  }
}
