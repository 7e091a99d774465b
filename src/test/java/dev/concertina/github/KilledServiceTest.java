package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends as soon as it has opened the check, and the one that comes after it. */
class KilledServiceTest {
  @TempDir Path folder;
  private final CountDownLatch opened = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private Site killed;
  private Scene scene;

  @BeforeEach
  void kill() throws Exception {
    killed = new Site(folder);
    killed.environment.put("CONCERTINA_LEASE_SECONDS", "4");
    killed.run();
    scene = killed.scene;
    scene.pushHazards();
    scene.github.weather = this::stillAfterTheCheck;
    killed.deliver("pull_request", Site.pull("opened"));
    opened.await();
    // All that a kill leaves is the file as it is now.
    Path left = Files.createDirectories(folder.resolve("left"));
    Files.copy(folder.resolve("data/queue.mv.db"), left.resolve("queue.mv.db"));
    scene.github.weather = FakeGitHub.Weather.FAIR;
  }

  private Optional<FakeRest.Reply> stillAfterTheCheck() throws InterruptedException {
    if (scene.github.state.checks.isEmpty()) {
      return Optional.empty();
    }
    opened.countDown();
    over.await();
    return Optional.of(FakeRest.Reply.error(404, "Not Found"));
  }

  @AfterEach
  void end() {
    scene.github.weather = this::refuse;
    over.countDown();
    killed.close();
  }

  private Optional<FakeRest.Reply> refuse() {
    return Optional.of(FakeRest.Reply.error(404, "Not Found"));
  }

  private Site next() {
    Site next = killed.again();
    next.environment.put("CONCERTINA_DATA", folder.resolve("left").toString());
    return next.run();
  }

  @Test
  void its_review_is_finished_with_its_check() {
    Site next = next();
    next.eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
    next.settled();
    next.end();
    assertThat(scene.github.state.checks).hasSize(1);
    assertThat(scene.open()).hasSize(2);
    assertThat(killed.said()).isEqualTo(1);
  }

  @Test
  void its_check_is_cancelled_when_a_newer_commit_has_come() {
    scene.push(Scene.RENAME, Scene.ADD);
    Site next = next();
    next.deliver("pull_request", Site.pull("synchronize"));
    next.eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
    next.settled();
    next.end();
    assertThat(scene.github.state.checks)
        .extracting(check -> check.conclusion)
        .containsExactly("cancelled", "failure");
    assertThat(scene.open()).hasSize(1);
    assertThat(killed.said()).isEqualTo(1);
  }
}
