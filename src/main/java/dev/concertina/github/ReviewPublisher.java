package dev.concertina.github;

import dev.concertina.review.Review;
import dev.concertina.review.Review.Check;
import java.util.Map;
import java.util.Set;

/** Brings a review to where people see it, once. A dry run is another one. */
interface ReviewPublisher {

  /**
   * Says that the check runs.
   *
   * @param again whether somebody asked for another run of what has ended
   * @return what stands in the pull request
   */
  Conversation begin(boolean again);

  /**
   * Makes the pull request say what the review says.
   *
   * @param allowed what commands cover now, by the ids of their comments
   */
  Published publish(Review review, Map<Long, Set<String>> allowed);

  /** Shows that these comments were read, and answers them. */
  void answer(Map<Said, Reply> comments);

  /**
   * What is answered to a comment.
   *
   * @param done whether what it asks for was done
   * @param text in Markdown; empty where there is nothing to say
   */
  record Reply(boolean done, String text) {}

  /** Ends the check alone: there is no review. */
  Published conclude(Check check);

  /** Ends a check that runs without a result: a newer commit has come. */
  void cancel();

  /** Makes a publisher for one target. */
  interface Making {
    ReviewPublisher of(RemoteRepository repository, Target target, String project);
  }

  /**
   * How far it came.
   *
   * @param comments false where the token may not comment
   * @param check false where it may write neither check runs nor commit statuses
   */
  record Published(boolean comments, boolean check) {}
}
