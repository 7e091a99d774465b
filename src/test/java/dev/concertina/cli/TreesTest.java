package dev.concertina.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.migration.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three kinds of tree, on files that are meant to be difficult. */
class TreesTest {
  @TempDir Path folder;
  private ScratchRepository scratch;

  @BeforeEach
  void start() throws IOException {
    folder = folder.toRealPath();
    scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("app")));
  }

  private GitTree head(Repository repository) {
    return repository.tree(repository.commit("HEAD"));
  }

  private static String text(Tree tree, String path) {
    return tree.read(path).map(bytes -> new String(bytes, UTF_8)).orElse(null);
  }

  @Test
  void both_read_what_is_there() {
    scratch.write("db/V1.sql", "SELECT 1").write("empty", "").commit("Start");
    scratch.write("db/V2.sql", "SELECT 2");
    try (Repository repository = Repository.at(scratch.root())) {
      assertThat(head(repository).files()).containsOnlyKeys("db/V1.sql", "empty");
      assertThat(text(head(repository), "db/V1.sql")).isEqualTo("SELECT 1");
      assertThat(text(head(repository), "empty")).isEmpty();
      assertThat(text(head(repository), "none")).isNull();
      assertThat(repository.workTree().files()).containsOnlyKeys("db/V1.sql", "db/V2.sql", "empty");
      assertThat(text(repository.workTree(), "db/V2.sql")).isEqualTo("SELECT 2");
    }
  }

  @Test
  void ids_of_the_work_tree_are_git_s_until_a_file_is_edited() {
    scratch.write("a", "a").write("b", "b").commit("Start");
    scratch.write("b", "edited").write("c", "new");
    try (Repository repository = Repository.at(scratch.root())) {
      var now = repository.workTree().files();
      assertThat(now.get("a")).isEqualTo(head(repository).files().get("a"));
      assertThat(now).containsEntry("b", "").containsEntry("c", "");
    }
  }

  @Test
  void names_may_be_strange() {
    String[] names = {
      "with space.sql", "täst.sql", "quo\"te.sql", "-dash.sql", "new\nline.sql", "a:b.sql", "*.sql"
    };
    for (String name : names) {
      scratch.write("db/" + name, "SELECT '" + name + "' FROM audio");
    }
    scratch.commit("Start");
    try (Repository repository = Repository.at(scratch.root())) {
      for (Tree tree : List.of(head(repository), repository.workTree())) {
        for (String name : names) {
          assertThat(text(tree, "db/" + name)).contains(name);
        }
        assertThat(tree.containing(List.of("AUDIO"))).hasSize(names.length);
      }
    }
  }

  @Test
  void links_are_not_followed_wherever_they_stand() throws IOException {
    Files.writeString(folder.resolve("secret.sql"), "secret");
    Files.createDirectory(folder.resolve("outside"));
    Files.writeString(folder.resolve("outside/V1.sql"), "secret");
    scratch.write("db/V1.sql", "SELECT 1").write("real/V1.sql", "SELECT 1").commit("Start");
    Files.createSymbolicLink(scratch.root().resolve("link.sql"), folder.resolve("secret.sql"));
    Files.createSymbolicLink(scratch.root().resolve("linked"), folder.resolve("outside"));
    scratch.commit("Links");
    // What git tracks as a folder may be a link on disk.
    scratch.delete("db/V1.sql").delete("db");
    Files.createSymbolicLink(scratch.root().resolve("db"), folder.resolve("outside"));
    try (Repository repository = Repository.at(scratch.root())) {
      GitTree commit = head(repository);
      assertThat(commit.files()).containsOnlyKeys("db/V1.sql", "real/V1.sql");
      assertThat(commit.passedOver()).containsOnlyKeys("link.sql", "linked");
      FolderTree now = (FolderTree) repository.workTree();
      assertThat(now.files()).containsOnlyKeys("real/V1.sql");
      assertThat(now.passedOver()).containsKeys("link.sql", "linked", "db/V1.sql");
      assertThat(now.read("db/V1.sql")).isEmpty();
      assertThat(now.read("../secret.sql")).isEmpty();
    }
    FolderTree plain = FolderTree.plain(scratch.root());
    assertThat(plain.files()).containsOnlyKeys("real/V1.sql");
    assertThat(plain.read("linked/V1.sql")).isEmpty();
  }

  @Test
  void submodules_and_nested_repositories_are_passed_over() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    ScratchRepository.in(other).write("V1.sql", "SELECT 1").commit("Start");
    scratch.write("a", "a");
    scratch.git("submodule", "--quiet", "add", other.toString(), "sub");
    scratch.commit("Start");
    ScratchRepository.in(Files.createDirectory(scratch.root().resolve("nested")))
        .write("V1.sql", "x")
        .commit("Start");
    try (Repository repository = Repository.at(scratch.root())) {
      assertThat(head(repository).files()).containsOnlyKeys("a", ".gitmodules");
      assertThat(head(repository).passedOver()).containsOnlyKeys("sub");
      assertThat(repository.workTree().files()).containsOnlyKeys("a", ".gitmodules");
      assertThat(((FolderTree) repository.workTree()).passedOver())
          .containsOnlyKeys("sub", "nested/");
    }
  }

  @Test
  void what_git_ignores_is_ignored_and_what_is_gone_is_gone() {
    scratch.write(".gitignore", "*.log\n").write("a", "a").write("b", "b").commit("Start");
    scratch.write("x.log", "log").delete("b");
    try (Repository repository = Repository.at(scratch.root())) {
      assertThat(repository.workTree().files()).containsOnlyKeys(".gitignore", "a");
    }
  }

  @Test
  void a_file_over_the_limit_is_not_read_and_the_next_one_is() {
    scratch.write("big", new byte[ReadLimits.FILE_BYTES + 1]).write("small", "x").commit("Start");
    try (Repository repository = Repository.at(scratch.root())) {
      for (Tree tree : List.of(head(repository), repository.workTree())) {
        assertThat(tree.read("big")).isEmpty();
        assertThat(text(tree, "small")).isEqualTo("x");
      }
    }
  }

  @Test
  void the_sieve_ignores_case_and_binary_files() {
    scratch
        .write("a.py", "class Audio: pass")
        .write("b.py", "nothing")
        .write("c.bin", new byte[] {'a', 'u', 'd', 'i', 'o', 0, 1})
        .commit("Start");
    scratch.write("new.py", "my_audio");
    try (Repository repository = Repository.at(scratch.root())) {
      assertThat(head(repository).containing(List.of("audio", "-x"))).containsExactly("a.py");
      assertThat(repository.workTree().containing(List.of("audio")))
          .containsExactlyInAnyOrder("a.py", "new.py");
      assertThat(head(repository).containing(List.of())).isEmpty();
      assertThat(head(repository).containing(List.of("absent"))).isEmpty();
    }
  }

  @Test
  void nothing_that_a_configuration_names_is_run() throws IOException {
    Path proof = folder.resolve("proof");
    scratch
        .write(".gitattributes", "*.sql filter=evil diff=evil\n")
        .write("a.sql", "SELECT 1")
        .commit("Start");
    scratch.git("config", "filter.evil.clean", "touch " + proof + "; cat");
    scratch.git("config", "filter.evil.required", "true");
    scratch.git("config", "diff.evil.textconv", "touch " + proof + "; cat");
    scratch.git("config", "diff.external", "touch " + proof);
    scratch.git("config", "core.fsmonitor", "touch " + proof + "; false");
    scratch.write("a.sql", "SELECT 2");
    try (Repository repository = Repository.at(scratch.root())) {
      repository.workTree().files();
      repository.workTree().containing(List.of("select"));
      head(repository).containing(List.of("select"));
    }
    assertThat(proof).doesNotExist();
  }

  @Test
  void many_files_take_a_few_git_commands() {
    for (int i = 0; i < 3_000; i++) {
      scratch.write("src/" + i % 50 + "/f" + i + ".py", "x = " + i);
    }
    scratch.commit("Start");
    try (Repository repository = Repository.at(scratch.root())) {
      GitTree tree = head(repository);
      assertThat(tree.files()).hasSize(3_000);
      assertThat(tree.files().keySet()).allSatisfy(path -> assertThat(tree.read(path)).isPresent());
      assertThat(repository.workTree().files()).hasSize(3_000);
    }
  }
}
