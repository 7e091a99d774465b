package dev.concertina.cli;

import dev.concertina.rule.Rule;
import dev.concertina.rule.Severity;
import java.util.Comparator;
import java.util.stream.Collectors;

/** {@code concertina rules list}: one line for each rule. */
final class RulesListCommand implements Action {

  @Override
  public Usage usage() {
    return new Usage(
        "rules list", "Lists all rules with their severities, the team's own included.");
  }

  @Override
  public int run(Arguments given, Terminal terminal) {
    StringBuilder out = new StringBuilder();
    for (Rule rule : RuleSource.around(terminal).rules()) {
      String kind = rule.kind().toString();
      out.append(String.format("%-44s %-11s %s%n", rule.id(), kind, severities(rule)));
    }
    new Result(terminal, null).write(out.toString());
    return ExitStatus.PASSED;
  }

  /** All that it may be; {@code off} where a configuration has to switch it on. */
  static String severities(Rule rule) {
    String levels =
        rule.levels().stream()
            .map(Rule.Level::severity)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .map(Severity::toString)
            .collect(Collectors.joining(", "));
    return rule.on() ? levels : levels + " (off)";
  }
}
