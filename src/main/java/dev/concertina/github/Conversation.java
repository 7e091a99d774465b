package dev.concertina.github;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands in a pull request, and at its head.
 *
 * @param viewer as whom we read and write
 * @param comments those outside of threads, oldest first
 * @param checks check runs of our name at the head, oldest first, whoever made them
 * @param status the commit status of our name at the head, if there is one
 */
record Conversation(
    String viewer,
    List<Said> comments,
    List<Discussion> threads,
    List<CheckRun> checks,
    Optional<Status> status) {

  /**
   * A check run.
   *
   * @param external what its maker wrote on it for itself; never null
   */
  record CheckRun(long id, String external, boolean completed) {}

  /** A commit status; its state in lower case. */
  record Status(String state, String description) {}

  /** Every comment, wherever it stands. */
  Stream<Said> all() {
    return Stream.concat(
        comments.stream(), threads.stream().flatMap(thread -> thread.comments().stream()));
  }
}
