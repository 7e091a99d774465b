package dev.concertina.check;

import dev.concertina.bench.Inputs;
import dev.concertina.migration.InMemoryTree;
import dev.concertina.migration.LayoutSettings;
import dev.concertina.migration.ReplayCache;
import dev.concertina.rule.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many statements go through the whole check: at least 20,000 a second are wanted. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 10, time = 3)
@Measurement(iterations = 5, time = 3)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CheckBenchmark {

  private InMemoryTree tree;
  private List<String> paths;
  private Checker checker;

  /** What is counted beside the runs. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counted {
    public long statements;
  }

  /** Makes the input. */
  @Setup
  public void read() {
    tree = Inputs.migrations(600);
    paths = Inputs.paths(tree);
    checker = new Checker(RuleBook.builtIn(), Settings.DEFAULT);
  }

  /** Files to findings and plans: placed, read, judged. */
  @Benchmark
  public Report check(Counted counted) {
    Intake intake =
        new Intake(
            tree,
            tree,
            tree,
            LayoutSettings.NONE,
            ReplayCache.NONE,
            LocalDate.of(2026, 1, 1),
            null,
            null);
    Report report = checker.check(intake.files(paths, List.of()).request());
    counted.statements += report.migrations().stream().mapToInt(m -> m.statements()).sum();
    return report;
  }
}
