package dev.concertina.fuzz;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

/**
 * Tries a check on many inputs, and fails with the input that it does not hold for or does not end
 * on. How many are tried: {@code -Dconcertina.fuzz.seeds=1000000}; others: {@code
 * -Dconcertina.fuzz.seed=…}, the first one.
 */
public final class Fuzz {

  private static final long FIRST = Long.getLong("concertina.fuzz.seed", 20_261_123L);

  /** How long one input may take; far more than the slowest needs on a busy machine. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final IntFunction<String> names;
  private final AtomicReference<Current> current = new AtomicReference<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  private record Current(int index, String text, long since) {}

  private Fuzz(IntFunction<String> names) {
    this.names = names;
  }

  /**
   * Tries what is made of as many seeds, the same ones each time.
   *
   * @param count how many, unless the property says otherwise
   */
  public static void seeds(int count, LongFunction<String> make, Consumer<String> check) {
    int all = Integer.getInteger("concertina.fuzz.seeds", count);
    new Fuzz(i -> "seed " + (FIRST + i)).run(all, i -> make.apply(FIRST + i), check);
  }

  /** Tries all of these texts. */
  public static void all(List<String> texts, Consumer<String> check) {
    new Fuzz(i -> "text " + i).run(texts.size(), texts::get, check);
  }

  private void run(int count, IntFunction<String> texts, Consumer<String> check) {
    Thread worker = new Thread(null, () -> work(count, texts, check), "fuzz", 2 << 20);
    worker.setDaemon(true);
    worker.start();
    try {
      while (!worker.join(Duration.ofMillis(200))) {
        Current now = current.get();
        if (now != null && System.nanoTime() - now.since > LIMIT.toNanos()) {
          throw failed(now, stack(worker));
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
    if (failure.get() != null) {
      throw failed(current.get(), failure.get());
    }
  }

  private void work(int count, IntFunction<String> texts, Consumer<String> check) {
    try {
      for (int i = 0; i < count; i++) {
        String text = texts.apply(i);
        current.set(new Current(i, text, System.nanoTime()));
        check.accept(text);
      }
    } catch (RuntimeException | Error found) {
      failure.set(found);
    }
  }

  private AssertionError failed(Current input, Throwable cause) {
    return new AssertionError(names.apply(input.index) + ", text: " + input.text, cause);
  }

  private static Throwable stack(Thread worker) {
    IllegalStateException standstill =
        new IllegalStateException("it did not end within " + LIMIT + "; it is here:");
    standstill.setStackTrace(worker.getStackTrace());
    return standstill;
  }
}
