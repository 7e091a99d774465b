package dev.concertina.github;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What goes wrong around the service, and what it does then. */
final class FaultTrials {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int PULLS = 6;

  private final Duration outage;

  FaultTrials(Duration outage) {
    this.outage = outage;
  }

  private String said(Stage stage, String figures) throws Exception {
    List<String> wrong = stage.settled(PATIENCE);
    wrong.addAll(stage.leaks());
    return (wrong.isEmpty() ? "every pull request is right" : "WRONG " + wrong) + "; " + figures;
  }

  /** The database ends in the middle of reviews, and comes back. */
  String database(Path folder) throws Exception {
    try (SharedStore store = new SharedStore(folder.resolve("postgresql"));
        Stage stage = new Stage(folder)) {
      stage.environment.putAll(store.environment());
      Service node = stage.node("node");
      stage.crowd.push(Stage.pulls(PULLS));
      for (int number : Stage.pulls(PULLS)) {
        stage.courier.deliver("before-" + number, number);
      }
      Thread.sleep(300);
      store.stop();
      Map<Integer, Integer> answers = new TreeMap<>();
      Map<Integer, Integer> ready = new TreeMap<>();
      long end = System.nanoTime() + outage.toNanos();
      for (int i = 1; System.nanoTime() < end; i++) {
        answers.merge(stage.courier.deliver("during-" + i, i % PULLS + 1), 1, Integer::sum);
        ready.merge(node.status("/readyz"), 1, Integer::sum);
        int alive = node.status("/healthz");
        if (alive != 200) {
          return "WRONG: /healthz answers " + alive;
        }
        Thread.sleep(500);
      }
      store.start();
      stage.crowd.push(Stage.pulls(PULLS));
      for (int number : Stage.pulls(PULLS)) {
        stage.courier.deliver("after-" + number, number);
      }
      return said(stage, "answers meanwhile " + answers + ", /readyz " + ready);
    }
  }

  /** GitHub answers nothing for a while, then slowly, then not at all because of limits. */
  String github(Path folder) throws Exception {
    try (Stage stage = new Stage(folder)) {
      Service node = stage.node("node");
      stage.crowd.github.weather =
          () -> Optional.of(FakeRest.Reply.error(503, "Service unavailable"));
      round(stage, "away");
      Thread.sleep(outage.toMillis());
      stage.crowd.github.weather = FakeGitHub.Weather.FAIR;
      String figures = "after it was away: " + said(stage, "");
      stage.crowd.github.weather =
          () -> {
            Thread.sleep(3_000);
            return Optional.empty();
          };
      round(stage, "slow");
      Thread.sleep(outage.toMillis());
      boolean answers = node.status("/healthz") == 200;
      stage.crowd.github.weather = FakeGitHub.Weather.FAIR;
      figures += "slow: " + said(stage, answers ? "" : "WRONG: /healthz");
      AtomicBoolean limited = new AtomicBoolean(true);
      stage.crowd.github.weather =
          () ->
              limited.get()
                  ? Optional.of(
                      FakeRest.Reply.error(429, "You have exceeded a secondary rate limit.")
                          .with(Map.of("Retry-After", "10")))
                  : Optional.empty();
      round(stage, "limited");
      Thread.sleep(outage.toMillis());
      limited.set(false);
      return figures + "limited: " + said(stage, node.peak() + " MiB");
    }
  }

  private static void round(Stage stage, String name) throws IOException {
    stage.crowd.push(Stage.pulls(PULLS));
    for (int number : Stage.pulls(PULLS)) {
      stage.courier.deliver(name + "-" + number, number);
    }
  }

  /** Somebody who does not know the secret. */
  String signatures(Path folder) throws Exception {
    try (Stage stage = new Stage(folder)) {
      Service node = stage.node("node");
      Map<Integer, Integer> answers = new TreeMap<>();
      String right = Courier.signature("x");
      long start = System.nanoTime();
      for (int i = 0; i < 10_000; i++) {
        String signature = i % 2 == 0 ? right : "sha256=" + "0".repeat(i % 200);
        answers.merge(answer(stage, "bad-" + i, signature), 1, Integer::sum);
      }
      double lasted = (System.nanoTime() - start) / 1e9;
      boolean let = !stage.crowd.github.writes().isEmpty();
      return said(
          stage,
          "answers %s in %.1f s; %s; peak %d MiB"
              .formatted(
                  answers,
                  lasted,
                  let ? "WRONG: something was done" : "nothing was done",
                  node.peak()));
    }
  }

  /** The status; 0 when the sender lost its connection, as it may between two requests. */
  private static int answer(Stage stage, String id, String signature) {
    try {
      return stage.courier.send(id, Courier.pushed(1, ""), signature);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Many connections that send a byte a second. */
  String slowBodies(Path folder) throws Exception {
    try (Stage stage = new Stage(folder)) {
      Service node = stage.node("node");
      round(stage, "before");
      stage.settled(PATIENCE);
      List<Socket> slow = new ArrayList<>();
      try {
        for (int i = 0; i < 1_000; i++) {
          Socket socket = new Socket("127.0.0.1", node.port());
          socket.getOutputStream().write(head(20_000_000).getBytes(US_ASCII));
          slow.add(socket);
        }
        double worst = 0;
        int ended = 0;
        long start = System.nanoTime();
        for (int second = 0; second < 30 && ended < slow.size(); second++) {
          long began = System.nanoTime();
          int status = stage.courier.deliver("meanwhile-" + second, second % PULLS + 1);
          worst = Math.max(worst, (System.nanoTime() - began) / 1e6);
          if (status != 202) {
            return "WRONG: a good delivery was answered " + status;
          }
          ended = 0;
          for (Socket socket : slow) {
            ended += isOver(socket) ? 1 : 0;
          }
          Thread.sleep(1_000);
        }
        return said(
            stage,
            "1,000 slow senders, %d of them ended after %.0f s; good ones were answered in at most %.0f ms; peak %d MiB"
                .formatted(ended, (System.nanoTime() - start) / 1e9, worst, node.peak()));
      } finally {
        for (Socket socket : slow) {
          socket.close();
        }
      }
    }
  }

  static String head(int length) {
    return "POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + "X-GitHub-Event: pull_request\r\nX-GitHub-Delivery: slow\r\n"
        + "X-Hub-Signature-256: sha256=0\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  /** Sends another byte; says whether an answer is there, or nobody listens any more. */
  private static boolean isOver(Socket socket) {
    try {
      if (socket.getInputStream().available() > 0) {
        return true;
      }
      socket.getOutputStream().write('x');
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** The largest payload that GitHub sends, several at a time, and one byte more. */
  String payload(Path folder) throws Exception {
    try (Stage stage = new Stage(folder)) {
      Service node = stage.node("node");
      stage.crowd.push(Stage.pulls(1));
      String many = Courier.pushed(1, ("x".repeat(60_000) + "\", \"more\": \"").repeat(416));
      String largest = many + " ".repeat(25_000_000 - many.length());
      int most = stage.courier.deliver("largest", 1, largest);
      int more = stage.courier.send("more", largest + " ", Courier.signature(largest + " "));
      Map<Integer, Integer> together = new TreeMap<>();
      List<Thread> senders = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String id = "together-" + i;
        senders.add(
            Thread.ofVirtual()
                .start(
                    () -> {
                      int status = stage.courier.deliver(id, 1, largest);
                      synchronized (together) {
                        together.merge(status, 1, Integer::sum);
                      }
                    }));
      }
      for (Thread sender : senders) {
        sender.join();
      }
      boolean right = most == 202 && more == 413 && node.isAlive();
      return said(
          stage,
          "%s25,000,000 bytes: %d, one more: %d, eight at a time: %s; peak %d MiB"
              .formatted(right ? "" : "WRONG ", most, more, together, node.peak()));
    }
  }

  /** SIGTERM while reviews run: what they were asked for is done by the next one. */
  String end(Path folder) throws Exception {
    try (Stage stage = new Stage(folder)) {
      stage.crowd.github.weather =
          () -> {
            Thread.sleep(6_000);
            return Optional.empty();
          };
      Service node = stage.node("node");
      round(stage, "before");
      Thread.sleep(2_000);
      long start = System.nanoTime();
      int exit = node.terminate(Duration.ofSeconds(60));
      double lasted = (System.nanoTime() - start) / 1e9;
      stage.crowd.github.weather = FakeGitHub.Weather.FAIR;
      stage.node("node");
      return said(
          stage,
          "%sexit status %d after %.1f s"
              .formatted(exit == 0 && lasted < 30 ? "" : "WRONG ", exit, lasted));
    }
  }

  /** The disk of the embedded database is full for a while. */
  String disk(Path folder, Path small) throws Exception {
    try (Stage stage = new Stage(folder)) {
      stage.environment.put("CONCERTINA_DATA", small.toString());
      Service node = stage.node("node");
      round(stage, "before");
      List<String> wrong = stage.settled(PATIENCE);
      Path filler = small.resolve("filler");
      fill(filler);
      Map<Integer, Integer> answers = new TreeMap<>();
      stage.crowd.push(Stage.pulls(PULLS));
      // Each has an id of the greatest length, so that the file has to grow.
      for (int i = 0; i < 600; i++) {
        String id = "full-" + i + "-" + "x".repeat(80);
        answers.merge(stage.courier.deliver(id, i % PULLS + 1), 1, Integer::sum);
      }
      int ready = node.status("/readyz");
      Files.delete(filler);
      Thread.sleep(1_000);
      int later = node.status("/readyz");
      round(stage, "after");
      if (!node.isAlive()) {
        wrong.add("the service has ended");
      }
      return (wrong.isEmpty() ? "" : "WRONG " + wrong)
          + said(
              stage,
              "answers meanwhile %s, /readyz %d, and %d when there is room again"
                  .formatted(answers, ready, later));
    }
  }

  private static void fill(Path filler) throws IOException {
    byte[] block = new byte[1 << 12];
    try (var out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      if (!Files.exists(filler)) {
        throw e;
      }
    }
  }
}
