package dev.concertina.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.plan.Plan;
import dev.concertina.plan.Step;
import dev.concertina.rule.Rule;
import dev.concertina.rule.RuleBook;
import dev.concertina.rule.RulePage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Two hazards in one change have one plan. Unsafe examples of two rules each, on tables of their
 * own, go into one change: their joined plan does all that the two plans do, in the order of each,
 * and is no disease either. {@code -Dconcertina.pairs=N} tries N pairs, {@code
 * -Dconcertina.pairs.seed=S} others.
 */
class PlanPairsTest {
  private static final int PAIRS = Integer.getInteger("concertina.pairs", 300);
  private static final long SEED = Long.getLong("concertina.pairs.seed", 1);

  /** Nothing like the names of the examples: what is called alike is taken for a successor. */
  private static final List<String> OTHERS =
      List.of(
          "adder", "bison", "camel", "drake", "eland", "finch", "gecko", "heron", "ibex", "jackal",
          "koala", "lemur", "moose", "newt", "otter", "pike");

  /** What names an object in a statement that makes or changes one. */
  private static final Pattern OBJECT =
      Pattern.compile(
          "\\b(?:TABLE|VIEW|INDEX|SEQUENCE|TYPE|DOMAIN|FUNCTION|PROCEDURE|POLICY|TRIGGER|RULE"
              + "|UPDATE|INTO|FROM|JOIN|ON)\\s+"
              + "(?:CONCURRENTLY\\s+|IF\\s+(?:NOT\\s+)?EXISTS\\s+|ONLY\\s+)*([a-z_]\\w*)");

  private final RuleBook book = RuleBook.builtIn();
  private final Checker checker = new Checker(book, Settings.DEFAULT);

  /** An unsafe example of a rule. */
  private record Unsafe(String rule, String text) {
    /** Where there is a source, what it does not use has no users. */
    boolean hasSource() {
      return text.contains(" source:") || text.contains("-- declared:");
    }
  }

  @Test
  void joined_plans_keep_what_each_plan_promises() {
    // One in Python and one in SQL are no change that a project could make.
    List<Unsafe> examples =
        examples().stream().filter(example -> ProgramExample.of(example.text()) == null).toList();
    Random random = new Random(SEED);
    List<String> broken = new ArrayList<>();
    int joined = 0;
    for (int i = 0; i < PAIRS; i++) {
      Unsafe one = examples.get(random.nextInt(examples.size()));
      Unsafe other = examples.get(random.nextInt(examples.size()));
      if (!one.rule().equals(other.rule()) && one.hasSource() == other.hasSource()) {
        joined++;
        check(one, apart(other), broken);
      }
    }
    assertThat(joined).isGreaterThan(PAIRS / 4);
    assertThat(broken).isEmpty();
  }

  @Test
  void plans_for_all_that_one_rule_finds_are_no_disease() {
    List<String> broken = new ArrayList<>();
    for (Unsafe example : examples()) {
      Request request = new ExampleChange(example.text()).request();
      List<Step> steps = checker.check(request).plan().steps();
      numbered(steps).ifPresent(wrong -> broken.add(example.rule() + ": " + wrong));
      new ClosingLaw(checker)
          .broken(example.rule(), steps, request)
          .forEach(wrong -> broken.add(example.rule() + ": " + wrong));
    }
    assertThat(broken).isEmpty();
  }

  /** Those that have a plan, and say nothing that holds for the whole change. */
  private List<Unsafe> examples() {
    List<Unsafe> examples = new ArrayList<>();
    for (Rule rule : book.rules()) {
      for (RulePage.Example example : rule.page().unsafe()) {
        boolean alone =
            example
                .text()
                .lines()
                .noneMatch(line -> line.matches("-- (event|postgres|flyway|migration .+)\\b.*"));
        if (alone && !plan(example.text()).steps().isEmpty()) {
          examples.add(new Unsafe(rule.id(), example.text()));
        }
      }
    }
    assertThat(examples).hasSizeGreaterThan(80);
    return examples;
  }

  private Plan plan(String text) {
    return checker.check(new ExampleChange(text).request()).plan();
  }

  /** The same example on tables, views, types and routines of other names. */
  private static Unsafe apart(Unsafe example) {
    Set<String> names = new TreeSet<>();
    Matcher objects = OBJECT.matcher(example.text());
    while (objects.find()) {
      names.add(objects.group(1));
    }
    String text = example.text();
    Iterator<String> others = OTHERS.iterator();
    for (String name : names) {
      text = text.replaceAll("\\b" + name + "\\b", others.next());
    }
    return new Unsafe(example.rule(), text);
  }

  private void check(Unsafe one, Unsafe other, List<String> broken) {
    Request request = new ExampleChange(together(one.text(), other.text())).request();
    Report report = checker.check(request);
    String pair = one.rule() + " and " + other.rule() + ": ";
    List<Step> steps = report.plan().steps();
    Set<String> statements = new HashSet<>();
    steps.stream()
        .flatMap(step -> step.schema().stream())
        .filter(statement -> !statements.add(statement))
        .forEach(statement -> broken.add(pair + "twice: " + statement));
    numbered(steps).ifPresent(wrong -> broken.add(pair + wrong));
    // What the one makes may be the successor of what the other takes away: another plan.
    boolean apart =
        report.findings().stream()
            .noneMatch(r -> r.finding().rule().equals("any/expand-and-contract-together"));
    for (Unsafe example : apart ? List.of(one, other) : List.<Unsafe>of()) {
      ordered(plan(example.text()).steps(), steps)
          .forEach(wrong -> broken.add(pair + "of " + example.rule() + " " + wrong));
    }
    new ClosingLaw(checker)
        .broken("", steps, request).stream()
            .filter(wrong -> !wrong.contains("raises " + one.rule()))
            .filter(wrong -> !wrong.contains("raises " + other.rule()))
            .forEach(wrong -> broken.add(pair + wrong));
  }

  private static String together(String one, String other) {
    boolean begins = other.lines().findFirst().orElse("").matches("-- (base|migration).*");
    return one + "\n" + (begins ? "" : "-- migration\n") + other;
  }

  private static Optional<String> numbered(List<Step> steps) {
    List<Integer> numbers = steps.stream().map(Step::number).toList();
    List<Integer> deploys = steps.stream().map(Step::deploy).toList();
    boolean counted = numbers.equals(IntStream.rangeClosed(1, steps.size()).boxed().toList());
    boolean ascending = deploys.equals(deploys.stream().sorted().toList());
    int last = deploys.isEmpty() ? 0 : deploys.getLast();
    boolean whole = new HashSet<>(deploys).size() == last;
    return counted && ascending && whole
        ? Optional.empty()
        : Optional.of("steps " + numbers + " in deploys " + deploys);
  }

  /**
   * What is wrong with where a plan's own steps stand in the joined one: all are there, and none
   * with statements before an earlier one. What both plans say in the same words is said once.
   */
  private static List<String> ordered(List<Step> own, List<Step> joined) {
    List<String> wrong = new ArrayList<>();
    int last = -1;
    for (Step step : own) {
      boolean words = step.schema().isEmpty();
      int at = place(step, joined, words ? 0 : last + 1);
      if (at >= 0) {
        last = Math.max(last, words ? last : at);
      } else {
        boolean early = place(step, joined, 0) >= 0;
        wrong.add((early ? "too early: " : "no step says ") + step.title());
      }
    }
    return wrong;
  }

  private static int place(Step step, List<Step> joined, int from) {
    for (int i = from; i < joined.size(); i++) {
      Step other = joined.get(i);
      boolean same = other.title().equals(step.title()) && other.deploy() == step.deploy();
      boolean all = other.schema().equals(step.schema());
      boolean shared = !other.schema().isEmpty() && step.schema().containsAll(other.schema());
      if (same && (all || shared)) {
        return i;
      }
    }
    return -1;
  }
}
