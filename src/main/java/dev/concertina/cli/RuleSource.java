package dev.concertina.cli;

import dev.concertina.check.Report;
import dev.concertina.check.TeamRules;
import dev.concertina.migration.Tree;
import dev.concertina.rule.Rule;
import dev.concertina.rule.RuleBook;
import dev.concertina.rule.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules that hold where the program runs: the built-in ones and those of the work tree. */
final class RuleSource {
  private RuleSource() {}

  static RuleBook around(Terminal terminal) {
    RuleBook builtIn = RuleBook.builtIn();
    List<Report.Problem> problems = new ArrayList<>();
    Optional<Repository> repository = Repository.around(terminal.folder());
    if (repository.isEmpty()) {
      return builtIn;
    }
    try (Repository open = repository.get()) {
      Tree tree = open.workTree();
      RuleBook all = builtIn.with(TeamRules.read(tree, builtIn, problems));
      for (Report.Problem problem : problems) {
        terminal.say(problem.file() + ":" + problem.line() + ": " + problem.message());
      }
      return all;
    }
  }

  static Rule rule(String id, RuleBook book) {
    return book.rule(id)
        .orElseThrow(
            () -> {
              List<String> ids = book.rules().stream().map(Rule::id).toList();
              return new CommandFailure("unknown rule " + id + Spelling.didYouMean(id, ids));
            });
  }
}
