package dev.concertina.cli;

import java.time.Duration;

/** How much of a repository is taken into memory, and for how long git may work. */
final class ReadLimits {
  /** No file above this size is read. A dump of this size is no migration that a person reviews. */
  static final int FILE_BYTES = 16 << 20;

  /** What one git command may print: the paths of some millions of files. */
  static final int OUTPUT_BYTES = 512 << 20;

  /** What is kept of git's own complaints. */
  static final int COMPLAINT_BYTES = 16 << 10;

  /** What is read from standard input. */
  static final int INPUT_BYTES = 64 << 20;

  /** After this a git command counts as hanging. */
  static final Duration GIT = Duration.ofMinutes(5);

  /** After this the search for words gives up being exact. */
  static final Duration GREP = Duration.ofSeconds(60);

  private ReadLimits() {}
}
