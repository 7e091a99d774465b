package dev.concertina.plan;

import java.util.List;

/**
 * One step of a plan.
 *
 * @param number from 1, in order
 * @param deploy the release it belongs to, from 1; a data transformation between two deploys
 *     carries the number of the deploy that must be everywhere before it starts
 * @param phase what it is for
 * @param betweenDeploys whether it runs on its own after that deploy (a data transformation, a
 *     concurrent index build), not as part of a release
 * @param title one imperative sentence
 * @param schema statements in the contributor's own names, each ending in a semicolon; empty when
 *     the schema stays
 * @param transactional false when the statements must run outside a transaction, each by itself
 * @param code what the application's code does in this release, or null when it stays
 * @param gate the condition under which the next step may start, or null
 * @param rollback the way back from this step, or null
 */
public record Step(
    int number,
    int deploy,
    Phase phase,
    boolean betweenDeploys,
    String title,
    List<String> schema,
    boolean transactional,
    String code,
    String gate,
    String rollback) {

  public Step {
    schema = List.copyOf(schema);
  }

  /** The same step at another place in a sequence, with those of its statements that are left. */
  Step at(int newNumber, List<String> statements) {
    return new Step(
        newNumber,
        deploy,
        phase,
        betweenDeploys,
        title,
        statements,
        transactional,
        code,
        gate,
        rollback);
  }
}
