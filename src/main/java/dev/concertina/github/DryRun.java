package dev.concertina.github;

import dev.concertina.review.Review;
import dev.concertina.review.Review.Check;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what would be written, and writes nothing. */
final class DryRun implements ReviewPublisher {
  private final ConversationReader reader;
  private final Target target;
  private final String project;
  private Conversation conversation;
  private Difference difference;

  DryRun(RemoteRepository repository, Target target, String project) {
    this.reader = new ConversationReader(new GraphQl(repository.connection()));
    this.target = target;
    this.project = project;
  }

  /** What would be written; empty before there was a review. */
  Optional<Difference> difference() {
    return Optional.ofNullable(difference);
  }

  @Override
  public Conversation begin(boolean again) {
    conversation = reader.read(target, CheckName.of(project));
    return conversation;
  }

  @Override
  public Published publish(Review review, Map<Long, Set<String>> allowed) {
    Markers markers = new Markers(project);
    difference = new Reconciliation(conversation, review, markers).difference(allowed);
    return new Published(false, false);
  }

  @Override
  public void answer(Map<Said, Reply> comments) {
    // Nobody is told.
  }

  @Override
  public Published conclude(Check check) {
    return new Published(false, false);
  }

  @Override
  public void cancel() {
    // Nothing was begun.
  }
}
