package dev.concertina.github;

import dev.concertina.cli.ScratchRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A fake GitHub with any number of open pull requests, each with one migration of its own. */
final class Crowd implements AutoCloseable {
  private static final String[] HAZARDS = {
    "ALTER TABLE audio RENAME COLUMN length TO length_%d;\n",
    "SET lock_timeout = '5s';\nCREATE INDEX audio_title_%d ON audio (title);\n"
  };

  final FakeGitHub github;
  private final ScratchRepository git;
  private final String base;
  private int commits;

  Crowd(Path folder) throws IOException {
    git = ScratchRepository.in(Files.createDirectories(folder));
    git.write(
        "db/migration/V1__start.sql",
        "CREATE TABLE audio (id bigint PRIMARY KEY, length integer NOT NULL, title text);\n");
    git.write("app/audio.py", "def all(db):\n    return db.query('SELECT length FROM audio')\n");
    base = git.commit("Start");
    github = new FakeGitHub(git, "");
  }

  /** Pushes to pull requests, which are opened where they are not there yet. */
  void push(List<Integer> numbers) throws IOException {
    StringBuilder stream = new StringBuilder();
    for (int number : numbers) {
      commits++;
      String text = HAZARDS[commits % HAZARDS.length].formatted(commits);
      stream.append("commit refs/heads/pull-").append(number);
      stream.append("\ncommitter Test <test@example.org> ").append(1_770_000_000L + commits);
      stream.append(" +0000\ndata 6\nChange\nfrom ").append(base);
      stream.append("\nM 100644 inline db/migration/V2__change.sql\ndata ").append(text.length());
      stream.append('\n').append(text).append('\n');
    }
    Path input = Files.writeString(git.root().resolve(".git/import"), stream);
    Process process =
        new ProcessBuilder("git", "fast-import", "--quiet", "--force")
            .directory(git.root().toFile())
            .redirectInput(input.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!said.isBlank()) {
      throw new IOException("git fast-import: " + said);
    }
    Map<String, String> heads = new HashMap<>();
    git.git("for-each-ref", "--format=%(refname:short) %(objectname)", "refs/heads/")
        .lines()
        .map(line -> line.split(" "))
        .forEach(line -> heads.put(line[0], line[1]));
    synchronized (github) {
      for (int number : numbers) {
        String head = heads.get("pull-" + number);
        FakePull pull = github.state.pull(number);
        if (pull == null) {
          pull = github.state.open(number, base, head);
          pull.branch = "pull-" + number;
        }
        pull.head = head;
      }
    }
  }

  /** What is not as it has to be when everything has settled. */
  List<String> wrong() {
    List<String> wrong = new ArrayList<>();
    synchronized (github) {
      for (FakePull pull : github.state.pulls()) {
        String where = "#" + pull.number + " at " + pull.head.substring(0, 7) + ": ";
        long summaries =
            pull.comments.stream().filter(said -> said.author.equals(FakeApp.BOT)).count();
        if (summaries != 1) {
          wrong.add(where + summaries + " summaries");
        }
        List<FakeRepository.Check> checks =
            github.state.checks.stream().filter(c -> c.commit.equals(pull.head)).toList();
        if (checks.size() != 1 || !"completed".equals(checks.getFirst().status)) {
          wrong.add(where + checks.stream().map(check -> check.status).toList() + " check runs");
        }
        long open =
            pull.threads.stream()
                .filter(thread -> !thread.resolved && !thread.comments.getFirst().minimized)
                .count();
        if (open != 1) {
          wrong.add(where + open + " open threads where there is one finding");
        }
      }
    }
    return wrong;
  }

  /** Whether there is a pull request whose newest commit has no check run. */
  boolean isBehind() {
    synchronized (github) {
      return github.state.pulls().stream()
          .anyMatch(
              pull -> github.state.checks.stream().noneMatch(c -> c.commit.equals(pull.head)));
    }
  }

  /** Checks of replaced commits that nobody has ended. */
  List<String> unfinished() {
    synchronized (github) {
      return github.state.checks.stream()
          .filter(check -> !"completed".equals(check.status))
          .map(check -> check.commit)
          .toList();
    }
  }

  @Override
  public void close() {
    github.close();
  }
}
