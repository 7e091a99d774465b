package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  @TempDir Path folder;
  private Site site;
  private Scene scene;

  @BeforeEach
  void start() {
    site = new Site(folder).run();
    scene = site.scene;
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void reviews_what_is_pushed_and_settles_what_is_fixed() {
    scene.pushHazards();
    assertThat(site.deliver("pull_request", Site.pull("opened"))).isEqualTo(202);
    site.eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
    site.settled();
    assertThat(scene.open()).hasSize(2);
    assertThat(scene.github.state.checks).hasSize(1);

    scene.push(Scene.RENAME, Scene.ADD, Scene.INDEX, null);
    assertThat(site.deliver("pull_request", Site.pull("synchronize"))).isEqualTo(202);
    site.eventually(() -> assertThat(scene.check().conclusion).isEqualTo("success"));
    site.settled();
    assertThat(scene.open()).isEmpty();
    assertThat(scene.github.state.checks).hasSize(2);
    assertThat(site.said()).isEqualTo(1);
  }

  @Test
  void says_everything_once_however_often_it_is_told() {
    scene.pushHazards();
    for (int i = 0; i < 10; i++) {
      assertThat(site.deliver("pull_request", "the-same", Site.pull("opened"))).isEqualTo(202);
      assertThat(site.deliver("pull_request", Site.pull("synchronize"))).isEqualTo(202);
    }
    site.eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
    site.settled();
    assertThat(scene.open()).hasSize(2);
    assertThat(scene.github.state.checks).hasSize(1);
    assertThat(site.said()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void runs_again_what_somebody_asks_to_run_again(boolean fork) {
    scene.pull.fork = fork;
    scene.pushHazards();
    site.deliver("pull_request", Site.pull("opened"));
    site.eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
    site.settled();
    String rerun =
        """
        {"action": "rerequested", "repository": {"full_name": "octo/shop"},
         "check_run": {"name": "Concertina", "head_sha": "%s", "pull_requests": []},
         "installation": {"id": 5}}
        """
            .formatted(scene.pull.head);
    assertThat(site.deliver("check_run", rerun)).isEqualTo(202);
    site.eventually(() -> assertThat(scene.github.state.checks).hasSize(2));
    site.settled();
    assertThat(scene.check().conclusion).isEqualTo("failure");
  }

  @Test
  void obeys_those_who_may_write() {
    scene.pushHazards();
    site.deliver("pull_request", Site.pull("opened"));
    site.eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
    site.settled();
    String command = "/concertina allow postgres/blocking-index because the table is small";
    FakePull.Comment comment = scene.github.state.say(scene.pull, FakeActor.MAINTAINER, command);
    String said =
        """
        {"action": "created", "repository": {"full_name": "octo/shop"}, "installation": {"id": 5},
         "issue": {"number": 7, "pull_request": {}},
         "comment": {"body": "%s", "user": {"login": "maintainer", "type": "User"}}}
        """
            .formatted(command);
    assertThat(site.deliver("issue_comment", said)).isEqualTo(202);
    site.eventually(() -> assertThat(comment.reactions).containsExactly("+1"));
    site.settled();
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
    site.deliver("pull_request", Site.pull("opened"));
    site.eventually(() -> assertThat(comment.reactions).containsExactly("+1"));
    site.settled();
    site.deliver("pull_request", Site.pull("synchronize"));
    site.settled();
    assertThat(site.said()).isEqualTo(2);
    assertThat(scene.pull.comments.getLast().body)
        .contains("ADD COLUMN length_ms")
        .contains("[`any/renamed-column`](https://rules.example/any/renamed-column.md): Renaming")
        .contains("`/concertina recheck`");
  }

  @Test
  void leaves_closed_pull_requests_alone() {
    scene.pushHazards();
    scene.pull.closed = true;
    site.deliver("pull_request", Site.pull("synchronize"));
    site.eventually(() -> assertThat(scene.github.calls()).isNotEmpty());
    site.settled();
    assertThat(scene.github.writes()).containsExactly("POST /app/installations/5/access_tokens");
  }

  @Test
  void renews_a_token_that_ends() {
    scene.github.app.life = Duration.ofMinutes(4);
    scene.pushHazards();
    site.deliver("pull_request", Site.pull("opened"));
    site.eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
    assertThat(scene.github.writes().stream().filter(w -> w.contains("access_tokens")).count())
        .isGreaterThan(2);
  }

  @Test
  void finishes_after_a_restart_what_was_asked_for_before() {
    scene.pushHazards();
    scene.github.revoke("nobody");
    site.environment.put("CONCERTINA_GITHUB_URL", "http://127.0.0.1:1");
    site.end();
    site.run();
    assertThat(site.deliver("pull_request", Site.pull("opened"))).isEqualTo(202);
    site.end();
    assertThat(scene.github.writes()).isEmpty();
    site.environment.put("CONCERTINA_GITHUB_URL", scene.github.endpoints().api().toString());
    site.run();
    site.eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
    assertThat(scene.github.state.checks).hasSize(1);
  }

  @Test
  void asks_again_for_what_failed_while_it_was_away() {
    site.end();
    Instant hour = Instant.now().minus(Duration.ofHours(1));
    var attempts = scene.github.app.attempts;
    attempts.add(new FakeApp.Attempt(5, "d", hour.minus(Duration.ofDays(4)), "pull_request", 0));
    attempts.add(new FakeApp.Attempt(1, "a", hour, "pull_request", 502));
    attempts.add(new FakeApp.Attempt(2, "b", hour.plusSeconds(1), "pull_request", 502));
    attempts.add(new FakeApp.Attempt(3, "b", hour.plusSeconds(2), "pull_request", 202));
    attempts.add(new FakeApp.Attempt(4, "c", hour.plusSeconds(3), "star", 502));
    site.run();
    // A machine that stands still for a while makes it look again, which does no harm.
    site.eventually(() -> assertThat(scene.github.app.again).containsOnly(1L));
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
    String body = Site.pull("opened");
    HttpRequest.Builder request =
        site.request("/webhook").header("Content-Type", type).POST(BodyPublishers.ofString(body));
    if (event != null) {
      request.header("X-GitHub-Event", event);
    }
    if (id != null) {
      request.header("X-GitHub-Delivery", id);
    }
    if (signed != null) {
      request.header(
          "X-Hub-Signature-256", Courier.signature(signed.equals("right") ? body : body + " "));
    }
    assertThat(site.send(request).statusCode()).isEqualTo(status);
    assertThat(scene.github.calls()).noneMatch(call -> call.contains("/repos/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[]", "{", "nothing", "{}", "{\"repository\": {\"full_name\": 7}}"})
  void answers_400_to_what_is_no_payload(String body) {
    assertThat(site.deliver("pull_request", body)).isEqualTo(400);
  }

  @Test
  void says_how_it_is() {
    assertThat(site.get("/healthz").statusCode()).isEqualTo(200);
    assertThat(site.get("/readyz").statusCode()).isEqualTo(200);
    site.deliver("ping", "{}");
    assertThat(site.get("/metrics").body())
        .contains("concertina_deliveries_total{event=\"ping\",status=\"200\"} 1.0")
        .doesNotContain("octo", Site.SECRET);
  }

  @Test
  void takes_payloads_as_large_as_they_get_and_no_larger() {
    String body = Site.pull("opened");
    String largest = body + " ".repeat(25_000_000 - body.length());
    assertThat(site.deliver("ping", largest)).isEqualTo(200);
    assertThat(site.deliver("ping", largest + " ")).isEqualTo(413);
    assertThat(site.deliver("ping", body)).isEqualTo(200);
  }

  @Test
  void ends_requests_that_send_their_headers_byte_by_byte() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      slow.add(new Socket("127.0.0.1", site.port()));
    }
    String request = "POST /webhook HTTP/1.1\r\nX: " + "y".repeat(1_000);
    for (int at = 0; at < request.length() && !slow.isEmpty(); at++) {
      char letter = request.charAt(at);
      slow.removeIf(socket -> isOver(socket, letter));
      assertThat(site.get("/healthz").statusCode()).isEqualTo(200);
      Thread.sleep(100);
    }
    assertThat(slow).isEmpty();
  }

  private static boolean isOver(Socket socket, char letter) {
    try {
      socket.getOutputStream().write(letter);
      return false;
    } catch (IOException e) {
      return true;
    }
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
      site.deliver("pull_request", Site.pull("opened"));
      site.eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
      site.settled();
    } finally {
      all.detachAppender(log);
      all.setLevel(usual);
    }
    List<String> secrets = new ArrayList<>(List.of(Site.SECRET, "ghs_token", "eyJ"));
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
