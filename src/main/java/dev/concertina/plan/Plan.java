package dev.concertina.plan;

import java.util.List;

/**
 * The way to the same end without downtime.
 *
 * @param steps in order; empty when there is nothing to do in steps
 * @param alternatives cheaper ways that reach what the contributor probably wants (an alias instead
 *     of a rename), each one or two sentences of Markdown, first the best
 * @param note a remark about the whole sequence (where it departs from a known guide), or null
 * @param rollbackFloor the deploy whose release is the oldest that still runs after the last step,
 *     or 0 when the running version does
 * @param fix a replacement of the statement at hand that needs no plan, or null
 */
public record Plan(
    List<Step> steps, List<String> alternatives, String note, int rollbackFloor, Fix fix) {

  /** Nothing to do. */
  public static final Plan NONE = new Plan(List.of(), List.of(), null, 0, null);

  public Plan {
    steps = List.copyOf(steps);
    alternatives = List.copyOf(alternatives);
  }

  /** The same plan with one more remark. */
  Plan noting(String remark) {
    String both = note == null ? remark : note + " " + remark;
    return new Plan(steps, alternatives, both, rollbackFloor, fix);
  }

  /** How many releases it takes. */
  public int deploys() {
    return steps.stream().mapToInt(Step::deploy).max().orElse(0);
  }

  /**
   * A mechanical fix that replaces whole lines of the migration.
   *
   * @param line first line replaced, from 1
   * @param endLine last line replaced
   * @param replacement the new lines, without a final line end
   */
  public record Fix(int line, int endLine, String replacement) {}
}
