package dev.concertina.github;

import java.time.Instant;

/** GitHub asks for a longer pause than this run may wait; nothing was done. */
public final class RateLimitedException extends GitHubException {
  private static final long serialVersionUID = 1L;

  private final Instant until;

  RateLimitedException(Instant until) {
    super(429, "GitHub's rate limit is used up until " + until);
    this.until = until;
  }

  /** When to try again. */
  public Instant until() {
    return until;
  }
}
