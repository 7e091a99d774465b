package dev.concertina.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueTest {
  private static final Wish SEVEN = new Wish(5, "octo/shop", 7, null, null, false);
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;
  private ServiceSettings settings;
  private Database database;
  private Ledger ledger;
  private Standing standing;
  private Queue queue;
  private int deliveries;

  @BeforeEach
  void open() {
    settings =
        ServiceSettings.read(
            Map.of(
                "CONCERTINA_WEBHOOK_SECRET",
                "s",
                "CONCERTINA_DATA",
                folder.toString(),
                "CONCERTINA_WORKERS",
                "2",
                "CONCERTINA_LEASE_SECONDS",
                "4"));
    database = Database.open(settings);
    ledger = new Ledger(database, Clock.systemUTC());
    standing = new Standing(database);
  }

  @AfterEach
  void close() {
    queue.close();
    database.close();
  }

  /** What a worker does at each of its attempts, counted from one. */
  private interface Attempt {
    void run(int number) throws Exception;
  }

  private AtomicInteger start(Attempt attempt, Optional<Instant> next) {
    AtomicInteger attempts = new AtomicInteger();
    Queue.Worker worker =
        new Queue.Worker() {
          @Override
          public List<Wish> run(Work work) {
            try {
              attempt.run(attempts.incrementAndGet());
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
            ledger.done(work, null);
            return List.of();
          }

          @Override
          public Optional<Instant> failed(Work work, Throwable reason) {
            ledger.failed(work, reason.toString(), next.isEmpty());
            return next;
          }
        };
    queue = new Queue(database, ledger, worker, settings, Clock.systemUTC(), List.of());
    queue.start();
    return attempts;
  }

  private void push() {
    ledger.take("d" + ++deliveries, "pull_request", List.of(SEVEN)).forEach(queue::schedule);
  }

  private void isDone() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(standing.depth()).isEqualTo(new Standing.Depth(0, 0, null)));
  }

  private static Optional<Instant> inAnHour() {
    return Optional.of(Instant.now().plus(Duration.ofHours(1)));
  }

  /** Pushes, and once more while the first attempt runs, which then fails. */
  private void pushDuringAnAttemptThatFails(Optional<Instant> next) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch pushed = new CountDownLatch(1);
    start(
        number -> {
          if (number == 1) {
            begun.countDown();
            pushed.await();
            throw new IllegalStateException("not now");
          }
        },
        next);
    push();
    begun.await();
    push();
    pushed.countDown();
  }

  @Test
  void what_comes_during_the_last_attempt_is_not_given_up_with_it() throws Exception {
    pushDuringAnAttemptThatFails(Optional.empty());
    isDone();
  }

  @Test
  void a_request_during_an_attempt_that_fails_does_not_wait_for_the_next_one() throws Exception {
    pushDuringAnAttemptThatFails(inAnHour());
    isDone();
  }

  @Test
  void a_new_request_does_not_wait_for_the_next_attempt_of_an_old_one() {
    AtomicInteger attempts =
        start(
            number -> {
              if (number == 1) {
                throw new IllegalStateException("not now");
              }
            },
            inAnHour());
    push();
    await().atMost(SOON).until(() -> standing.failing(1).size() == 1);
    push();
    isDone();
    assertThat(attempts).hasValue(2);
  }

  /** As when the clock jumps ahead, or the database was away for longer than the lease. */
  @Test
  void what_runs_is_not_begun_once_more_when_its_signs_of_life_are_old() throws Exception {
    AtomicInteger attempts = start(number -> Thread.sleep(6_000), Optional.empty());
    push();
    while (!standing.depth().equals(new Standing.Depth(0, 0, null))) {
      Timestamp hourAgo = Timestamp.from(Instant.now().minus(Duration.ofHours(1)));
      try (Connection connection = database.pool().getConnection();
          PreparedStatement statement =
              connection.prepareStatement(
                  "UPDATE scheduled_tasks SET last_heartbeat = ? WHERE task_name = ? AND picked")) {
        statement.setObject(1, hourAgo);
        statement.setString(2, Queue.REVIEW);
        statement.executeUpdate();
      }
      Thread.sleep(20);
    }
    assertThat(attempts).hasValue(1);
  }
}
