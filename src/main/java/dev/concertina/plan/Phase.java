package dev.concertina.plan;

import java.util.Locale;

/** The three phases of a plan. */
public enum Phase {
  /** Add what is new beside what is old. */
  EXPAND,
  /** Move data, readers and writers over. */
  MIGRATE,
  /** Remove what is old. */
  CONTRACT;

  /** As reports write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
