package dev.concertina.schema;

/**
 * PostgreSQL's table lock modes, weakest first, with whom each one makes wait. Source: "Explicit
 * Locking" in the PostgreSQL manual, conflict table.
 */
public enum Lock {
  ACCESS_SHARE,
  ROW_SHARE,
  ROW_EXCLUSIVE,
  SHARE_UPDATE_EXCLUSIVE,
  SHARE,
  SHARE_ROW_EXCLUSIVE,
  EXCLUSIVE,
  ACCESS_EXCLUSIVE;

  /** Whether a plain SELECT has to wait for it. */
  public boolean blocksReads() {
    return this == ACCESS_EXCLUSIVE;
  }

  /** Whether INSERT, UPDATE and DELETE have to wait for it. */
  public boolean blocksWrites() {
    return compareTo(SHARE) >= 0;
  }

  /** Whether it is at least as strong as {@code other} in this order. */
  public boolean atLeast(Lock other) {
    return compareTo(other) >= 0;
  }

  /** The mode as the manual writes it: {@code SHARE ROW EXCLUSIVE}. */
  @Override
  public String toString() {
    return name().replace('_', ' ');
  }
}
