package dev.concertina.github;

import dev.concertina.github.Conversation.CheckRun;
import dev.concertina.github.Conversation.Status;
import dev.concertina.review.Review.Annotation;
import dev.concertina.review.Review.Check;
import dev.concertina.review.Review.Conclusion;
import dev.concertina.rule.Severity;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.kohsuke.github.GHCheckRun;
import org.kohsuke.github.GHCheckRun.AnnotationLevel;
import org.kohsuke.github.GHCheckRunBuilder;
import org.kohsuke.github.GHCheckRunBuilder.Output;
import org.kohsuke.github.GHCommitState;

/**
 * The check run at one commit; a commit status of the same name where the token may not write check
 * runs; nothing where it may write neither.
 */
final class CheckPublisher {
  private static final int LONGEST_DESCRIPTION = 140;

  private final RemoteRepository repository;
  private final String name;
  private final String commit;
  private CheckName ids;
  private Optional<Long> open = Optional.empty();
  private Optional<String> concluded = Optional.empty();
  private Optional<Status> status = Optional.empty();
  private Kind kind = Kind.RUN;

  /** What the token may write. */
  private enum Kind {
    RUN,
    STATUS,
    NOTHING
  }

  CheckPublisher(RemoteRepository repository, String project, String commit) {
    this.repository = repository;
    this.name = CheckName.of(project);
    this.commit = commit;
  }

  /** Takes note of what is there. */
  void know(Conversation conversation, String project) {
    ids = new CheckName(project, conversation.viewer());
    open = Optional.empty();
    concluded = Optional.empty();
    status = conversation.status();
    for (CheckRun run : conversation.checks()) {
      if (ids.isOurs(run)) {
        open = run.completed() ? Optional.empty() : Optional.of(run.id());
        concluded = run.completed() ? Optional.of(run.external()) : Optional.empty();
      }
    }
    if (status.isPresent() && open.isEmpty() && concluded.isEmpty()) {
      kind = Kind.STATUS;
    }
  }

  /**
   * Says that the check runs, unless it has ended at this commit already.
   *
   * @param again whether somebody asked for another one
   */
  void begin(boolean again) {
    boolean there = concluded.isPresent() || kind == Kind.STATUS && status.isPresent();
    if (open.isPresent() || there && !again) {
      return;
    }
    write(
        () ->
            open =
                Optional.of(
                    created(
                        repository
                            .known()
                            .createCheckRun(name, commit)
                            .withStatus(GHCheckRun.Status.IN_PROGRESS)
                            .withExternalID(ids.opened()))),
        () -> state(GHCommitState.PENDING, "The migrations are being checked"));
  }

  private static long created(GHCheckRunBuilder builder) throws IOException {
    return builder.create().getId();
  }

  /** Ends the check so, unless it has ended so already. */
  void conclude(Check check) {
    String id = ids.concluded(check);
    if (open.isEmpty() && concluded.equals(Optional.of(id))) {
      return;
    }
    write(() -> end(check, id), () -> describe(check));
  }

  /** Another commit has come: this one's check will not be finished. */
  void cancel() {
    if (open.isPresent()) {
      write(
          () ->
              repository
                  .known()
                  .updateCheckRun(open.get())
                  .withStatus(GHCheckRun.Status.COMPLETED)
                  .withConclusion(GHCheckRun.Conclusion.CANCELLED)
                  .create(),
          () -> {});
    }
  }

  private void end(Check check, String id) throws IOException {
    GHCheckRunBuilder builder =
        open.isPresent()
            ? repository.known().updateCheckRun(open.get())
            : repository.known().createCheckRun(name, commit);
    Output output = new Output(check.title(), check.summary());
    check.annotations().forEach(annotation -> output.add(annotation(annotation)));
    builder
        .withStatus(GHCheckRun.Status.COMPLETED)
        .withConclusion(GHCheckRun.Conclusion.valueOf(check.conclusion().name()))
        .withExternalID(id)
        .add(output)
        .create();
    open = Optional.empty();
    concluded = Optional.of(id);
  }

  private static GHCheckRunBuilder.Annotation annotation(Annotation annotation) {
    var result =
        new GHCheckRunBuilder.Annotation(
            annotation.file(),
            annotation.startLine(),
            annotation.endLine(),
            level(annotation.severity()),
            annotation.message());
    if (annotation.startColumn() > 0) {
      result.withStartColumn(annotation.startColumn()).withEndColumn(annotation.endColumn());
    }
    return result.withTitle(annotation.title());
  }

  private static AnnotationLevel level(Severity severity) {
    return switch (severity) {
      case ERROR -> AnnotationLevel.FAILURE;
      case WARNING -> AnnotationLevel.WARNING;
      case INFO -> AnnotationLevel.NOTICE;
    };
  }

  private void describe(Check check) throws IOException {
    GHCommitState state =
        check.conclusion() == Conclusion.FAILURE ? GHCommitState.FAILURE : GHCommitState.SUCCESS;
    state(state, check.title());
  }

  private void state(GHCommitState state, String description) throws IOException {
    String brief =
        description.length() > LONGEST_DESCRIPTION
            ? description.substring(0, LONGEST_DESCRIPTION - 1) + "…"
            : description;
    Status now = new Status(state.name().toLowerCase(Locale.ROOT), brief);
    if (!status.equals(Optional.of(now))) {
      repository.known().createCommitStatus(commit, state, null, brief, name);
      status = Optional.of(now);
    }
  }

  /** Writes something with the library. */
  private interface Writing {
    void write() throws IOException;
  }

  private void write(Writing run, Writing instead) {
    if (kind == Kind.RUN && !tried(run)) {
      kind = Kind.STATUS;
    }
    if (kind == Kind.STATUS && !tried(instead)) {
      kind = Kind.NOTHING;
    }
  }

  /** Whether the token may do it. */
  private boolean tried(Writing writing) {
    try {
      repository
          .connection()
          .ask(
              "the check of " + commit,
              library -> {
                writing.write();
                return true;
              });
      return true;
    } catch (RateLimitedException e) {
      throw e;
    } catch (GitHubException e) {
      if (e.isForbidden()) {
        return false;
      }
      throw e;
    }
  }

  /** Whether it stands anywhere. */
  boolean isWritten() {
    return kind != Kind.NOTHING;
  }
}
