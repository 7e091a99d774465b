package dev.concertina.cli;

import picocli.CommandLine.Command;

/** {@code concertina rules}: the rule book. */
@Command(
    name = "rules",
    description = "Lists the rules, and tests a team's own.",
    subcommands = {RulesListCommand.class, RulesTestCommand.class, RulesIndexCommand.class})
final class RulesCommand implements Action {

  @Override
  public int run(Terminal terminal) {
    throw new CommandFailure("rules: expected one of list, test, index");
  }
}
