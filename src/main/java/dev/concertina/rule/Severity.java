package dev.concertina.rule;

import java.util.Locale;

/** How much a finding weighs, lightest first. */
public enum Severity {
  /** Worth knowing; nothing to do. */
  INFO,
  /** Somebody should look before merging. */
  WARNING,
  /** Breaks or blocks the running version. */
  ERROR;

  /** As configuration and reports write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
