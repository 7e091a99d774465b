package dev.concertina.cli;

import dev.concertina.review.ExplainWriter;
import dev.concertina.review.Links;
import dev.concertina.review.Options;
import dev.concertina.rule.Rule;
import dev.concertina.rule.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;

/** {@code concertina explain RULE}: a rule's page on the terminal. */
final class ExplainCommand implements Action {
  @Override
  public Usage usage() {
    return new Usage("explain", "Shows a rule's page: why, the safe path, examples.")
        .operand("RULE", "The rule's id, as any/renamed-column.")
        .value("color", "WHEN", "auto, always or never.");
  }

  @Override
  public int run(Arguments given, Terminal terminal) {
    String id = given.operands().get(0);
    String color = given.text("color", "auto");
    CheckOptions.oneOf("--color", color, CheckOptions.WHEN);
    RuleBook builtIn = RuleBook.builtIn();
    // The repository is only looked into for what is not ours.
    Rule rule = builtIn.rule(id).orElseGet(() -> RuleSource.rule(id, RuleSource.around(terminal)));
    Options look =
        new Options(
            terminal.colored(color), terminal.width(), "default", Main.version(), Links.NONE);
    StringBuilder out = new StringBuilder();
    try {
      new ExplainWriter(look).write(rule.id(), rule.text().markdown(), out);
    } catch (IOException e) {
      throw new UncheckedIOException("a string does not fail", e);
    }
    new Result(terminal, null).write(out.toString());
    return ExitStatus.PASSED;
  }
}
