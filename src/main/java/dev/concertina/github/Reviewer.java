package dev.concertina.github;

import dev.concertina.check.Checker;
import dev.concertina.check.Intake;
import dev.concertina.check.RangeFiles;
import dev.concertina.check.Report;
import dev.concertina.check.RepositoryConfiguration;
import dev.concertina.check.Settings;
import dev.concertina.check.SettingsException;
import dev.concertina.github.ReviewPublisher.Published;
import dev.concertina.github.ReviewPublisher.Reply;
import dev.concertina.migration.Engine;
import dev.concertina.migration.ReplayCache;
import dev.concertina.migration.Tree;
import dev.concertina.review.Diff;
import dev.concertina.review.Links;
import dev.concertina.review.Options;
import dev.concertina.review.ReplyWriter;
import dev.concertina.review.Review;
import dev.concertina.review.ReviewWriter;
import dev.concertina.schema.Span;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One review, from reading the pull request to what stands in it: the Action and the service. */
public final class Reviewer {
  private static final String STAYS = "the check run stays in progress until the next run: ";

  private final RemoteRepository repository;
  private final Wishes wishes;
  private final ReplayCache cache;
  private final ReviewPublisher.Making making;

  public Reviewer(RemoteRepository repository, Wishes wishes, ReplayCache cache) {
    this(repository, wishes, cache, GitHubPublisher::new);
  }

  Reviewer(
      RemoteRepository repository,
      Wishes wishes,
      ReplayCache cache,
      ReviewPublisher.Making making) {
    this.repository = repository;
    this.wishes = wishes;
    this.cache = cache;
    this.making = making;
  }

  /**
   * What the front end decides, beside the repository's own configuration.
   *
   * @param project the name that tells two reviews of one pull request apart
   * @param folder the only one that is looked at, ending in a slash; empty for all of them
   * @param configuration where the configuration is in the repository, or null for its usual place
   * @param settings what beats the configuration
   * @param engine the database that the front end names, or null
   * @param today for suppressions that expire
   * @param version of Concertina
   * @param rules what links to the rules' pages begin with, or null
   * @param again whether somebody asked for another run of what has ended
   * @param last whether nobody comes back when GitHub's limits are over: the check then ends at
   *     once
   */
  public record Wishes(
      String project,
      String folder,
      String configuration,
      UnaryOperator<Settings> settings,
      Engine engine,
      LocalDate today,
      String version,
      String rules,
      boolean again,
      boolean last) {}

  /**
   * What came out.
   *
   * @param report null where the configuration can't be read
   * @param settings by which it was checked
   * @param problem why there is no report, or null
   * @param summary in Markdown, without hidden lines
   * @param comments whether the token may comment
   * @param check whether the check run, or a status instead, could be written
   */
  public record Outcome(
      Report report,
      Settings settings,
      String problem,
      String summary,
      boolean comments,
      boolean check) {}

  /** Reviews a pull request as it is now. */
  public Outcome review(int number) {
    return review(repository.pullRequest(number));
  }

  /** The same for one that was read a moment ago. */
  public Outcome review(PullRequest pull) {
    return review(Target.of(pull), () -> diff(pull));
  }

  /** Checks a merge group: it gets a check run and no comments. */
  public Outcome review(Target group) {
    return review(group, () -> Diff.NONE);
  }

  /** The same as {@link #Reviewer} with nothing written anywhere. */
  public static Reviewer dry(RemoteRepository repository, Wishes wishes, ReplayCache cache) {
    return new Reviewer(repository, wishes, cache, DryRun::new);
  }

  /** Ends the check of a commit that a newer one has replaced, if it still runs. */
  public void cancel(Target replaced) {
    making.of(repository, replaced, wishes.project()).cancel();
  }

  private Diff diff(PullRequest pull) {
    Map<String, Diff.Lines> files = new HashMap<>();
    repository.files(pull).forEach(f -> files.put(f.path(), Diff.Lines.of(f.patch())));
    return new Diff(files);
  }

  /** Asks for the diff when it is needed. */
  private interface Showing {
    Diff diff();
  }

  private Outcome review(Target target, Showing showing) {
    ReviewPublisher publisher = making.of(repository, target, wishes.project());
    Conversation conversation = publisher.begin(wishes.again());
    try {
      return review(target, showing, publisher, conversation);
    } catch (RateLimitedException e) {
      if (wishes.last()) {
        repository.connection().transport().pace().insist();
        giveUp(publisher, e);
      }
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      giveUp(publisher, e);
      throw e;
    }
  }

  private void giveUp(ReviewPublisher publisher, Throwable reason) {
    String message = reason.getMessage() == null ? reason.toString() : reason.getMessage();
    try {
      publisher.conclude(writer(Settings.DEFAULT, Links.NONE).unusable(message));
    } catch (GitHubException e) {
      reason.addSuppressed(new GitHubException(e.status(), STAYS + e.getMessage(), e));
    }
  }

  private Outcome review(
      Target target, Showing showing, ReviewPublisher publisher, Conversation conversation) {
    Tree tip = repository.tree(target.base());
    RepositoryConfiguration configuration;
    try {
      configuration = RepositoryConfiguration.read(tip, wishes.configuration(), wishes.today());
    } catch (SettingsException e) {
      Review.Check check = writer(Settings.DEFAULT, Links.NONE).unusable(e.getMessage());
      Published published = publisher.conclude(check);
      return new Outcome(
          null,
          Settings.DEFAULT,
          e.getMessage(),
          check.summary(),
          published.comments(),
          published.check());
    }
    Settings settings = wishes.settings().apply(configuration.settings());
    RepositoryConfiguration whole = configuration.with(settings);
    String mergeBase = repository.mergeBase(target.base(), target.head());
    Markers markers = new Markers(wishes.project());
    Decisions decisions =
        Decisions.read(
            conversation,
            Reconciliation.state(conversation, markers),
            id -> whole.book().rule(id).isPresent(),
            repository::mayWrite);
    Report report = check(target, mergeBase, tip, whole, decisions);
    Review review = writer(settings, links(mergeBase, target.head())).write(report, showing.diff());
    Published published = publisher.publish(review, decisions.coverage(report));
    if (review.sticky() != Review.Sticky.NEVER) {
      ReplyWriter replies = new ReplyWriter(whole.book(), report, links(mergeBase, target.head()));
      publisher.answer(replies(decisions, replies));
    }
    return new Outcome(
        report, settings, null, review.check().summary(), published.comments(), published.check());
  }

  private static Map<Said, Reply> replies(Decisions decisions, ReplyWriter writer) {
    Map<Said, Reply> replies = new LinkedHashMap<>();
    decisions
        .fresh()
        .forEach(
            (said, fresh) -> {
              boolean done = fresh.wrong().isEmpty();
              String text =
                  fresh.asks().stream()
                      .map(ask -> writer.write(ask.verb(), ask.argument()))
                      .filter(part -> !part.isEmpty())
                      .collect(Collectors.joining("\n"));
              replies.put(said, new Reply(done, done ? text : fresh.wrong()));
            });
    return replies;
  }

  private Report check(
      Target target,
      String mergeBase,
      Tree tip,
      RepositoryConfiguration configuration,
      Decisions decisions) {
    Tree base = repository.tree(mergeBase);
    Tree head = repository.tree(target.head());
    Predicate<String> selected = path -> path.startsWith(wishes.folder());
    RangeFiles range = RangeFiles.between(base, head, selected);
    Intake intake =
        new Intake(
            base,
            tip,
            head,
            configuration.layout(wishes.engine(), Set.of()),
            cache,
            wishes.today(),
            target.baseBranch() + " at " + mergeBase.substring(0, 7),
            target.head().substring(0, 7));
    Intake.Taken taken = intake.change(range.files(), range.unread());
    Report report =
        new Checker(configuration.book(), configuration.settings())
            .check(taken.request(), decisions.acceptances())
            .withProblems(configuration.problems());
    return repository
        .trouble()
        .map(reason -> new Report.Unread("(the source)", Span.FILE, reason))
        .map(report::withUnread)
        .orElse(report);
  }

  private ReviewWriter writer(Settings settings, Links links) {
    Options options =
        Options.PLAIN.withProject(wishes.project()).withVersion(wishes.version()).withLinks(links);
    return new ReviewWriter(options, settings);
  }

  private Links links(String base, String head) {
    String web = repository.connection().endpoints().web();
    String blob = web == null ? null : web + "/" + repository.name() + "/blob/";
    return new Links(
        blob == null ? null : blob + head + "/",
        blob == null ? null : blob + base + "/",
        wishes.rules());
  }
}
