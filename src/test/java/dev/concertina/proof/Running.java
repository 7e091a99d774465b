package dev.concertina.proof;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A script that a session runs meanwhile. */
public final class Running {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 5;

  private final String script;
  private final int backend;
  private final Future<Void> task;

  Running(String script, int backend, Future<Void> task) {
    this.script = script;
    this.backend = backend;
    this.task = task;
  }

  /**
   * Returns when the script waits for a lock of another session.
   *
   * @param observer a third session, to ask the server
   * @throws AssertionError when it ends without, or still runs at the deadline
   */
  public void awaitWaiting(Client observer) {
    String waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted AND pid = " + backend;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (observer.value(waiting).equals("0")) {
      if (task.isDone()) {
        await();
        throw new AssertionError("expected to wait for a lock, did not: " + script);
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("expected to wait for a lock, still runs: " + script);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for the server", e);
    }
  }

  /** Whether it has ended, well or not. */
  public boolean done() {
    return task.isDone();
  }

  /**
   * Returns when the script has ended.
   *
   * @throws Refused when the server refused it
   * @throws AssertionError when it still runs at the deadline
   */
  public void await() {
    try {
      task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Refused refused) {
        throw refused;
      }
      throw new AssertionError("failed: " + script, e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("still runs after " + PATIENCE.toSeconds() + " s: " + script, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + script, e);
    }
  }
}
