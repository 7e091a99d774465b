package dev.concertina.rule;

import java.util.Locale;

/** Which question a rule answers. */
public enum Kind {
  /** Does the running version still work, and can we go back? */
  ROLLOUT,
  /** Does it block? */
  LOCK,
  /** What happens to the rows? */
  DATA,
  /** Is it how this team writes migrations? */
  CONVENTION;

  /** As configuration and reports write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
