package dev.concertina.github;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** How much the service bears. */
final class LoadTrials {
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final int RATE = 200;
  private static final int PULLS = 100;

  /** GitHub's own payloads are some twenty kilobytes. */
  private static final String DESCRIPTION = "What it changes, and why. ".repeat(800);

  private final int seconds;
  private final int reviews;

  LoadTrials(int seconds, int reviews) {
    this.seconds = seconds;
    this.reviews = reviews;
  }

  /** Deliveries at a fixed rate, whether the ones before are answered or not. */
  String deliveries(Path folder) throws Exception {
    try (Stage stage = new Stage(folder)) {
      stage.crowd.github.strict = false;
      stage.environment.put("CONCERTINA_LOG_LEVEL", "info");
      stage.crowd.push(Stage.pulls(PULLS));
      Service node = stage.node("node");
      warm(stage, node);
      int count = RATE * seconds;
      double[] millis = new double[count];
      AtomicInteger taken = new AtomicInteger();
      String[] bodies = new String[PULLS];
      Arrays.setAll(bodies, i -> Courier.pushed(i + 1, DESCRIPTION));
      long start = System.nanoTime();
      try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < count; i++) {
          int one = i;
          long due = start + i * 1_000_000_000L / RATE;
          sleepUntil(due);
          senders.submit(
              () -> {
                String id = "load-" + one;
                int number = one % PULLS + 1;
                taken.addAndGet(
                    stage.courier.deliver(id, number, bodies[number - 1]) == 202 ? 1 : 0);
                // From when it was due: a sender that is late makes nobody faster.
                millis[one] = (System.nanoTime() - due) / 1e6;
              });
        }
      }
      double lasted = (System.nanoTime() - start) / 1e9;
      List<String> wrong = stage.settled(PATIENCE);
      wrong.addAll(stage.leaks());
      Arrays.sort(millis);
      return "%d deliveries in %.1f s, %d taken; answered in p50 %.1f, p99 %.1f, at most %.1f ms; %s; peak %d MiB"
          .formatted(
              count,
              lasted,
              taken.get(),
              millis[count / 2],
              millis[count * 99 / 100],
              millis[count - 1],
              wrong.isEmpty() ? "none lost" : "WRONG " + wrong,
              node.peak());
    }
  }

  /** A service that has just started has its code still to compile. */
  private static void warm(Stage stage, Service node) throws Exception {
    for (int i = 0; i < 500; i++) {
      stage.courier.deliver("warm-" + i, i % PULLS + 1, Courier.pushed(i % PULLS + 1, DESCRIPTION));
    }
    node.settle(PATIENCE);
  }

  private static void sleepUntil(long due) throws InterruptedException {
    long left = due - System.nanoTime();
    if (left > 0) {
      Thread.sleep(Duration.ofNanos(left));
    }
  }

  /** GitHub limits what one installation may write in a minute: many have more to do. */
  private static String ofInstallation(int number) {
    return Courier.pushed(number, "")
        .replace("{\"id\": 5}", "{\"id\": " + (100 + number % 50) + "}");
  }

  /** Many pull requests at once. */
  String reviews(Path folder) throws Exception {
    try (Stage stage = new Stage(folder)) {
      stage.crowd.github.strict = false;
      stage.environment.put("CONCERTINA_LOG_LEVEL", "info");
      stage.crowd.push(Stage.pulls(reviews));
      Service node = stage.node("node");
      long start = System.nanoTime();
      for (int number : Stage.pulls(reviews)) {
        stage.courier.deliver("review-" + number, number, ofInstallation(number));
      }
      List<String> wrong = stage.settled(PATIENCE);
      double lasted = (System.nanoTime() - start) / 1e9;
      wrong.addAll(stage.leaks());
      return "%d reviews in %.1f s, %.1f a second; peak %d MiB; %.0f requests; %s"
          .formatted(
              reviews,
              lasted,
              reviews / lasted,
              node.peak(),
              node.figure("concertina_github_requests_total"),
              wrong.isEmpty() ? "all of them right" : "WRONG " + wrong);
    }
  }
}
