package dev.concertina.proof;

import java.util.List;

/**
 * One thing that a rollout does to the database.
 *
 * @param deploy the release that it comes with, or after which it runs
 * @param between whether it runs once that release is everywhere, not before it starts
 * @param title for messages
 * @param sql the statements; {@code :last} and {@code :next} in them are the ends of a batch
 * @param transactional whether the statements run in one transaction, or each by itself
 * @param gate the query that must answer {@code open} before the rollout goes on, or null
 * @param open what the gate answers when it is open
 */
record Move(
    int deploy,
    boolean between,
    String title,
    List<String> sql,
    boolean transactional,
    String gate,
    String open) {

  Move {
    sql = List.copyOf(sql);
  }

  /** Whether it is repeated, batch by batch. */
  boolean inBatches() {
    return sql.stream().anyMatch(statement -> statement.contains(":next"));
  }
}
