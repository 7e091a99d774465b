package dev.concertina.github;

import dev.concertina.cli.ScratchCheckout;
import dev.concertina.cli.ScratchRepository;
import dev.concertina.github.Reviewer.Outcome;
import dev.concertina.github.Reviewer.Wishes;
import dev.concertina.migration.ReplayCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A pull request on the fake GitHub: a shop whose running version reads {@code audio.length}, and a
 * branch off it to which a test pushes.
 */
final class Scene implements AutoCloseable {
  static final String RENAME = "db/migration/V2__rename.sql";
  static final String INDEX = "db/migration/V3__index.sql";

  /** The first step of the rename, in place of it: nothing to be said. */
  static final String ADD =
      "SET lock_timeout = '5s';\nALTER TABLE audio ADD COLUMN length_ms integer;\n";

  static final String CREATE_INDEX =
      "SET lock_timeout = '5s';\nCREATE INDEX audio_title_idx ON audio (title);\n";

  private static final int NUMBER = 7;

  final ScratchRepository git;
  final FakeGitHub github;
  final FakeTiming timing = new FakeTiming();
  final FakePull pull;
  final String base;
  private final Path folder;
  private String project = "default";
  private String inFolder = "";
  private boolean checkout = true;
  private boolean again;
  private boolean last;
  private boolean dry;
  private TokenSource tokens = TokenSource.of(FakeGitHub.TOKEN);
  private int calls;

  Scene(Path folder) {
    this(folder, "");
  }

  Scene(Path folder, String root) {
    this.folder = folder;
    git = Template.START.copy(folder.resolve("git"));
    base = Template.START.commit;
    github = new FakeGitHub(git, root);
    github.state.permissions.put("maintainer", "write");
    pull = github.state.open(NUMBER, base, base);
  }

  /** The repository as every scene begins, made once. */
  private static final class Template {
    static final Template START = new Template();

    final Path root;
    final String commit;

    private Template() {
      try {
        Path target = Files.createDirectories(Path.of("target"));
        root = Files.createTempDirectory(target.toAbsolutePath(), "scene");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      ScratchRepository git = ScratchRepository.in(root);
      git.write(
          "db/migration/V1__start.sql",
          "CREATE TABLE audio (id bigint PRIMARY KEY, length integer NOT NULL, title text);\n");
      git.write("app/audio.py", "def all(db):\n    return db.query('SELECT length FROM audio')\n");
      commit = git.commit("Start");
      git.git("checkout", "-q", "-b", "topic");
    }

    ScratchRepository copy(Path to) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(f -> !f.toString().endsWith(".sample")).toList()) {
          Path copy = to.resolve(root.relativize(file).toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(copy);
          } else {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
          }
        }
        return ScratchRepository.existing(to);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Renames a column that the running version reads, and builds an index under a lock. */
  Scene pushHazards() {
    return push(
        RENAME, "ALTER TABLE audio RENAME COLUMN length TO length_ms;\n", INDEX, CREATE_INDEX);
  }

  /** Pushes files: paths and texts in turn, null to delete. */
  Scene push(String... pathsAndTexts) {
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      if (pathsAndTexts[i + 1] == null) {
        git.delete(pathsAndTexts[i]);
      } else {
        git.write(pathsAndTexts[i], pathsAndTexts[i + 1]);
      }
    }
    return pushed();
  }

  /** Opens another pull request, with these files beside those that were pushed before. */
  FakePull open(int number, String... pathsAndTexts) {
    String head = pull.head;
    FakePull other = github.state.open(number, base, base);
    push(pathsAndTexts);
    other.head = pull.head;
    pull.head = head;
    return other;
  }

  Scene pushed() {
    pull.head = git.commit("Change");
    return this;
  }

  Scene withoutCheckout() {
    checkout = false;
    return this;
  }

  Scene project(String name, String only) {
    project = name;
    inFolder = only;
    return this;
  }

  Scene again(boolean asked) {
    again = asked;
    return this;
  }

  Scene last() {
    last = true;
    return this;
  }

  Scene tokens(TokenSource source) {
    tokens = source;
    return this;
  }

  /** Reviews the pull request as a new process would. */
  Outcome review() {
    return run(reviewer -> reviewer.review(NUMBER));
  }

  Outcome review(Target group) {
    return run(reviewer -> reviewer.review(group));
  }

  /** Reviews and writes nothing. */
  Outcome dryReview() {
    dry = true;
    try {
      return review();
    } finally {
      dry = false;
    }
  }

  void cancel(Target replaced) {
    run(
        reviewer -> {
          reviewer.cancel(replaced);
          return null;
        });
  }

  private interface Run {
    Outcome with(Reviewer reviewer);
  }

  private Outcome run(Run run) {
    github.forget();
    Connection connection =
        new Connection(github.endpoints(), tokens, new Pace(timing, Duration.ofSeconds(90)));
    try (ScratchCheckout clone = new ScratchCheckout(git);
        RemoteRepository repository =
            new RemoteRepository(
                connection,
                "octo/shop",
                checkout ? clone : Checkout.NONE,
                new ArchiveFolder(folder.resolve("archives")))) {
      Wishes wishes =
          new Wishes(
              project,
              inFolder,
              null,
              UnaryOperator.identity(),
              null,
              LocalDate.of(2026, 3, 1),
              "1.0",
              "https://rules.example/",
              again,
              last);
      Reviewer reviewer =
          dry
              ? Reviewer.dry(repository, wishes, ReplayCache.NONE)
              : new Reviewer(repository, wishes, ReplayCache.NONE);
      Outcome outcome = run.with(reviewer);
      calls = connection.calls();
      return outcome;
    }
  }

  /** How many calls the last review took. */
  int calls() {
    return calls;
  }

  /** The last check run at the head. */
  FakeRepository.Check check() {
    return github.state.checks.stream()
        .filter(check -> check.commit.equals(pull.head))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /** What we said outside of threads. */
  List<String> summaries() {
    return pull.comments.stream()
        .filter(comment -> comment.author.equals(FakeActor.ACTIONS))
        .map(comment -> comment.body)
        .toList();
  }

  /** Threads that are neither resolved nor folded away. */
  List<FakePull.Thread> open() {
    return pull.threads.stream()
        .filter(thread -> !thread.resolved && !thread.comments.getFirst().minimized)
        .toList();
  }

  @Override
  public void close() {
    github.close();
  }
}
