package dev.concertina.migration;

import dev.concertina.bench.Inputs;
import dev.concertina.schema.Schema;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a history of 5,000 migrations costs: the first time, and when 10 are new to the cache. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReplayBenchmark {

  private static final int LONG = 5000;
  private static final int NEW = 10;

  private InMemoryTree shorter;
  private InMemoryTree whole;
  private Map<String, byte[]> before;

  /** Makes the input. */
  @Setup
  public void read() {
    shorter = Inputs.migrations(LONG);
    whole = Inputs.migrations(LONG + NEW);
    before = new ConcurrentHashMap<>();
    new History(shorter, LayoutSettings.NONE, kept(before)).replay("db/migration");
  }

  /** Nothing is cached. */
  @Benchmark
  public Schema cold() {
    return new History(whole, LayoutSettings.NONE, ReplayCache.NONE).replay("db/migration");
  }

  /** All but the newest are cached. */
  @Benchmark
  public Schema next() {
    return new History(whole, LayoutSettings.NONE, kept(new ConcurrentHashMap<>(before)))
        .replay("db/migration");
  }

  private static ReplayCache kept(Map<String, byte[]> values) {
    return new ReplayCache() {
      @Override
      public Optional<byte[]> get(String key) {
        return Optional.ofNullable(values.get(key));
      }

      @Override
      public void put(String key, byte[] value) {
        values.put(key, value);
      }
    };
  }
}
