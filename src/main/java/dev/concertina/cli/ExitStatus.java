package dev.concertina.cli;

/** What the program's exit status says. */
final class ExitStatus {
  /** Nothing is at or above {@code --fail-on}. */
  static final int PASSED = 0;

  /** Something is. */
  static final int FAILED = 1;

  /** The command could not be carried out. */
  static final int UNUSABLE = 2;

  private ExitStatus() {}
}
