package dev.concertina.cli;

import dev.concertina.review.ExplainWriter;
import dev.concertina.review.Links;
import dev.concertina.review.Options;
import dev.concertina.rule.Rule;
import dev.concertina.rule.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code concertina explain RULE}: a rule's page on the terminal. */
@Command(name = "explain", description = "Shows a rule's page: why, the safe path, examples.")
final class ExplainCommand implements Action {
  @Parameters(paramLabel = "RULE", description = "The rule's id, as any/renamed-column.")
  private String id;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never.",
      defaultValue = "auto")
  private String color;

  @Override
  public int run(Terminal terminal) {
    CheckOptions.oneOf("--color", color, CheckOptions.WHEN);
    RuleBook builtIn = RuleBook.builtIn();
    // The repository is only looked into for what is not ours.
    Rule rule = builtIn.rule(id).orElseGet(() -> RuleSource.rule(id, RuleSource.around(terminal)));
    Options look =
        new Options(
            terminal.colored(color), terminal.width(), "default", Main.version(), Links.NONE);
    StringBuilder out = new StringBuilder();
    try {
      new ExplainWriter(look).write(rule.id(), rule.text().get(), out);
    } catch (IOException e) {
      throw new UncheckedIOException("a string does not fail", e);
    }
    new Result(terminal, null).write(out.toString());
    return ExitStatus.PASSED;
  }
}
