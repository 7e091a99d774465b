package dev.concertina.schema;

/**
 * What one database does with an operation. An operation that a dialect does not know takes the
 * strongest lock on its target: silence is never safety.
 */
public interface Dialect {

  /** {@code postgresql}, {@code mysql} or {@code mariadb}. */
  String engine();

  /** The major version that is judged for. */
  int version();

  /** What executing {@code operation} does, on {@code before}, in {@code session}. */
  Effect effect(Operation operation, Schema before, Session session);
}
