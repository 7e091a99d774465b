package dev.concertina.cli;

import dev.concertina.rule.Rule;

/** {@code concertina rules index}: the rule book as one table in Markdown. */
final class RulesIndexCommand implements Action {
  @Override
  public Usage usage() {
    return new Usage(
            "rules index", "Prints a table of all rules in Markdown, with links to their pages.")
        .value("output", "FILE", "Write the table to this file.");
  }

  @Override
  public int run(Arguments given, Terminal terminal) {
    StringBuilder out = new StringBuilder("| rule | severity | kind | says |\n|---|---|---|---|\n");
    for (Rule rule : RuleSource.around(terminal).rules()) {
      String title = rule.page().title().source().replace("|", "\\|");
      out.append("| [").append(rule.id()).append("](").append(rule.id()).append(".md) | ");
      out.append(RulesListCommand.severities(rule)).append(" | ").append(rule.kind());
      out.append(" | ").append(title).append(" |\n");
    }
    new Result(terminal, given.path("output")).write(out.toString());
    return ExitStatus.PASSED;
  }
}
