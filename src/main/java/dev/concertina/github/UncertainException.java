package dev.concertina.github;

/**
 * A request that creates something got no answer, or a failure: what it creates may be there or
 * not. Whoever sent it looks again before it sends it a second time.
 */
public final class UncertainException extends GitHubException {
  private static final long serialVersionUID = 1L;

  UncertainException(int status, String message, Throwable cause) {
    super(status, message, cause);
  }
}
