package dev.concertina.cli;

import dev.concertina.review.PlanWriter;

/** {@code concertina plan}: the deploy plan alone. */
final class PlanCommand implements Action {
  @Override
  public Usage usage() {
    String says = "Prints the deploy plan alone, of the same inputs as check.";
    return CheckOptions.addTo(new Usage("plan", says));
  }

  @Override
  public int run(Arguments given, Terminal terminal) {
    CheckOptions options = new CheckOptions(given);
    CheckRun.Result result = new CheckRun(options, terminal).run();
    String text = new PlanWriter(CheckCommand.look(options, terminal)).write(result.report());
    new Result(terminal, options.output).write(text);
    return CheckCommand.status(options, result);
  }
}
