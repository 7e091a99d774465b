package dev.concertina.github;

import java.util.List;

/**
 * A thread on a line or on a file.
 *
 * @param node its id in GraphQL
 * @param comments the first of them; never empty
 * @param size how many there are
 */
record Discussion(String node, boolean resolved, List<Said> comments, int size) {

  Said first() {
    return comments.getFirst();
  }

  /** Whether it is still to be dealt with. */
  boolean isOpen() {
    return !resolved && !first().minimized();
  }

  /** Whether anybody else wrote in it. */
  boolean hasReplies() {
    return size > comments.size() || comments.stream().anyMatch(comment -> !comment.own());
  }
}
