package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock of the service jumps in the middle of a review. */
class ClockJumpTest {
  @TempDir Path folder;
  private final JumpingClock clock = new JumpingClock();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch jumped = new CountDownLatch(1);
  private Site site;
  private Scene scene;

  @BeforeEach
  void start() {
    site = new Site(folder);
    site.environment.put("CONCERTINA_LEASE_SECONDS", "4");
    scene = site.scene;
    scene.github.app.clock = clock;
    site.run(clock);
  }

  @AfterEach
  void stop() {
    jumped.countDown();
    site.close();
  }

  private Optional<FakeRest.Reply> stillAfterTheCheck() throws InterruptedException {
    if (!scene.github.state.checks.isEmpty()) {
      begun.countDown();
      jumped.await();
    }
    return Optional.empty();
  }

  private long asked(String call) {
    return scene.github.calls().stream().filter(call::equals).count();
  }

  private void jumpDuringReview(int hours) throws InterruptedException {
    scene.pushHazards();
    scene.github.weather = this::stillAfterTheCheck;
    assertThat(site.deliver("pull_request", "the-first", Site.pull("opened"))).isEqualTo(202);
    begun.await();
    clock.jump(Duration.ofHours(hours));
    // Long enough for whoever looks after signs of life.
    Thread.sleep(6_000);
    jumped.countDown();
    site.eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
    site.settled();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void nothing_runs_twice_and_nothing_is_lost(int hours) throws InterruptedException {
    jumpDuringReview(hours);
    assertThat(asked("GET /repos/octo/shop/pulls/7")).isEqualTo(1);
    assertThat(site.deliver("pull_request", "the-first", Site.pull("opened"))).isEqualTo(202);
    scene.push(Scene.RENAME, Scene.ADD);
    assertThat(site.deliver("pull_request", "the-next", Site.pull("synchronize"))).isEqualTo(202);
    site.eventually(() -> assertThat(scene.github.state.checks).hasSize(2));
    site.eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
    site.settled();
    assertThat(asked("GET /repos/octo/shop/pulls/7")).isEqualTo(2);
    assertThat(scene.open()).hasSize(1);
    assertThat(site.said()).isEqualTo(1);
  }

  @Test
  void a_token_that_has_ended_by_it_is_renewed() throws InterruptedException {
    jumpDuringReview(1);
    assertThat(asked("POST /app/installations/5/access_tokens")).isEqualTo(2);
  }

  @Test
  void what_waits_for_another_attempt_is_tried_when_its_time_has_come() {
    scene.pushHazards();
    scene.github.weather = () -> Optional.of(FakeRest.Reply.error(404, "Not Found"));
    site.deliver("pull_request", Site.pull("opened"));
    site.eventually(
        () ->
            assertThat(site.get("/metrics").body())
                .contains("concertina_reviews_total{result=\"failed\"} 1.0"));
    scene.github.weather = FakeGitHub.Weather.FAIR;
    clock.jump(Duration.ofHours(1));
    site.eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
  }
}
