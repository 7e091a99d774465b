package dev.concertina.cli;

import dev.concertina.github.ArchiveFolder;
import dev.concertina.github.Checkout;
import dev.concertina.github.Connection;
import dev.concertina.github.Event;
import dev.concertina.github.GitHubException;
import dev.concertina.github.Pace;
import dev.concertina.github.RemoteRepository;
import dev.concertina.github.Reviewer;
import dev.concertina.github.Reviewer.Outcome;
import dev.concertina.github.Target;
import dev.concertina.github.Timing;
import dev.concertina.github.TokenSource;
import dev.concertina.review.WorkflowCommand;
import dev.concertina.rule.Severity;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * {@code concertina action}: reviews what a workflow run is about. All that it prints are commands
 * to the runner and sentences of its own, so that no foreign text can be taken for a command.
 */
final class ActionCommand implements Action {
  /** How long one request may wait for GitHub's limits. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final String RULES = "https://github.com/concertina/concertina/blob/%s/rules/";
  private static final String TITLE = "Concertina";

  @Override
  public Usage usage() {
    return new Usage(
        "action",
        "Reviews a pull request in GitHub Actions; reads GITHUB_… and INPUT_… variables.");
  }

  @Override
  public int run(Arguments given, Terminal terminal) {
    try {
      return run(new Runner(terminal.environment()), terminal);
    } catch (CommandFailure | GitHubException e) {
      return fail(e.getMessage(), e, terminal);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      String message = "unexpected: " + e + "; please report it with what a debug run shows";
      return fail(message, e, terminal);
    }
  }

  private static int fail(String message, Throwable e, Terminal terminal) {
    PrintStream out = terminal.out();
    out.println(WorkflowCommand.of(Severity.ERROR, TITLE, message));
    for (Throwable also : e.getSuppressed()) {
      if (also instanceof GitHubException) {
        out.println(WorkflowCommand.of(Severity.WARNING, TITLE, also.getMessage()));
      }
    }
    out.println(WorkflowCommand.debug(e.toString()));
    for (StackTraceElement element : e.getStackTrace()) {
      out.println(WorkflowCommand.debug("  at " + element));
    }
    out.flush();
    return ExitStatus.UNUSABLE;
  }

  private static int run(Runner runner, Terminal terminal) {
    ActionInputs inputs = ActionInputs.read(runner);
    Event event = event(runner).orElse(null);
    Pace pace = new Pace(Timing.REAL, PATIENCE);
    Connection connection =
        new Connection(runner.endpoints(), TokenSource.of(inputs.token()), pace);
    ArchiveFolder archives = new ArchiveFolder(runner.temporary().resolve("concertina-commits"));
    Optional<LocalCheckout> clone = LocalCheckout.around(runner.workspace());
    try (LocalCheckout closed = clone.orElse(null);
        RemoteRepository repository =
            new RemoteRepository(
                connection,
                runner.repository(),
                closed == null ? Checkout.NONE : closed,
                archives)) {
      Reviewer.Wishes wishes = wishes(inputs);
      Reviewer reviewer = new Reviewer(repository, wishes, ReplayFolder.of(terminal.environment()));
      List<Outcome> outcomes =
          switch (event) {
            case null -> List.of();
            case Event.OfPullRequest pull -> List.of(reviewer.review(pull.number()));
            case Event.OfComment comment when comment.makesWork() ->
                List.of(reviewer.review(comment.number()));
            case Event.OfMergeGroup group -> List.of(reviewer.review(group.target()));
            case Event.OfBranch branch when branch.makesWork() ->
                List.of(reviewer.review(target(branch, runner, repository)));
            case Event.OfWorkflowRun other when other.makesWork() ->
                repository.pullRequestsFrom(other.from(), other.branch(), other.head()).stream()
                    .map(reviewer::review)
                    .toList();
            default -> List.of();
          };
      if (outcomes.isEmpty()) {
        say(terminal, "Nothing to check: this event brings no change.");
        return ExitStatus.PASSED;
      }
      say(terminal, connection.calls() + " calls to GitHub.");
      ActionResult result = new ActionResult(runner, inputs, terminal.out());
      return outcomes.stream().mapToInt(result::of).max().orElseThrow();
    }
  }

  private static void say(Terminal terminal, String line) {
    terminal.out().println(line);
  }

  /** What happened; empty for a comment on an issue, which is no pull request. */
  private static Optional<Event> event(Runner runner) {
    String name = runner.eventName();
    try {
      Optional<Event> event = Event.read(name, runner.event());
      if (event.isEmpty() && !name.equals("issue_comment")) {
        throw new CommandFailure(
            "expected one of the events pull_request, pull_request_target, merge_group,"
                + " push, workflow_dispatch, workflow_run, issue_comment; found "
                + name);
      }
      return event;
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  /** What a branch has beside what it had before, or beside the default branch. */
  private static Target target(Event.OfBranch branch, Runner runner, RemoteRepository repository) {
    String head = branch.head() == null ? runner.commit() : branch.head();
    if (branch.before() != null) {
      return Target.ofBranch(branch.repository(), branch.name(), branch.before(), head);
    }
    String main = branch.defaultBranch();
    return Target.ofBranch(branch.repository(), main, repository.tip(main, head), head);
  }

  private static Reviewer.Wishes wishes(ActionInputs inputs) {
    return new Reviewer.Wishes(
        inputs.project(),
        inputs.folder(),
        inputs.configuration(),
        inputs::over,
        inputs.engine(),
        LocalDate.now(ZoneOffset.UTC),
        Main.version(),
        rules(),
        false,
        true);
  }

  /** Where the pages of this version's rules are. */
  static String rules() {
    String version = Main.version();
    boolean released = !version.equals("0") && !version.endsWith("-SNAPSHOT");
    return String.format(RULES, released ? "v" + version : "main");
  }
}
