package dev.concertina.check;

import dev.concertina.plan.Plan;
import dev.concertina.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A fix mends what it stands for: with it the finding is gone, and no error takes its place. */
final class FixLaw {

  private final Checker checker;

  FixLaw(Checker checker) {
    this.checker = checker;
  }

  /** What the fix of a finding leaves or brings, a sentence each; nothing where there is no fix. */
  List<String> broken(ExampleChange change, Report before, Report.Result result) {
    List<String> broken = new ArrayList<>();
    Plan.Fix fix = result.plan().fix();
    if (fix == null) {
      return broken;
    }
    String file = result.finding().file();
    Report after = checker.check(change.mended(file, fix));
    long last = fix.line() + fix.replacement().lines().count() - 1;
    boolean stands =
        after.findings().stream()
            .map(Report.Result::finding)
            .filter(finding -> finding.rule().equals(result.finding().rule()))
            .filter(finding -> finding.file().equals(file))
            .anyMatch(f -> f.span().line() >= fix.line() && f.span().line() <= last);
    if (stands) {
      broken.add("the fix leaves the finding: " + fix.replacement());
    }
    Map<String, Long> known = errors(before);
    errors(after)
        .forEach(
            (rule, count) -> {
              if (count > known.getOrDefault(rule, 0L)) {
                broken.add("the fix raises " + rule + ": " + fix.replacement());
              }
            });
    return broken;
  }

  private static Map<String, Long> errors(Report report) {
    return report.findings().stream()
        .filter(Report.Result::counts)
        .map(Report.Result::finding)
        .filter(finding -> finding.severity() == Severity.ERROR)
        .collect(Collectors.groupingBy(f -> f.rule() + " in " + f.file(), Collectors.counting()));
  }
}
