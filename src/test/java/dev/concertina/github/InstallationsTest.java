package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What one installation has waiting, or may not ask, is not at the cost of another. The fake has
 * one repository; its pull requests are delivered as those of two installations.
 */
class InstallationsTest {
  private static final long BUSY = 11;
  private static final long OTHER = 12;
  private static final int LAST = 99;

  @TempDir Path folder;
  private final JumpingClock clock = new JumpingClock();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch delivered = new CountDownLatch(1);
  private Site site;
  private Scene scene;

  @BeforeEach
  void start() {
    site = new Site(folder);
    site.environment.put("CONCERTINA_WORKERS", "1");
    scene = site.scene;
    scene.github.app.clock = clock;
    site.run(clock);
  }

  @AfterEach
  void stop() {
    delivered.countDown();
    site.close();
  }

  private FakePull open(int number) {
    return scene.open(
        number,
        "db/migration/V" + number + "__add.sql",
        Scene.ADD.replace("length_ms", "added_" + number));
  }

  private void deliver(FakePull pull, long installation) {
    String payload = Site.pull("opened", pull.number, installation);
    assertThat(site.deliver("pull_request", payload)).isEqualTo(202);
  }

  /** The heads that were checked, in this order. */
  private List<String> checked() {
    return scene.github.state.checks.stream().map(check -> check.commit).toList();
  }

  private void isReviewed(FakePull pull) {
    assertThat(scene.github.state.checks)
        .filteredOn(check -> check.commit.equals(pull.head))
        .singleElement()
        .satisfies(check -> assertThat(check.conclusion).isEqualTo("success"));
  }

  private Optional<FakeRest.Reply> untilAllAreDelivered() throws InterruptedException {
    begun.countDown();
    delivered.await();
    return Optional.empty();
  }

  @Test
  void one_pull_request_does_not_wait_for_twenty_of_another_installation() throws Exception {
    List<FakePull> many = IntStream.rangeClosed(10, 30).mapToObj(this::open).toList();
    FakePull one = open(LAST);
    scene.github.weather = this::untilAllAreDelivered;
    deliver(many.getFirst(), BUSY);
    begun.await();
    many.stream().skip(1).forEach(pull -> deliver(pull, BUSY));
    deliver(one, OTHER);
    delivered.countDown();
    site.eventually(() -> assertThat(checked()).hasSize(many.size() + 1));
    site.settled();
    many.forEach(this::isReviewed);
    isReviewed(one);
    // The node has taken a few already when it comes.
    assertThat(checked().indexOf(one.head)).isLessThan(many.size() / 2);
  }

  @ParameterizedTest
  @CsvSource({"403, You have exceeded a secondary rate limit", "429, Too many requests"})
  void a_limited_installation_waits_alone(int status, String says) {
    List<FakePull> limited = IntStream.rangeClosed(10, 12).mapToObj(this::open).toList();
    FakePull one = open(LAST);
    scene.github.app.limits.put(
        BUSY, FakeRest.Reply.error(status, says).with(Map.of("Retry-After", "3600")));
    limited.forEach(pull -> deliver(pull, BUSY));
    site.eventually(() -> assertThat(scene.github.app.refused).isNotEmpty());
    deliver(one, OTHER);
    site.eventually(() -> isReviewed(one));
    site.eventually(() -> areDelayed(limited.size()));
    assertThat(checked()).containsExactly(one.head);
    assertThat(scene.github.app.refused).as("asked once, and not again").containsExactly(BUSY);

    scene.github.app.limits.clear();
    clock.jump(Duration.ofMinutes(61));
    site.eventually(() -> limited.forEach(this::isReviewed));
    site.settled();
    assertThat(checked()).hasSize(limited.size() + 1);
  }

  /** As the status page says: they had their turn, and none of them counts as a failure. */
  private void areDelayed(int count) {
    assertThat(site.get("/").body().split("waiting, 0 failed", -1)).hasSize(count + 1);
  }
}
