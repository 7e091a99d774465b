package dev.concertina.check;

import dev.concertina.rule.Rule;
import dev.concertina.rule.RuleBook;
import dev.concertina.rule.RulePage;
import dev.concertina.rule.Severity;
import dev.concertina.rule.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The laws that every rule file is held to, ours and a team's: marked lines are exactly the
 * findings, safe examples give none, every placeholder exists, there is something to read, and the
 * cure is no disease: each step of the safe path passes the rule book, and a fix mends what it
 * stands for.
 */
public final class RuleLaws {

  private final RuleBook book;
  private final Checker checker;
  private final ClosingLaw closingLaw;
  private final FixLaw fixLaw;

  /**
   * @param book the rules, each of which is switched on for its own examples
   */
  public RuleLaws(RuleBook book) {
    this.book = book;
    checker = new Checker(book, everythingOn(book));
    closingLaw = new ClosingLaw(new Checker(book, Settings.DEFAULT));
    fixLaw = new FixLaw(checker);
  }

  /** What is wrong with a rule, one sentence each; empty when it keeps the laws. */
  public List<String> broken(Rule rule) {
    List<String> broken = new ArrayList<>();
    RulePage page = rule.page();
    if (page.title().source().isBlank() || page.why().source().isBlank()) {
      broken.add("expected a title and a first paragraph");
    }
    if (page.unsafe().isEmpty() || page.safe().isEmpty()) {
      broken.add("expected at least one example under Unsafe and one under Safe");
    }
    templates(page)
        .flatMap(template -> template.placeholders().stream())
        .filter(name -> book.facts().find(name) == null)
        .forEach(name -> broken.add("unknown placeholder {" + name + "}"));
    if (broken.isEmpty()) {
      boolean offered = false;
      for (RulePage.Example example : page.unsafe()) {
        offered |= marked(rule, example, broken);
      }
      page.safe().forEach(example -> silent(rule, example, broken));
      if (page.fix() != null && !offered) {
        broken.add("expected an unsafe example in which the fix is offered");
      }
    }
    return broken;
  }

  private static Stream<Template> templates(RulePage page) {
    Stream<Template> steps =
        page.steps().stream()
            .flatMap(
                step ->
                    Stream.of(
                        step.title(), step.schema(), step.code(), step.gate(), step.rollback()));
    return Stream.of(
            Stream.of(page.title(), page.why(), page.note(), page.fix()),
            steps,
            page.alternatives().stream())
        .flatMap(s -> s)
        .filter(template -> template != null);
  }

  /** Answers whether a fix is offered. */
  private boolean marked(Rule rule, RulePage.Example example, List<String> broken) {
    ExampleChange change = new ExampleChange(example.text());
    Report report = checker.check(change.request());
    List<Report.Result> own = report.findings().stream().filter(r -> is(rule, r)).toList();
    cures(change, report, own, example.line(), broken);
    if (change.expected().isEmpty()) {
      broken.add("line " + example.line() + ": an unsafe example marks no line with -- finding");
    }
    Set<String> found = found(own);
    if (!found.equals(change.expected())) {
      broken.add(
          "line "
              + example.line()
              + ": expected findings at "
              + change.expected()
              + ", found "
              + found);
    }
    return own.stream().anyMatch(result -> result.plan().fix() != null);
  }

  private static boolean is(Rule rule, Report.Result result) {
    return result.finding().rule().equals(rule.id());
  }

  private void silent(Rule rule, RulePage.Example example, List<String> broken) {
    Report report = checker.check(new ExampleChange(example.text()).request());
    Set<String> found = found(report.findings().stream().filter(r -> is(rule, r)).toList());
    if (!found.isEmpty()) {
      broken.add("line " + example.line() + ": a safe example has findings at " + found);
    }
  }

  private void cures(
      ExampleChange change, Report report, List<Report.Result> own, int line, List<String> broken) {
    for (Report.Result result : own) {
      Stream.concat(
              closingLaw
                  .broken(result.finding().rule(), result.plan().steps(), change.request())
                  .stream(),
              fixLaw.broken(change, report, result).stream())
          .map(sentence -> "line " + line + ": " + sentence)
          .filter(sentence -> !broken.contains(sentence))
          .forEach(broken::add);
    }
  }

  private static Set<String> found(List<Report.Result> results) {
    return results.stream()
        .filter(Report.Result::counts)
        .map(result -> result.finding().file() + ":" + result.finding().span().line())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Settings everythingOn(RuleBook book) {
    Map<String, Optional<Severity>> on =
        book.rules().stream()
            .filter(rule -> !rule.on())
            .collect(
                Collectors.toMap(Rule::id, rule -> Optional.of(rule.levels().get(0).severity())));
    return Settings.DEFAULT.withRules(on);
  }
}
