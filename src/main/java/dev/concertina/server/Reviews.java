package dev.concertina.server;

import dev.concertina.check.Settings;
import dev.concertina.github.ArchiveFolder;
import dev.concertina.github.Checkout;
import dev.concertina.github.GitHubException;
import dev.concertina.github.PullRequest;
import dev.concertina.github.RemoteRepository;
import dev.concertina.github.Reviewer;
import dev.concertina.github.Reviewer.Outcome;
import dev.concertina.github.Target;
import dev.concertina.migration.ReplayCache;
import dev.concertina.review.CommentWriter;
import dev.concertina.server.Ledger.Done;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Carries out what waits: one review at a time for each pull request, of its newest head. */
final class Reviews implements Queue.Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Reviews.class);

  private final Ledger ledger;
  private final Gate gate;
  private final ArchiveFolder archives;
  private final ReplayCache replays;
  private final Retry retry;
  private final Metrics metrics;
  private final Clock clock;
  private final About about;

  /**
   * What reviews say of the program.
   *
   * @param rules what links to the pages of rules begin with
   */
  record About(String version, String rules) {}

  Reviews(
      Ledger ledger,
      Gate gate,
      ArchiveFolder archives,
      ReplayCache replays,
      Retry retry,
      Metrics metrics,
      Clock clock,
      About about) {
    this.ledger = ledger;
    this.gate = gate;
    this.archives = archives;
    this.replays = replays;
    this.retry = retry;
    this.metrics = metrics;
    this.clock = clock;
    this.about = about;
  }

  @Override
  public List<Wish> run(Work work) {
    MDC.put("delivery", work.delivery());
    MDC.put("review", work.id());
    Wish wish = work.wish();
    try (RemoteRepository repository =
        new RemoteRepository(
            gate.connection(wish.installation()), wish.repository(), Checkout.NONE, archives)) {
      if (wish.commit() != null) {
        List<Wish> pulls = pullsOf(wish, repository);
        ledger.passOn(work, pulls);
        return pulls;
      }
      Done done = review(work, repository);
      ledger.done(work, done);
      if (done != null) {
        metrics.reviewed(done);
        LOG.info("reviewed {}: {}", done.head(), done.verdict());
      }
      return List.of();
    } finally {
      MDC.clear();
    }
  }

  /** GitHub does not always tell to which pull request the commit of a fork belongs. */
  private List<Wish> pullsOf(Wish wish, RemoteRepository repository) {
    Set<Integer> numbers = new TreeSet<>(ledger.reviewedAt(wish.repository(), wish.commit()));
    numbers.addAll(repository.pullRequestsOf(wish.commit()));
    return numbers.stream().map(wish::ofPull).toList();
  }

  private Done review(Work work, RemoteRepository repository) {
    Instant start = clock.instant();
    Wish wish = work.wish();
    Reviewer reviewer = new Reviewer(repository, wishes(wish.again()), replays);
    if (wish.group() != null) {
      ledger.begin(work, wish.group().head());
      return done(0, wish.group().head(), reviewer.review(wish.group()), start);
    }
    return pull(work, repository.pullRequest(wish.number()), reviewer, start);
  }

  private Done pull(Work work, PullRequest pull, Reviewer reviewer, Instant start) {
    if (!pull.open()) {
      return null;
    }
    String begun = work.begun();
    if (begun != null && !begun.equals(pull.head())) {
      // Its review was cut off, and a newer commit has come since.
      Target replaced = Target.ofBranch(pull.repository(), pull.baseBranch(), pull.base(), begun);
      reviewer.cancel(replaced);
    }
    ledger.begin(work, pull.head());
    return done(pull.number(), pull.head(), reviewer.review(pull), start);
  }

  private Done done(int number, String head, Outcome outcome, Instant start) {
    Duration time = Duration.between(start, clock.instant());
    String verdict =
        outcome.report() == null
            ? "unusable"
            : outcome.report().verdict().name().toLowerCase(Locale.ROOT);
    if (outcome.report() != null) {
      metrics.found(outcome.report());
    }
    return new Done(number, head, verdict, time);
  }

  private Reviewer.Wishes wishes(boolean again) {
    UnaryOperator<Settings> asConfigured = UnaryOperator.identity();
    return new Reviewer.Wishes(
        CommentWriter.DEFAULT_PROJECT,
        "",
        null,
        asConfigured,
        null,
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
        about.version(),
        about.rules(),
        again,
        false);
  }

  @Override
  public Optional<Instant> failed(Work work, Throwable reason) {
    Optional<Instant> next = retry.after(reason, work.attempts() + 1);
    String problem = reason.getMessage() == null ? reason.toString() : reason.getMessage();
    MDC.put("delivery", work.delivery());
    MDC.put("review", work.id());
    try {
      if (Retry.isInnocent(reason)) {
        ledger.delayed(work, problem);
        LOG.info("waits until {}: {}", next.orElse(null), problem);
      } else {
        ledger.failed(work, problem, next.isEmpty());
        metrics.failed(next.isEmpty());
        LOG.warn(
            "failed, {}: {}",
            next.map(time -> "tried again at " + time).orElse("parked"),
            problem,
            isExpected(reason) ? null : reason);
      }
    } finally {
      MDC.clear();
    }
    return next;
  }

  private static boolean isExpected(Throwable reason) {
    return reason instanceof GitHubException || reason instanceof StoreException;
  }
}
