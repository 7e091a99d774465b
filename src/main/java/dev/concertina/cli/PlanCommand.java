package dev.concertina.cli;

import dev.concertina.review.PlanWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code concertina plan}: the deploy plan alone. */
@Command(name = "plan", description = "Prints the deploy plan alone, of the same inputs as check.")
final class PlanCommand implements Action {
  @Mixin private CheckOptions options;

  @Override
  public int run(Terminal terminal) {
    CheckRun.Result result = new CheckRun(options, terminal).run();
    String text = new PlanWriter(CheckCommand.look(options, terminal)).write(result.report());
    new Result(terminal, options.output).write(text);
    return CheckCommand.status(options, result);
  }
}
