package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.concertina.migration.ReplayCache;
import dev.concertina.server.Server;
import dev.concertina.server.ServiceSettings;
import dev.concertina.server.TimedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;

/** A service in this process before a fake GitHub, and who delivers to it and looks at it. */
final class Site implements AutoCloseable {
  static final String SECRET = Courier.SECRET;
  private static final Duration SOON = Duration.ofSeconds(30);

  final Scene scene;
  final Map<String, String> environment = new HashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private Server server;
  private int deliveries;

  /** One with an App; it does not run yet. */
  Site(Path folder) {
    this(new Scene(folder.resolve("scene")));
    environment.put("CONCERTINA_DATA", folder.resolve("data").toString());
  }

  private Site(Scene scene) {
    this.scene = scene;
    environment.put("CONCERTINA_WEBHOOK_SECRET", SECRET);
    environment.put("CONCERTINA_APP_ID", FakeApp.ID);
    environment.put("CONCERTINA_PRIVATE_KEY", FakeApp.pem());
    environment.put("CONCERTINA_GITHUB_URL", scene.github.endpoints().api().toString());
    environment.put("CONCERTINA_GITHUB_WEB_URL", "https://github.example");
    environment.put("CONCERTINA_HOST", "127.0.0.1");
    environment.put("PORT", "0");
  }

  ServiceSettings settings() {
    return ServiceSettings.read(environment);
  }

  /** Starts it. */
  Site run() {
    server = new Server(settings(), "1.0.0", "https://rules.example/", ReplayCache.NONE);
    return this;
  }

  /** Starts it with another clock than the machine's. */
  Site run(Clock clock) {
    server = TimedServer.start(settings(), clock);
    return this;
  }

  /** Another process before the same GitHub, with the same settings. */
  Site again() {
    Site again = new Site(scene);
    again.environment.putAll(environment);
    return again;
  }

  /** Ends it. */
  void end() {
    server.close();
  }

  int port() {
    return server.port();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = request(path);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  /** Delivers as GitHub does; answers the status. */
  int deliver(String event, String id, String body) {
    return send(request("/webhook")
            .header("Content-Type", "application/json")
            .header("X-GitHub-Event", event)
            .header("X-GitHub-Delivery", id)
            .header("X-Hub-Signature-256", Courier.signature(body))
            .POST(BodyPublishers.ofString(body)))
        .statusCode();
  }

  int deliver(String event, String body) {
    return deliver(event, "delivery-" + ++deliveries, body);
  }

  /** The payload of what happens to pull request 7. */
  static String pull(String action) {
    return pull(action, 7, 5);
  }

  /** The payload of what happens to a pull request, as an installation is told. */
  static String pull(String action, int number, long installation) {
    return """
    {"action": "%s", "number": %d, "repository": {"full_name": "octo/shop"},
     "pull_request": {"number": %d}, "installation": {"id": %d}}
    """
        .formatted(action, number, number, installation);
  }

  /** How many summaries and replies stand in the pull request. */
  long said() {
    return scene.pull.comments.stream().filter(c -> c.author.equals(FakeApp.BOT)).count();
  }

  void eventually(ThrowingRunnable holds) {
    await()
        .ignoreExceptions()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(holds);
  }

  /** Waits until nothing waits any more. */
  void settled() {
    eventually(() -> assertThat(get("/metrics").body()).contains("concertina_queue_depth 0.0"));
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    scene.close();
  }
}
