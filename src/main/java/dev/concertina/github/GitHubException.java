package dev.concertina.github;

/** GitHub refused a request or could not be reached. The message is one line. */
public class GitHubException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status HTTP's, or 0 when there was no answer
   */
  GitHubException(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  GitHubException(int status, String message) {
    this(status, message, null);
  }

  /** HTTP's status, or 0 when there was no answer. */
  public int status() {
    return status;
  }

  /** Whether the token may not do this: 403, or 404 where GitHub hides what may not be seen. */
  public boolean isForbidden() {
    return status == 403 || status == 404;
  }
}
