package dev.concertina.github;

import dev.concertina.cli.ScratchRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The state of the one repository of the fake GitHub: a real git repository, and what is said. */
final class FakeRepository {
  final String name;
  final ScratchRepository git;
  final Map<Integer, FakePull> pulls = new HashMap<>();
  final List<Check> checks = new ArrayList<>();
  final List<Status> statuses = new ArrayList<>();
  final Map<String, String> permissions = new HashMap<>();
  private final Map<String, List<FakeDiff.File>> diffs = new HashMap<>();
  private long ids = 1000;

  FakeRepository(String name, ScratchRepository git) {
    this.name = name;
    this.git = git;
  }

  /** A check run. */
  static final class Check {
    final long id;
    final FakeActor app;
    final String name;
    final String commit;
    String external;
    String status;
    String conclusion;
    String title;
    String summary;
    final List<String> annotations = new ArrayList<>();

    Check(long id, FakeActor app, String name, String commit) {
      this.id = id;
      this.app = app;
      this.name = name;
      this.commit = commit;
    }
  }

  /** A commit status. */
  record Status(String commit, String context, String state, String description) {}

  long nextId() {
    return ++ids;
  }

  FakePull pull(int number) {
    return pulls.get(number);
  }

  Collection<FakePull> pulls() {
    return pulls.values();
  }

  FakePull open(int number, String base, String head) {
    FakePull pull = new FakePull(number, base, head);
    pulls.put(number, pull);
    return pull;
  }

  String mergeBase(FakePull pull) {
    return git.git("merge-base", pull.base, pull.head);
  }

  List<FakeDiff.File> diff(FakePull pull) {
    return diffs.computeIfAbsent(
        pull.base + pull.head, range -> FakeDiff.of(git, mergeBase(pull), pull.head));
  }

  FakePull.Comment say(FakePull pull, FakeActor author, String body) {
    FakePull.Comment comment = new FakePull.Comment(nextId(), author, body);
    pull.comments.add(comment);
    return comment;
  }

  FakePull.Comment reply(FakePull.Thread thread, FakeActor author, String body) {
    FakePull.Comment comment = new FakePull.Comment(nextId(), author, body);
    thread.comments.add(comment);
    return comment;
  }

  Optional<FakePull.Comment> comment(long id) {
    return pulls.values().stream()
        .flatMap(pull -> pull.comments.stream())
        .filter(comment -> comment.id == id)
        .findFirst();
  }

  Optional<FakePull.Thread> threadOf(long comment) {
    return threads().filter(t -> t.comments.stream().anyMatch(c -> c.id == comment)).findFirst();
  }

  Stream<FakePull.Thread> threads() {
    return pulls.values().stream().flatMap(pull -> pull.threads.stream());
  }

  Stream<FakePull.Comment> allComments() {
    return Stream.concat(
        pulls.values().stream().flatMap(pull -> pull.comments.stream()),
        threads().flatMap(thread -> thread.comments.stream()));
  }
}
