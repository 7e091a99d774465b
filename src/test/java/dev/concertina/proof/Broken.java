package dev.concertina.proof;

/** A rollout did harm: a release failed, waited, lost a row or read a stale value. */
final class Broken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Harm harm;

  /** What kind of harm was done. */
  enum Harm {
    /** A statement of a live release failed. */
    FAILED,
    /** A statement of a live release waited for a lock for longer than a second. */
    WAITED,
    /** A live release read another value than the one that was written last, or no row. */
    STALE,
    /** The database refused a step. */
    REFUSED,
    /** A gate did not answer as the plan says. */
    GATE
  }

  Broken(Harm harm, String message) {
    super(message);
    this.harm = harm;
  }

  Harm harm() {
    return harm;
  }
}
