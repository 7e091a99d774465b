package dev.concertina.schema;

/**
 * What the running version sees once an operation is done, and whether it could be deployed again.
 *
 * @param breaksReads its queries fail or return something it can't use
 * @param breaksWrites its inserts, updates or deletes fail or store something wrong
 * @param breaksRollback once the new version has written, the running version can't come back
 * @param reason what goes wrong, as a clause for the message: {@code column "length" does not
 *     exist}; the empty string when nothing does
 */
public record Compatibility(
    boolean breaksReads, boolean breaksWrites, boolean breaksRollback, String reason) {

  /** The running version notices nothing. */
  public static final Compatibility FULL = new Compatibility(false, false, false, "");

  /** Both its reads and its writes fail. */
  public static Compatibility none(String reason) {
    return new Compatibility(true, true, true, reason);
  }

  /** Its reads go on, its writes fail. */
  public static Compatibility readsOnly(String reason) {
    return new Compatibility(false, true, true, reason);
  }
}
