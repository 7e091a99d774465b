package dev.concertina.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.concertina.server.Bodies.RefusedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShortWorkTest {
  private final CountDownLatch begun = new CountDownLatch(2);
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void end() {
    over.countDown();
    others.close();
  }

  /** Work that nothing stops, as a parser's is. */
  private String endless() {
    begun.countDown();
    while (true) {
      try {
        over.await();
        return "done";
      } catch (InterruptedException e) {
        continue;
      }
    }
  }

  private static void isRefused(int status, String says, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.status()).isEqualTo(status))
        .hasMessageContaining(says);
  }

  @Test
  void a_third_at_once_is_refused_and_comes_in_when_there_is_a_place() throws Exception {
    ShortWork work = new ShortWork("test", 2, Duration.ofMinutes(1));
    others.submit(() -> work.done(this::endless));
    others.submit(() -> work.done(this::endless));
    begun.await();
    isRefused(503, "Others are being checked", () -> work.done(() -> "third"));
    over.countDown();
    await().ignoreExceptions().until(() -> work.done(() -> "third").equals("third"));
  }

  @Test
  void nobody_waits_longer_than_the_time() {
    ShortWork work = new ShortWork("test", 2, Duration.ofSeconds(1));
    isRefused(503, "given up after 1 seconds", () -> work.done(this::endless));
  }

  @Test
  void what_takes_longer_keeps_its_place() {
    ShortWork work = new ShortWork("test", 1, Duration.ofMillis(50));
    isRefused(503, "given up", () -> work.done(this::endless));
    isRefused(503, "Others are being checked", () -> work.done(() -> "next"));
    over.countDown();
    await().ignoreExceptions().until(() -> work.done(() -> "next").equals("next"));
  }

  @Test
  void what_fails_is_said_without_its_reason() {
    ShortWork work = new ShortWork("test", 1, Duration.ofMinutes(1));
    isRefused(
        500,
        "The check failed",
        () ->
            work.done(
                () -> {
                  throw new IllegalStateException("inside");
                }));
  }
}
