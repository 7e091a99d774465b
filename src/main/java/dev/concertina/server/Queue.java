package dev.concertina.server;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When what waits in the {@link Ledger} is carried out, and by which node. The scheduler says when;
 * the ledger says what, so that a request that comes during a review is seen after it.
 */
final class Queue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Queue.class);

  /** The name of the reviews among the scheduler's tasks. */
  static final String REVIEW = "review";

  private static final Duration POLLING = Duration.ofSeconds(1);
  private static final Duration SWEEPING = Duration.ofSeconds(15);
  private static final Duration CLEANING = Duration.ofHours(1);
  private static final Duration GRACE = Duration.ofSeconds(20);

  /** A node is dead after so many missing signs of life; the scheduler takes no fewer. */
  private static final int MISSING_BEATS = 4;

  /** What one installation has waiting counts no further: the column is small. */
  private static final int LOWEST_PRIORITY = 30_000;

  private final Ledger ledger;
  private final Clock clock;
  private final List<Chore> chores;
  private final Scheduler scheduler;

  /** Carries out what waits. */
  interface Worker {
    /** Does it; fails when it has to be done again. */
    void run(Work work);

    /** When it is tried again after a failure; empty for never. */
    Optional<Instant> failed(Work work, Throwable reason);
  }

  /** Something that is done now and then, by one node at a time. */
  record Chore(String name, Duration every, Runnable work) {}

  Queue(
      Database database,
      Ledger ledger,
      Worker worker,
      ServiceSettings settings,
      Clock clock,
      List<Chore> chores) {
    this.ledger = ledger;
    this.clock = clock;
    Task<Void> review =
        Tasks.custom(REVIEW, Void.class)
            .onFailure((complete, operations) -> failed(complete, operations, worker))
            .onDeadExecutionRevive()
            .execute(
                (instance, context) -> {
                  ledger.waiting(instance.getId()).ifPresent(worker::run);
                  return completed(instance.getId());
                });
    this.chores =
        Stream.concat(
                chores.stream(),
                Stream.of(
                    new Chore("sweep", SWEEPING, () -> ledger.stray().forEach(this::schedule)),
                    new Chore("clean", CLEANING, ledger::clean)))
            .toList();
    scheduler =
        Scheduler.create(database.pool(), review)
            .startTasks(this.chores.stream().map(Queue::recurring).toList())
            // The chores have threads of their own beside those of the reviews.
            .threads(settings.workers() + 1)
            .pollingInterval(POLLING)
            .heartbeatInterval(settings.lease().dividedBy(MISSING_BEATS))
            .missedHeartbeatsLimit(MISSING_BEATS)
            .enableImmediateExecution()
            .enablePriority()
            .alwaysPersistTimestampInUTC()
            .shutdownMaxWait(GRACE)
            // The worker says what failed.
            .failureLogging(LogLevel.OFF, false)
            .build();
  }

  private static RecurringTask<Void> recurring(Chore chore) {
    return Tasks.recurring(chore.name(), FixedDelay.of(chore.every()))
        .execute((instance, context) -> attempt(chore));
  }

  /** Starts with the chores: much may have happened since the last node ended. */
  void start() {
    scheduler.start();
    Thread.ofVirtual().name("chores").start(() -> chores.forEach(Queue::attempt));
  }

  private static void attempt(Chore chore) {
    try {
      chore.work().run();
    } catch (RuntimeException e) {
      LOG.warn("{} failed and is tried again in {}: {}", chore.name(), chore.every(), e.toString());
    }
  }

  /** Has it carried out soon: those first whose installation has little waiting. */
  void schedule(Wish wish) {
    int priority = -Math.min(ledger.waiting(wish.installation()), LOWEST_PRIORITY);
    scheduler.scheduleIfNotExists(
        new TaskInstance.Builder<Void>(REVIEW, wish.id()).priority(priority).build(),
        clock.instant());
  }

  /** What came in while it ran has found it scheduled: it is looked for after that has ended. */
  private CompletionHandler<Void> completed(String id) {
    return (complete, operations) -> {
      operations.stop();
      ledger.waiting(id).map(Work::wish).ifPresent(this::schedule);
    };
  }

  private void failed(
      ExecutionComplete complete, ExecutionOperations<Void> operations, Worker worker) {
    String id = complete.getExecution().taskInstance.getId();
    Optional<Work> work = ledger.waiting(id);
    if (work.isEmpty()) {
      completed(id).complete(complete, operations);
      return;
    }
    Throwable reason = complete.getCause().orElseGet(() -> new IllegalStateException("no reason"));
    worker
        .failed(work.get(), reason)
        .ifPresentOrElse(
            time -> operations.reschedule(complete, time),
            () -> completed(id).complete(complete, operations));
  }

  /** Finishes what runs, or hands it back. */
  @Override
  public void close() {
    scheduler.stop();
  }
}
