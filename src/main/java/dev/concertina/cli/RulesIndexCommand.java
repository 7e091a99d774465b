package dev.concertina.cli;

import dev.concertina.rule.Rule;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code concertina rules index}: the rule book as one table in Markdown. */
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    description = "Prints a table of all rules in Markdown, with links to their pages.")
final class RulesIndexCommand implements Action {
  @Option(names = "--output", paramLabel = "FILE", description = "Write the table to this file.")
  private Path output;

  @Override
  public int run(Terminal terminal) {
    StringBuilder out = new StringBuilder("| rule | severity | kind | says |\n|---|---|---|---|\n");
    for (Rule rule : RuleSource.around(terminal).rules()) {
      String title = rule.page().title().source().replace("|", "\\|");
      out.append("| [").append(rule.id()).append("](").append(rule.id()).append(".md) | ");
      out.append(RulesListCommand.severities(rule)).append(" | ").append(rule.kind());
      out.append(" | ").append(title).append(" |\n");
    }
    new Result(terminal, output).write(out.toString());
    return ExitStatus.PASSED;
  }
}
