package dev.concertina.github;

import dev.concertina.review.Review.Check;
import dev.concertina.review.Review.Comment;
import java.util.List;
import java.util.Optional;

/**
 * What has to be written so that a pull request says what the review says.
 *
 * @param post comments that are new, worst first
 * @param edits comments in threads whose words changed
 * @param reopen threads whose finding is back
 * @param settle threads whose finding is gone
 * @param summary the sticky comment, when it is to be written
 * @param surplus summaries of ours beside the first, which two runs at once can leave
 * @param check the check run as it is to end, whether or not it is there already
 */
record Difference(
    List<Comment> post,
    List<Edit> edits,
    List<Discussion> reopen,
    List<Discussion> settle,
    Optional<Summary> summary,
    List<Long> surplus,
    Check check) {

  /** A comment in a thread with other words. */
  record Edit(long id, String body) {}

  /**
   * The sticky comment.
   *
   * @param id of the one to edit; empty for a new one
   */
  record Summary(Optional<Long> id, String body) {}

  /** Whether the conversation is as it should be. */
  boolean isEmpty() {
    return post.isEmpty()
        && edits.isEmpty()
        && reopen.isEmpty()
        && settle.isEmpty()
        && summary.isEmpty()
        && surplus.isEmpty();
  }
}
