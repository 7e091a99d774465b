package dev.concertina.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.concertina.migration.ReplayCache;
import dev.concertina.server.Server;
import dev.concertina.server.ServiceSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The service, from a delivery at its port to what stands in the pull request. */
class ServiceTest {
  private static final String SECRET = "s3cret";
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> environment = new HashMap<>();
  private Scene scene;
  private Server server;
  private int deliveries;

  @BeforeEach
  void start() {
    scene = new Scene(folder.resolve("scene"));
    environment.put("CONCERTINA_WEBHOOK_SECRET", SECRET);
    environment.put("CONCERTINA_APP_ID", FakeApp.ID);
    environment.put("CONCERTINA_PRIVATE_KEY", FakeApp.pem());
    environment.put("CONCERTINA_GITHUB_URL", scene.github.endpoints().api().toString());
    environment.put("CONCERTINA_DATA", folder.resolve("data").toString());
    environment.put("CONCERTINA_HOST", "127.0.0.1");
    environment.put("PORT", "0");
    run();
  }

  private void run() {
    server =
        new Server(
            ServiceSettings.read(environment), "1.0", "https://rules.example/", ReplayCache.NONE);
  }

  @AfterEach
  void stop() {
    server.close();
    scene.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private int deliver(String event, String id, String body) {
    return send(HttpRequest.newBuilder(at("/webhook"))
            .header("Content-Type", "application/json")
            .header("X-GitHub-Event", event)
            .header("X-GitHub-Delivery", id)
            .header("X-Hub-Signature-256", signature(body))
            .POST(BodyPublishers.ofString(body)))
        .statusCode();
  }

  private int deliver(String event, String body) {
    return deliver(event, "delivery-" + ++deliveries, body);
  }

  private static String pull(String action) {
    return """
    {"action": "%s", "number": 7, "repository": {"full_name": "octo/shop"},
     "pull_request": {"number": 7}, "installation": {"id": 5}}
    """
        .formatted(action);
  }

  private void eventually(ThrowingRunnable holds) {
    await()
        .ignoreExceptions()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(holds);
  }

  private void settled() {
    eventually(
        () ->
            assertThat(send(HttpRequest.newBuilder(at("/metrics"))).body())
                .contains("concertina_queue_depth 0.0"));
  }

  @Test
  void reviews_what_is_pushed_and_settles_what_is_fixed() {
    scene.pushHazards();
    assertThat(deliver("pull_request", pull("opened"))).isEqualTo(202);
    eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
    settled();
    assertThat(scene.open()).hasSize(2);
    assertThat(scene.github.state.checks).hasSize(1);

    scene.push(Scene.RENAME, Scene.ADD, Scene.INDEX, null);
    assertThat(deliver("pull_request", pull("synchronize"))).isEqualTo(202);
    eventually(() -> assertThat(scene.check().conclusion).isEqualTo("success"));
    settled();
    assertThat(scene.open()).isEmpty();
    assertThat(scene.github.state.checks).hasSize(2);
    assertThat(said()).isEqualTo(1);
  }

  private long said() {
    return scene.pull.comments.stream().filter(c -> c.author.equals(FakeApp.BOT)).count();
  }

  @Test
  void says_everything_once_however_often_it_is_told() {
    scene.pushHazards();
    for (int i = 0; i < 10; i++) {
      assertThat(deliver("pull_request", "the-same", pull("opened"))).isEqualTo(202);
      assertThat(deliver("pull_request", pull("synchronize"))).isEqualTo(202);
    }
    eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
    settled();
    assertThat(scene.open()).hasSize(2);
    assertThat(scene.github.state.checks).hasSize(1);
    assertThat(said()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void runs_again_what_somebody_asks_to_run_again(boolean fork) {
    scene.pull.fork = fork;
    scene.pushHazards();
    deliver("pull_request", pull("opened"));
    eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
    settled();
    String rerun =
        """
        {"action": "rerequested", "repository": {"full_name": "octo/shop"},
         "check_run": {"name": "Concertina", "head_sha": "%s", "pull_requests": []},
         "installation": {"id": 5}}
        """
            .formatted(scene.pull.head);
    assertThat(deliver("check_run", rerun)).isEqualTo(202);
    eventually(() -> assertThat(scene.github.state.checks).hasSize(2));
    settled();
    assertThat(scene.check().conclusion).isEqualTo("failure");
  }

  @Test
  void obeys_those_who_may_write() {
    scene.pushHazards();
    deliver("pull_request", pull("opened"));
    eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
    settled();
    String command = "/concertina allow postgres/blocking-index because the table is small";
    FakePull.Comment comment = scene.github.state.say(scene.pull, FakeActor.MAINTAINER, command);
    String said =
        """
        {"action": "created", "repository": {"full_name": "octo/shop"}, "installation": {"id": 5},
         "issue": {"number": 7, "pull_request": {}},
         "comment": {"body": "%s", "user": {"login": "maintainer", "type": "User"}}}
        """
            .formatted(command);
    assertThat(deliver("issue_comment", said)).isEqualTo(202);
    eventually(() -> assertThat(comment.reactions).containsExactly("+1"));
    settled();
    assertThat(scene.open()).hasSize(1);
  }

  @Test
  void shows_what_it_is_asked_to_show_once() {
    scene.pushHazards();
    FakePull.Comment comment =
        scene.github.state.say(
            scene.pull,
            FakeActor.MAINTAINER,
            "/concertina plan\n/concertina explain any/renamed-column\n/concertina help");
    deliver("pull_request", pull("opened"));
    eventually(() -> assertThat(comment.reactions).containsExactly("+1"));
    settled();
    deliver("pull_request", pull("synchronize"));
    settled();
    assertThat(said()).isEqualTo(2);
    assertThat(scene.pull.comments.getLast().body)
        .contains("ADD COLUMN length_ms")
        .contains("[`any/renamed-column`](https://rules.example/any/renamed-column.md): Renaming")
        .contains("`/concertina recheck`");
  }

  @Test
  void leaves_closed_pull_requests_alone() {
    scene.pushHazards();
    scene.pull.closed = true;
    deliver("pull_request", pull("synchronize"));
    eventually(() -> assertThat(scene.github.calls()).isNotEmpty());
    settled();
    assertThat(scene.github.writes()).containsExactly("POST /app/installations/5/access_tokens");
  }

  @Test
  void renews_a_token_that_ends() {
    scene.github.app.life = Duration.ofMinutes(4);
    scene.pushHazards();
    deliver("pull_request", pull("opened"));
    eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
    assertThat(scene.github.writes().stream().filter(w -> w.contains("access_tokens")).count())
        .isGreaterThan(2);
  }

  @Test
  void finishes_after_a_restart_what_was_asked_for_before() {
    scene.pushHazards();
    scene.github.revoke("nobody");
    environment.put("CONCERTINA_GITHUB_URL", "http://127.0.0.1:1");
    server.close();
    run();
    assertThat(deliver("pull_request", pull("opened"))).isEqualTo(202);
    server.close();
    assertThat(scene.github.writes()).isEmpty();
    environment.put("CONCERTINA_GITHUB_URL", scene.github.endpoints().api().toString());
    run();
    eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
    assertThat(scene.github.state.checks).hasSize(1);
  }

  @Test
  void asks_again_for_what_failed_while_it_was_away() {
    server.close();
    Instant hour = Instant.now().minus(Duration.ofHours(1));
    var attempts = scene.github.app.attempts;
    attempts.add(new FakeApp.Attempt(5, "d", hour.minus(Duration.ofDays(4)), "pull_request", 0));
    attempts.add(new FakeApp.Attempt(1, "a", hour, "pull_request", 502));
    attempts.add(new FakeApp.Attempt(2, "b", hour.plusSeconds(1), "pull_request", 502));
    attempts.add(new FakeApp.Attempt(3, "b", hour.plusSeconds(2), "pull_request", 202));
    attempts.add(new FakeApp.Attempt(4, "c", hour.plusSeconds(3), "star", 502));
    run();
    eventually(() -> assertThat(scene.github.app.again).containsExactly(1L));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "text/plain,       pull_request, id-1, right, 415",
        "application/json, -,            id-1, right, 400",
        "application/json, pull_request, -,    right, 400",
        "application/json, pull_request, 'i d', right, 400",
        "application/json, pull_request, id-1, wrong, 401",
        "application/json, pull_request, id-1, -,     401",
        "application/json, ping,         id-1, right, 200",
        "application/json, star,         id-1, right, 200",
        "application/json; charset=utf-8, installation, id-1, right, 200",
      })
  void answers(String type, String event, String id, String signed, int status) {
    String body = pull("opened");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at("/webhook"))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    if (event != null) {
      request.header("X-GitHub-Event", event);
    }
    if (id != null) {
      request.header("X-GitHub-Delivery", id);
    }
    if (signed != null) {
      request.header(
          "X-Hub-Signature-256", signed.equals("right") ? signature(body) : signature(body + " "));
    }
    assertThat(send(request).statusCode()).isEqualTo(status);
    assertThat(scene.github.calls()).noneMatch(call -> call.contains("/repos/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[]", "{", "nothing", "{}", "{\"repository\": {\"full_name\": 7}}"})
  void answers_400_to_what_is_no_payload(String body) {
    assertThat(deliver("pull_request", body)).isEqualTo(400);
  }

  @Test
  void says_how_it_is() {
    assertThat(send(HttpRequest.newBuilder(at("/healthz"))).statusCode()).isEqualTo(200);
    assertThat(send(HttpRequest.newBuilder(at("/readyz"))).statusCode()).isEqualTo(200);
    deliver("ping", "{}");
    assertThat(send(HttpRequest.newBuilder(at("/metrics"))).body())
        .contains("concertina_deliveries_total{event=\"ping\",status=\"200\"} 1.0")
        .doesNotContain("octo", SECRET);
  }

  @Test
  void takes_payloads_as_large_as_they_get_and_no_larger() {
    String body = pull("opened");
    String largest = body + " ".repeat(25_000_000 - body.length());
    assertThat(deliver("ping", largest)).isEqualTo(200);
    assertThat(deliver("ping", largest + " ")).isEqualTo(413);
    assertThat(deliver("ping", body)).isEqualTo(200);
  }

  @Test
  void keeps_secrets_out_of_its_log() {
    LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger all = loggers.getLogger("dev.concertina");
    Level usual = all.getLevel();
    log.start();
    all.setLevel(Level.TRACE);
    all.addAppender(log);
    try {
      scene.github.fail("POST /graphql", 403, "no", Map.of(), false);
      scene.pushHazards();
      deliver("pull_request", pull("opened"));
      eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
      settled();
    } finally {
      all.detachAppender(log);
      all.setLevel(usual);
    }
    List<String> secrets = new ArrayList<>(List.of(SECRET, "ghs_token", "eyJ"));
    FakeApp.pem().lines().filter(line -> !line.startsWith("-")).forEach(secrets::add);
    assertThat(log.list).isNotEmpty();
    assertThat(log.list)
        .extracting(event -> event.getFormattedMessage() + event.getMDCPropertyMap() + cause(event))
        .allSatisfy(line -> assertThat(line).doesNotContain(secrets));
  }

  private static String cause(ILoggingEvent event) {
    return event.getThrowableProxy() == null
        ? ""
        : ThrowableProxyUtil.asString(event.getThrowableProxy());
  }
}
