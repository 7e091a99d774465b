package dev.concertina.server;

import dev.concertina.github.GitHubException;
import dev.concertina.github.HookDeliveries;
import dev.concertina.github.HookDeliveries.Failed;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks GitHub again for what it could not deliver while nobody listened. */
final class MissedDeliveries implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(MissedDeliveries.class);

  /** GitHub keeps deliveries for three days. */
  private static final Duration KEPT = Duration.ofDays(3);

  /** What is refused that often is refused for a reason. */
  private static final int MOST_ATTEMPTS = 5;

  private final HookDeliveries deliveries;
  private final Ledger ledger;
  private final Clock clock;

  MissedDeliveries(HookDeliveries deliveries, Ledger ledger, Clock clock) {
    this.deliveries = deliveries;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void run() {
    int asked = 0;
    try {
      for (Failed failed : deliveries.failed(clock.instant().minus(KEPT))) {
        boolean wanted = Deliveries.asksForReviews(failed.event());
        // Where only the answer was lost, it is here.
        if (wanted && failed.attempts() < MOST_ATTEMPTS && !ledger.knows(failed.delivery())) {
          deliveries.again(failed);
          asked++;
        }
      }
      if (asked > 0) {
        LOG.info("asked GitHub again for {} deliveries", asked);
      }
    } catch (GitHubException e) {
      LOG.warn("failed deliveries can't be asked for now: {}", e.getMessage());
    }
  }
}
