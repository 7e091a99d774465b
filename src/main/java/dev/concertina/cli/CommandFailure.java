package dev.concertina.cli;

/**
 * The command can't be carried out: a bad flag, an unreadable configuration, no such revision. Its
 * message is one line that says what was expected, what was found and what to do; the exit status
 * is 2.
 */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandFailure(String message) {
    super(message);
  }

  CommandFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
