package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.concertina.cli.ScratchRepository;
import dev.concertina.migration.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteRepositoryTest {
  @TempDir Path folder;
  private ScratchRepository git;
  private FakeGitHub github;
  private String base;

  @BeforeEach
  void start() throws IOException {
    git = ScratchRepository.in(Files.createDirectory(folder.resolve("git")));
    git.write("db/migration/V1__start.sql", "CREATE TABLE a (id int);\n");
    git.write("app/a.py", "SELECT id FROM audio\n").write("app/b.py", "nothing\n");
    base = git.commit("Start");
    git.git("checkout", "-q", "-b", "topic");
    github = new FakeGitHub(git);
  }

  @AfterEach
  void stop() {
    github.close();
  }

  private RemoteRepository repository(Checkout checkout) {
    Connection connection =
        new Connection(
            github.endpoints(),
            TokenSource.of(FakeGitHub.TOKEN),
            new Pace(Timing.REAL, Duration.ofSeconds(1)));
    return new RemoteRepository(
        connection, "octo/shop", checkout, new ArchiveFolder(folder.resolve("archives")));
  }

  @Test
  void reads_a_pull_request_in_three_calls() {
    git.move("app/b.py", "app/c.py").write("db/migration/V2__b.sql", "DROP TABLE a;\n");
    FakePull pull = github.state.open(7, base, git.commit("Change"));
    pull.draft = true;
    pull.labels.add("database");
    try (RemoteRepository repository = repository(Checkout.NONE)) {
      PullRequest read = repository.pullRequest(7);
      assertThat(read.head()).isEqualTo(pull.head);
      assertThat(read.base()).isEqualTo(base);
      assertThat(read.draft()).isTrue();
      assertThat(read.fork()).isFalse();
      assertThat(read.labels()).containsExactly("database");
      assertThat(repository.files(read))
          .extracting(PatchedFile::path, PatchedFile::previousPath, PatchedFile::status)
          .containsExactly(
              tuple("app/c.py", "app/b.py", "renamed"),
              tuple("db/migration/V2__b.sql", null, "added"));
    }
    assertThat(github.calls())
        .containsExactly(
            "GET /repos/octo/shop",
            "GET /repos/octo/shop/pulls/7",
            "GET /repos/octo/shop/pulls/7/files");
  }

  @Test
  void turns_the_pages() {
    for (int i = 0; i < 230; i++) {
      git.write("many/f" + i + ".txt", i + "\n");
    }
    github.state.open(7, base, git.commit("Many"));
    try (RemoteRepository repository = repository(Checkout.NONE)) {
      assertThat(repository.files(repository.pullRequest(7))).hasSize(230);
    }
  }

  @Test
  void does_without_patches_where_the_difference_is_too_large() {
    github.state.open(7, base, git.commit("Nothing"));
    github.fail("GET .*/files", 406, "The diff exceeded the limit", Map.of(), false);
    try (RemoteRepository repository = repository(Checkout.NONE)) {
      assertThat(repository.files(repository.pullRequest(7))).isEmpty();
    }
  }

  @Test
  void finds_the_merge_base() {
    git.write("x.txt", "x");
    String head = git.commit("Change");
    git.git("checkout", "-q", "main");
    git.write("y.txt", "y");
    String tip = git.commit("Move on");
    try (RemoteRepository repository = repository(Checkout.NONE)) {
      assertThat(repository.mergeBase(tip, head)).isEqualTo(base);
    }
    assertThat(github.calls()).hasSize(1);
  }

  @Test
  void reads_a_few_files_one_by_one_and_many_as_an_archive() {
    for (int i = 0; i < 60; i++) {
      git.write("app/f" + i + ".py", "x = " + i + "\n");
    }
    String commit = git.commit("Many");
    try (RemoteRepository repository = repository(Checkout.NONE)) {
      Tree tree = repository.tree(commit);
      assertThat(tree.files()).hasSize(63);
      for (String path : tree.files().keySet()) {
        assertThat(tree.read(path)).as(path).isPresent();
      }
      assertThat(new String(tree.read("app/f7.py").orElseThrow(), StandardCharsets.UTF_8))
          .isEqualTo("x = 7\n");
      assertThat(tree.containing(List.of("AUDIO"))).containsExactly("app/a.py");
      // A second tree shares what the first has.
      assertThat(repository.tree(base).read("app/a.py")).isPresent();
    }
    assertThat(github.calls().stream().filter(call -> call.contains("/git/blobs/"))).hasSize(20);
    assertThat(github.calls().stream().filter(call -> call.equals("GET codeload"))).hasSize(1);
    int before = github.calls().size();
    try (RemoteRepository repository = repository(Checkout.NONE)) {
      assertThat(repository.tree(commit).containing(List.of("audio"))).containsExactly("app/a.py");
    }
    assertThat(github.calls().size() - before)
        .as("repository, tree; the archive is kept")
        .isEqualTo(2);
  }

  @Test
  void does_not_follow_links_and_believes_no_archive() throws IOException {
    Files.createSymbolicLink(git.root().resolve("link.sql"), Path.of("app/a.py"));
    git.write(".gitattributes", "hidden.sql export-ignore\nchanged.sql export-subst\n");
    git.write("hidden.sql", "DROP TABLE a;\n").write("changed.sql", "-- $Format:%H$\n");
    for (int i = 0; i < 30; i++) {
      git.write("f" + i + ".py", "x = " + i + "\n");
    }
    String commit = git.commit("Tricks");
    try (RemoteRepository repository = repository(Checkout.NONE)) {
      Tree tree = repository.tree(commit);
      assertThat(tree.containing(List.of("drop"))).contains("hidden.sql");
      assertThat(tree.files()).doesNotContainKey("link.sql");
      assertThat(tree.passedOver()).containsKey("link.sql");
      assertThat(tree.read("link.sql")).isEmpty();
      assertThat(new String(tree.read("hidden.sql").orElseThrow(), StandardCharsets.UTF_8))
          .isEqualTo("DROP TABLE a;\n");
      assertThat(new String(tree.read("changed.sql").orElseThrow(), StandardCharsets.UTF_8))
          .isEqualTo("-- $Format:%H$\n");
    }
  }

  @Test
  void lists_folder_by_folder_what_is_too_large_to_list_at_once() {
    github.deny("large trees");
    String commit = git.commit("Nothing");
    try (RemoteRepository repository = repository(Checkout.NONE)) {
      Tree tree = repository.tree(commit);
      assertThat(tree.files().keySet())
          .containsExactly("app/a.py", "app/b.py", "db/migration/V1__start.sql");
    }
  }

  @Test
  void asks_the_checkout_first() {
    Tree local = new ApiTree(base, commit -> List.of(), null);
    Checkout checkout =
        new Checkout() {
          @Override
          public Optional<Tree> tree(String commit) {
            return Optional.of(local);
          }

          @Override
          public Optional<String> mergeBase(String one, String other) {
            return Optional.of(base);
          }
        };
    try (RemoteRepository repository = repository(checkout)) {
      assertThat(repository.tree(base)).isSameAs(local);
      assertThat(repository.mergeBase(base, base)).isEqualTo(base);
    }
    assertThat(github.calls()).isEmpty();
  }
}
