package dev.concertina.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that fails in every way that servers do. */
class TransportTest {
  private static final WireMockServer SERVER =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  private final FakeTiming timing = new FakeTiming();
  private final Endpoints endpoints = Endpoints.of(SERVER.baseUrl(), null, null);
  private final Transport transport = transport(Duration.ofSeconds(20));

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void forget() {
    SERVER.resetAll();
  }

  private Transport transport(Duration patience) {
    Pace pace = new Pace(timing, Duration.ofSeconds(90));
    return new Transport(endpoints, TokenSource.of("secret"), pace, patience);
  }

  private Call read() {
    return Call.get(endpoints.api("/thing"));
  }

  private Call create() {
    return Call.create(endpoints.api("/thing"), "{}".getBytes(StandardCharsets.UTF_8));
  }

  /** Answers in turn; the last one from then on. */
  private static void answer(ResponseDefinitionBuilder... answers) {
    for (int i = 0; i < answers.length; i++) {
      String here = i == 0 ? STARTED : "s" + i;
      SERVER.stubFor(
          any(anyUrl())
              .inScenario("answers")
              .whenScenarioStateIs(here)
              .willSetStateTo(i + 1 < answers.length ? "s" + (i + 1) : here)
              .willReturn(answers[i]));
    }
  }

  private static int requests() {
    return SERVER.getAllServeEvents().size();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void asks_again_after_a_broken_answer(Fault fault) {
    answer(aResponse().withFault(fault), okJson("{\"a\": 1}"));
    assertThat(transport.send(read()).json().path("a").asInt()).isEqualTo(1);
    assertThat(requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void does_not_know_whether_a_creation_worked(Fault fault) {
    answer(aResponse().withFault(fault));
    assertThatThrownBy(() -> transport.send(create())).isInstanceOf(UncertainException.class);
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void gives_up_after_four_attempts() {
    answer(status(502));
    assertThatThrownBy(() -> transport.send(read()))
        .isInstanceOf(GitHubException.class)
        .hasMessageStartingWith("GET /thing: GitHub answers 502");
    assertThat(requests()).isEqualTo(4);
    assertThat(timing.sleeps)
        .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(1000));
  }

  @Test
  void sends_a_creation_again_that_was_never_sent() throws IOException {
    // It has a port, so that nobody else gets it, and does not listen.
    try (Socket deaf = new Socket()) {
      deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      Endpoints closed = Endpoints.of("http://127.0.0.1:" + deaf.getLocalPort(), null, null);
      Pace pace = new Pace(timing, Duration.ofSeconds(90));
      Transport nowhere =
          new Transport(closed, TokenSource.of("secret"), pace, Duration.ofSeconds(20));
      Call call = Call.create(closed.api("/thing"), new byte[0]);
      assertThatThrownBy(() -> nowhere.send(call))
          .isInstanceOf(GitHubException.class)
          .isNotInstanceOf(UncertainException.class);
      assertThat(nowhere.calls()).isEqualTo(4);
    }
  }

  @Test
  void does_not_wait_for_ever() {
    answer(okJson("{}").withFixedDelay(5_000));
    Transport hasty = transport(Duration.ofMillis(100));
    assertThatThrownBy(() -> hasty.send(create()))
        .isInstanceOf(UncertainException.class)
        .hasMessageContaining("it takes longer than 100 ms");
  }

  @Test
  void does_not_wait_for_a_body_that_drips() {
    answer(okJson("{\"a\": \"" + "x".repeat(100) + "\"}").withChunkedDribbleDelay(20, 20_000));
    Transport hasty = transport(Duration.ofMillis(300));
    long start = System.nanoTime();
    assertThatThrownBy(() -> hasty.send(create())).isInstanceOf(UncertainException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void asks_by_the_tag_of_what_it_knows() {
    answer(okJson("{\"a\": 1}").withHeader("ETag", "\"t1\""), status(304));
    transport.send(read());
    assertThat(transport.send(read()).json().path("a").asInt()).isEqualTo(1);
    SERVER.verify(
        1,
        getRequestedFor(urlPathEqualTo("/thing")).withHeader("If-None-Match", equalTo("\"t1\"")));
  }

  @Test
  void gives_its_token_to_nobody_else() {
    WireMockServer other = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    other.start();
    try {
      other.stubFor(get(anyUrl()).willReturn(okJson("{\"there\": true}")));
      answer(status(302).withHeader("Location", other.baseUrl() + "/archive"));
      assertThat(transport.send(read()).json().path("there").asBoolean()).isTrue();
      other.verify(
          1, getRequestedFor(urlPathEqualTo("/archive")).withHeader("Authorization", absent()));
    } finally {
      other.stop();
    }
  }

  @Test
  void follows_a_renamed_repository_and_no_circle() {
    SERVER.stubFor(
        get("/thing").willReturn(status(301).withHeader("Location", SERVER.baseUrl() + "/new")));
    SERVER.stubFor(get("/new").willReturn(okJson("{\"a\": 2}")));
    assertThat(transport.send(read()).json().path("a").asInt()).isEqualTo(2);
    answer(status(307).withHeader("Location", "/thing"));
    assertThatThrownBy(() -> transport.send(read())).hasMessageContaining("another address");
    assertThatThrownBy(() -> transport.send(create())).hasMessageContaining("another address");
  }

  @Test
  void does_not_take_more_than_it_asked_for() {
    answer(okJson("x".repeat(5_000)));
    List<ByteArrayOutputStream> files = new ArrayList<>();
    Wire.Opening opening =
        () -> {
          files.add(new ByteArrayOutputStream());
          return files.getLast();
        };
    Wire.Sink sink = new Wire.Sink(opening, 1_000, Duration.ofSeconds(20));
    assertThatThrownBy(() -> transport.send(read(), sink)).hasMessageContaining("too long");
    assertThat(requests()).isEqualTo(1);
    assertThat(files).allMatch(file -> file.size() <= 1_000);
  }

  @Test
  void writes_a_file_anew_with_each_attempt() {
    answer(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), okJson("whole"));
    List<ByteArrayOutputStream> files = new ArrayList<>();
    Wire.Opening opening =
        () -> {
          files.add(new ByteArrayOutputStream());
          return files.getLast();
        };
    transport.send(read(), new Wire.Sink(opening, 1_000, Duration.ofSeconds(20)));
    assertThat(files.getLast().toString(StandardCharsets.UTF_8)).isEqualTo("whole");
  }

  @Test
  void tells_what_github_says_on_one_line() {
    answer(status(422).withBody("{\"message\": \"No\\nway\", \"errors\": [{\"message\": \"x\"}]}"));
    assertThatThrownBy(() -> transport.send(create()))
        .hasMessage("POST /thing: GitHub answers 422, No way: x");
  }

  @Test
  void keeps_a_second_between_comments_beyond_sixty_in_a_minute() {
    answer(okJson("{}"));
    for (int i = 0; i < 60; i++) {
      transport.send(create());
    }
    assertThat(timing.sleeps).isEmpty();
    transport.send(create());
    assertThat(timing.sleeps).containsExactly(Duration.ofSeconds(1));
    transport.send(read());
    assertThat(timing.sleeps).hasSize(1);
    timing.pass(Duration.ofMinutes(2));
    transport.send(create());
    assertThat(timing.sleeps).hasSize(1);
  }

  @Test
  void takes_too_quickly_for_a_limit() {
    answer(status(422).withBody("{\"message\": \"was submitted too quickly\"}"), okJson("{}"));
    transport.send(create());
    assertThat(timing.sleeps).containsExactly(Duration.ofMinutes(1));
  }

  @Test
  void knows_where_graphql_is() {
    assertThat(Endpoints.of("https://api.github.com/", null, null).graphql())
        .isEqualTo(URI.create("https://api.github.com/graphql"));
    assertThat(Endpoints.of("https://ghe.example/api/v3", null, null).graphql())
        .isEqualTo(URI.create("https://ghe.example/api/graphql"));
    assertThat(Endpoints.of("http://localhost:1", "http://localhost:2/g", null).graphql())
        .isEqualTo(URI.create("http://localhost:2/g"));
  }

  @Test
  void changes_one_thing_at_a_time() throws InterruptedException {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Pace pace = new Pace(timing, Duration.ofSeconds(90));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (Turns.Turn turn = pace.turn(Call.Purpose.CHANGE)) {
                      most.accumulateAndGet(now.incrementAndGet(), Math::max);
                      Thread.sleep(20);
                      now.decrementAndGet();
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(most).hasValue(1);
    try (Turns.Turn change = pace.turn(Call.Purpose.CREATE);
        Turns.Turn read = pace.turn(Call.Purpose.READ)) {
      assertThat(read).as("reads need no turn").isNotNull();
    }
  }
}
