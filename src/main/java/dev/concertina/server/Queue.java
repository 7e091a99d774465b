package dev.concertina.server;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

  /** What this node does at the moment. */
  private final Map<String, Work> running = new ConcurrentHashMap<>();

  /** Carries out what waits. */
  interface Worker {
    /**
     * Does it; fails when it has to be done again.
     *
     * @return what is written down to be done instead of it
     */
    List<Wish> run(Work work);

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
            // The store did not answer.
            .onFailure((complete, operations) -> operations.reschedule(complete, soon()))
            .onDeadExecution(this::revive)
            .execute((instance, context) -> carryOut(instance.getId(), worker));
    this.chores =
        Stream.concat(
                chores.stream(),
                Stream.of(
                    new Chore("sweep", SWEEPING, () -> ledger.stray().forEach(this::schedule)),
                    new Chore("clean", CLEANING, ledger::clean)))
            .toList();
    scheduler =
        Scheduler.create(database.pool(), review)
            .clock(clock::instant)
            .startTasks(this.chores.stream().map(Queue::recurring).toList())
            // Chores are short, and wait for their turn as reviews do.
            .threads(settings.workers())
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

  /**
   * Has it carried out soon: those first whose installation has little waiting. What waits for
   * another attempt need not wait any longer: a new request says that something has changed.
   */
  void schedule(Wish wish) {
    int priority = -Math.min(ledger.waiting(wish.installation()), LOWEST_PRIORITY);
    TaskInstance<Void> instance =
        new TaskInstance.Builder<Void>(REVIEW, wish.id()).priority(priority).build();
    if (!scheduler.scheduleIfNotExists(instance, clock.instant())) {
      scheduler
          .getScheduledExecution(instance)
          .filter(known -> !known.isPicked() && known.getExecutionTime().isAfter(clock.instant()))
          .ifPresent(known -> hurry(instance));
    }
  }

  private void hurry(TaskInstance<Void> instance) {
    try {
      scheduler.reschedule(instance, clock.instant());
    } catch (TaskInstanceException e) {
      LOG.debug("{} has begun already: {}", instance.getId(), e.getMessage());
    }
  }

  private CompletionHandler<Void> carryOut(String id, Worker worker) {
    Optional<Work> waiting = ledger.waiting(id);
    if (waiting.isEmpty()) {
      return completed(id);
    }
    Work work = waiting.get();
    if (running.putIfAbsent(id, work) != null) {
      return (complete, operations) -> operations.reschedule(complete, soon());
    }
    try {
      worker.run(work).forEach(this::schedule);
      return completed(id);
    } catch (RuntimeException | Error e) {
      // Whoever interrupted wants it handed back, and that is what comes now.
      Thread.interrupted();
      return worker.failed(work, e).map(time -> again(work, time)).orElseGet(() -> completed(id));
    } finally {
      running.remove(id);
    }
  }

  private Instant soon() {
    return clock.instant().plus(POLLING);
  }

  /** What came in while it ran has found it scheduled: it is looked for after that has ended. */
  private CompletionHandler<Void> completed(String id) {
    return (complete, operations) -> {
      operations.stop();
      ledger.waiting(id).map(Work::wish).ifPresent(this::schedule);
    };
  }

  /** The same where it has failed: what came in need not wait for the next attempt. */
  private CompletionHandler<Void> again(Work work, Instant time) {
    return (complete, operations) -> {
      operations.reschedule(complete, time);
      ledger
          .waiting(work.id())
          .filter(now -> now.wanted() > work.wanted())
          .map(Work::wish)
          .ifPresent(this::schedule);
    };
  }

  /**
   * There was no sign of life for too long. Where it runs here all the same, the store was away or
   * the clock has jumped.
   */
  private void revive(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    if (!running.containsKey(complete.getExecution().taskInstance.getId())) {
      operations.reschedule(complete, clock.instant());
    }
  }

  /** Finishes what runs, or hands it back. */
  @Override
  public void close() {
    scheduler.stop();
  }
}
