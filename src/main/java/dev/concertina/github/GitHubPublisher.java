package dev.concertina.github;

import dev.concertina.review.Review;
import dev.concertina.review.Review.Check;
import dev.concertina.review.Review.Comment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Publishes in a pull request by reconciliation: reads what is there, writes what is missing. After
 * a write that may or may not have been carried out it reads again, so that nothing is said twice.
 */
final class GitHubPublisher implements ReviewPublisher {
  private static final int MOST_ROUNDS = 3;

  private final Target target;
  private final String project;
  private final ConversationReader reader;
  private final CheckPublisher check;
  private final CommentPublisher comments;
  private Conversation conversation;
  private boolean mayComment = true;

  GitHubPublisher(RemoteRepository repository, Target target, String project) {
    this.target = target;
    this.project = project;
    this.reader = new ConversationReader(new GraphQl(repository.connection()));
    this.check = new CheckPublisher(repository, project, target.head());
    this.comments = new CommentPublisher(repository.connection(), target);
  }

  @Override
  public Conversation begin(boolean again) {
    read();
    return certainly(
        () -> {
          check.begin(again);
          return conversation;
        });
  }

  private void read() {
    conversation = reader.read(target, CheckName.of(project));
    check.know(conversation, project);
  }

  /** Looks again after a write whose outcome is not known. */
  private <T> T certainly(Supplier<T> writing) {
    for (int round = 1; ; round++) {
      try {
        return writing.get();
      } catch (UncertainException e) {
        if (round == MOST_ROUNDS) {
          throw e;
        }
        read();
      }
    }
  }

  @Override
  public Published publish(Review review, Map<Long, Set<String>> allowed) {
    return certainly(() -> write(review, allowed));
  }

  private Published write(Review review, Map<Long, Set<String>> allowed) {
    Markers markers = new Markers(project);
    Difference difference = new Reconciliation(conversation, review, markers).difference(allowed);
    List<Comment> nowhere = difference.post();
    if (target.takesComments() && !difference.isEmpty()) {
      nowhere = ifAllowed(d -> comments.post(d.post()), difference, nowhere);
      ifAllowed(this::adjust, difference, null);
    }
    Check whole = Reconciliation.check(difference.check(), nowhere);
    check.conclude(whole);
    return new Published(mayComment, check.isWritten());
  }

  private Void adjust(Difference difference) {
    comments.edit(difference.edits());
    comments.reopen(difference.reopen());
    comments.settle(difference.settle());
    difference.summary().ifPresent(comments::summarise);
    comments.delete(difference.surplus());
    return null;
  }

  private <T> T ifAllowed(Function<Difference, T> writing, Difference difference, T otherwise) {
    try {
      return mayComment ? writing.apply(difference) : otherwise;
    } catch (RateLimitedException e) {
      throw e;
    } catch (GitHubException e) {
      if (!e.isForbidden()) {
        throw e;
      }
      mayComment = false;
      return otherwise;
    }
  }

  @Override
  public void answer(Map<Said, Reply> read) {
    for (Map.Entry<Said, Reply> entry : read.entrySet()) {
      Reply reply = entry.getValue();
      ifAllowed(
          d -> {
            // The reaction is what says that it was answered, so it comes first: nothing twice.
            comments.react(entry.getKey(), reply.done() ? "+1" : "confused");
            if (!reply.text().isEmpty()) {
              comments.reply(entry.getKey(), reply.text());
            }
            return null;
          },
          null,
          null);
    }
  }

  @Override
  public Published conclude(Check whole) {
    return certainly(
        () -> {
          check.conclude(whole);
          return new Published(mayComment, check.isWritten());
        });
  }

  @Override
  public void cancel() {
    read();
    check.cancel();
  }
}
