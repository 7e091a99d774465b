package dev.concertina.server;

import dev.concertina.server.Bodies.RefusedException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that somebody waits for: a few at a time, and nobody waits long. What takes longer goes on
 * alone and keeps its place, so that no more of it can run than there are places.
 */
final class ShortWork {
  private static final Logger LOG = LoggerFactory.getLogger(ShortWork.class);
  private static final int IDLE_SECONDS = 10;

  private final Duration time;
  private final ExecutorService threads;

  /**
   * @param time how long somebody waits
   */
  ShortWork(String name, int places, Duration time) {
    this.time = time;
    this.threads =
        new ThreadPoolExecutor(
            0,
            places,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name(name + "-", 0).factory());
  }

  /** Does it, and answers what came out. */
  <T> T done(Callable<T> work) throws RefusedException {
    Future<T> result;
    try {
      result = threads.submit(work);
    } catch (RejectedExecutionException e) {
      throw new RefusedException(503, "Others are being checked. Try again in a few seconds.");
    }
    try {
      return result.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      result.cancel(true);
      throw new RefusedException(
          503,
          "The check was given up after " + time.toSeconds() + " seconds. Try less at a time.");
    } catch (ExecutionException e) {
      LOG.error("unexpected in a check", e.getCause());
      throw new RefusedException(500, "The check failed. The log of the service says more.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(503, "The service is ending.");
    }
  }
}
