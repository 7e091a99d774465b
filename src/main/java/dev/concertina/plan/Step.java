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
 * @param listings files that do it, for the contributor to take over; often none
 * @param migration the schema change in the words of the framework, where that is not SQL; or null
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
    String rollback,
    List<Listing> listings,
    MigrationBody migration) {

  public Step {
    schema = List.copyOf(schema);
    listings = List.copyOf(listings);
  }

  /** A step without files. */
  public Step(
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
    this(
        number,
        deploy,
        phase,
        betweenDeploys,
        title,
        schema,
        transactional,
        code,
        gate,
        rollback,
        List.of(),
        null);
  }

  /** The same step with its change in the words of the framework. */
  Step with(MigrationBody words, String newCode) {
    return new Step(
        number,
        deploy,
        phase,
        betweenDeploys,
        title,
        schema,
        transactional,
        newCode,
        gate,
        rollback,
        listings,
        words);
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
        rollback,
        listings,
        migration == null ? null : migration.keeping(statements));
  }
}
