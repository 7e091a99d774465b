package dev.concertina.github;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a trial of the service stands on: a GitHub, nodes, and whoever delivers to them. */
final class Stage implements AutoCloseable {
  final Crowd crowd;
  final Courier courier;
  final Map<String, String> environment = new HashMap<>();
  private final Path folder;
  private final List<Service> nodes = new ArrayList<>();
  private volatile Service target;
  private int logs;

  Stage(Path folder) throws Exception {
    this.folder = folder;
    crowd = new Crowd(folder.resolve("git"));
    courier = new Courier(crowd.github, () -> target);
    environment.put("CONCERTINA_WEBHOOK_SECRET", Courier.SECRET);
    environment.put("CONCERTINA_APP_ID", FakeApp.ID);
    environment.put("CONCERTINA_PRIVATE_KEY", FakeApp.pem());
    environment.put("CONCERTINA_GITHUB_URL", crowd.github.endpoints().api().toString());
    environment.put("CONCERTINA_HOST", "127.0.0.1");
    environment.put("CONCERTINA_LEASE_SECONDS", "4");
    environment.put("CONCERTINA_LOG_LEVEL", "debug");
    environment.put("PORT", "0");
  }

  /** Another node with caches of its own, to which everything is delivered from now on. */
  Service node(String name) throws Exception {
    Map<String, String> own = new HashMap<>(environment);
    own.putIfAbsent("CONCERTINA_DATA", folder.resolve("data-" + name).toString());
    Service node = Service.start(folder.resolve(name + "-" + ++logs + ".log"), own);
    nodes.add(node);
    target = node;
    return node;
  }

  /** Everything is delivered to it from now on. */
  void deliverTo(Service node) {
    target = node;
  }

  /** The first pull requests, by their numbers. */
  static List<Integer> pulls(int count) {
    return IntStream.rangeClosed(1, count).boxed().toList();
  }

  /** Waits until everything has been said, and answers what is wrong all the same. */
  List<String> settled(Duration patience) throws Exception {
    long end = System.nanoTime() + patience.toNanos();
    target.settle(patience);
    List<String> wrong = crowd.wrong();
    // What failed to be delivered may still be asked for again.
    while (!wrong.isEmpty() && System.nanoTime() < end && crowd.isBehind()) {
      Thread.sleep(200);
      target.settle(patience);
      wrong = crowd.wrong();
    }
    return wrong;
  }

  /** Secrets that stand in a log. */
  List<String> leaks() throws Exception {
    List<String> secrets = new ArrayList<>(List.of(Courier.SECRET, "pa55word", "ghs_token", "eyJ"));
    FakeApp.pem().lines().filter(line -> !line.startsWith("-")).forEach(secrets::add);
    List<String> leaks = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        String text = Files.readString(log);
        secrets.stream().filter(text::contains).forEach(s -> leaks.add(log + " holds " + s));
      }
    }
    return leaks;
  }

  @Override
  public void close() {
    nodes.forEach(Service::close);
    crowd.close();
  }
}
