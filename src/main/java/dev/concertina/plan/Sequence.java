package dev.concertina.plan;

import dev.concertina.rule.Kind;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * The plans for a whole change as one numbered sequence of deploys. Several rules may hold for one
 * operation; the way that answers them is the longest, since it does what the shorter ones do. What
 * else its runner needs comes before it: no other SQL answers that. The ways of different
 * operations go side by side, deploy by deploy, and nothing is done twice.
 */
final class Sequence {

  /** Of two plans for one operation the later one: it leaves the fewest questions open. */
  private static final Comparator<Proposal> COMPLETE =
      Comparator.comparingInt((Proposal proposal) -> proposal.plan().deploys())
          .thenComparing(proposal -> proposal.finding().kind(), Comparator.reverseOrder())
          .thenComparingLong(proposal -> statements(proposal.plan()))
          .thenComparing(proposal -> proposal.finding().severity());

  private final Set<String> statements = new HashSet<>();
  private final Set<List<Object>> words = new HashSet<>();
  private final List<Step> steps = new ArrayList<>();

  private Sequence() {}

  static Plan of(List<Proposal> proposals) {
    List<Plan> plans = onePerOperation(proposals);
    Sequence sequence = new Sequence();
    plans.stream()
        .flatMap(plan -> plan.steps().stream())
        .sorted(Comparator.comparingInt(Step::deploy).thenComparing(Step::betweenDeploys))
        .forEach(sequence::add);
    return new Plan(
        sequence.steps,
        plans.stream().flatMap(plan -> plan.alternatives().stream()).distinct().toList(),
        plans.stream().map(Plan::note).filter(Objects::nonNull).findFirst().orElse(null),
        plans.stream().mapToInt(Plan::rollbackFloor).max().orElse(0),
        null);
  }

  private static List<Plan> onePerOperation(List<Proposal> proposals) {
    Map<Object, Proposal> chosen = new LinkedHashMap<>();
    for (Proposal proposal : proposals) {
      chosen.merge(place(proposal), proposal, BinaryOperator.maxBy(COMPLETE));
    }
    chosen.values().removeIf(p -> chosen.values().stream().anyMatch(whole -> isPart(p, whole)));
    return proposals.stream()
        .filter(p -> p == chosen.get(place(p)) || aboutTheRunner(p) && !isDone(p, chosen.values()))
        .map(Proposal::plan)
        .toList();
  }

  /**
   * Whether the rows that it changes are changed by the plan of what it is a part of: the default
   * of a field that refuses NULL from here.
   */
  private static boolean isPart(Proposal part, Proposal whole) {
    return !part.finding().span().equals(whole.finding().span())
        && isDone(part, List.of(whole))
        && whole.plan().deploys() >= part.plan().deploys();
  }

  /** Whether one of these moves the rows that it is about out of the framework's migration. */
  private static boolean isDone(Proposal part, Collection<Proposal> others) {
    return part.finding().kind() == Kind.DATA
        && others.stream().anyMatch(whole -> isAround(part, whole) && movesRows(whole.plan()));
  }

  private static boolean isAround(Proposal part, Proposal whole) {
    Span inner = part.finding().span();
    Span outer = whole.finding().span();
    return part.finding().file().equals(whole.finding().file())
        && outer.start() <= inner.start()
        && inner.end() <= outer.end();
  }

  private static boolean movesRows(Plan plan) {
    boolean inCode =
        plan.steps().stream().anyMatch(step -> step.schema().isEmpty() && hasFiles(step));
    boolean framework = plan.steps().stream().anyMatch(step -> step.migration() != null);
    return inCode || framework && changesRows(plan);
  }

  private static boolean hasFiles(Step step) {
    return !step.listings().isEmpty();
  }

  private static boolean changesRows(Plan plan) {
    return plan.steps().stream()
        .flatMap(step -> step.schema().stream())
        .anyMatch(sql -> sql.startsWith("UPDATE "));
  }

  private static Object place(Proposal proposal) {
    return List.of(proposal.finding().file(), proposal.finding().span());
  }

  /** An error that no SQL mends: the file or a setting has to be another one. */
  private static boolean aboutTheRunner(Proposal proposal) {
    Plan plan = proposal.plan();
    return proposal.finding().severity() == Severity.ERROR
        && !plan.steps().isEmpty()
        && statements(plan) == 0;
  }

  private static long statements(Plan plan) {
    return plan.steps().stream().map(Step::schema).mapToLong(Collection::size).sum();
  }

  /** A step of which everything is said already is left out. */
  private void add(Step step) {
    List<String> fresh = step.schema().stream().filter(statements::add).toList();
    boolean done = !step.schema().isEmpty() && fresh.isEmpty();
    if (!done && words.add(List.of(step.deploy(), step.title(), fresh))) {
      steps.add(step.at(steps.size() + 1, fresh));
    }
  }
}
