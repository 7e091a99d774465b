package dev.concertina.sql;

import dev.concertina.bench.Inputs;
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

/** How much SQL goes through the lexer and the splitter: at least 10 MB a second are wanted. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SplitBenchmark {

  private String script;

  /** What is counted beside the runs. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counted {
    public double megabytes;
    public long statements;
  }

  /** Makes the input. */
  @Setup
  public void read() {
    script = Inputs.script(Inputs.migrations(600));
  }

  /** Tokens, and the statements that they make. */
  @Benchmark
  public List<Script.Piece> split(Counted counted) {
    Expressions unused = new Expressions(SqlSyntax.POSTGRESQL, Limits.DEFAULT);
    Tokens tokens = Lexer.lex(Source.of(script, unused), 0, script.length(), SqlSyntax.POSTGRESQL);
    List<Script.Piece> pieces = Script.split(tokens);
    counted.megabytes += script.length() / 1e6;
    counted.statements += pieces.size();
    return pieces;
  }

  /** The same, and the operations of each statement. */
  @Benchmark
  public List<Statement> read(Counted counted) {
    List<Statement> statements = new SqlReader(SqlSyntax.POSTGRESQL).read(script);
    counted.megabytes += script.length() / 1e6;
    counted.statements += statements.size();
    return statements;
  }
}
