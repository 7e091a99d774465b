package dev.concertina.server;

import dev.concertina.check.Report;
import dev.concertina.server.Ledger.Done;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What the service counts, for Prometheus. No label holds a name of a repository or a person. */
final class Metrics {
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofSeconds(60)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Timer seconds =
      Timer.builder("concertina.review")
          .description("How long reviews take")
          .serviceLevelObjectives(BOUNDS)
          .register(registry);

  /** Shows how the queue is; a queue that can't be asked has no figure. */
  void watch(Standing standing, Clock clock) {
    gauge("concertina.queue.depth", "Reviews that wait", () -> standing.depth().waiting());
    gauge("concertina.queue.parked", "Reviews that were given up", () -> standing.depth().parked());
    gauge(
        "concertina.queue.oldest.seconds",
        "For how long the oldest one waits",
        () -> {
          Standing.Depth depth = standing.depth();
          return depth.oldest() == null
              ? 0
              : Math.max(0, Duration.between(depth.oldest(), clock.instant()).toSeconds());
        });
  }

  /** Shows what the limits of GitHub leave. */
  void watch(Gate gate) {
    gauge(
        "concertina.github.rate.remaining",
        "The requests that the most limited installation has left",
        () -> gate.remaining().isPresent() ? gate.remaining().getAsLong() : Double.NaN);
    FunctionCounter.builder("concertina.github.requests", gate, Gate::calls)
        .description("Requests to GitHub")
        .register(registry);
  }

  private interface Figure {
    double now();
  }

  private void gauge(String name, String description, Figure figure) {
    Gauge.builder(name, () -> value(figure)).description(description).register(registry);
  }

  private static double value(Figure figure) {
    try {
      return figure.now();
    } catch (StoreException e) {
      return Double.NaN;
    }
  }

  /** A delivery was answered. */
  void delivered(String event, int status) {
    registry
        .counter("concertina.deliveries", "event", event, "status", String.valueOf(status))
        .increment();
  }

  /** A review was finished. */
  void reviewed(Done review) {
    registry.counter("concertina.reviews", "result", review.verdict()).increment();
    seconds.record(review.time().toNanos(), TimeUnit.NANOSECONDS);
  }

  /** A review failed. */
  void failed(boolean parked) {
    registry.counter("concertina.reviews", "result", parked ? "parked" : "failed").increment();
  }

  /** A report has these findings. */
  void found(Report report) {
    report.findings().stream()
        .filter(result -> result.suppressed() == null)
        .map(result -> result.finding().rule())
        // A team's own rule would bring a name of theirs.
        .map(rule -> rule.startsWith("team/") ? "team" : rule)
        .forEach(rule -> registry.counter("concertina.findings", "rule", rule).increment());
  }

  /** What Prometheus reads. */
  String scrape() {
    return registry.scrape();
  }
}
