package dev.concertina.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits, merge bases and the places from which a repository is found. */
class RepositoryTest {
  @TempDir Path folder;
  private ScratchRepository scratch;

  @BeforeEach
  void start() throws IOException {
    folder = folder.toRealPath();
    scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("app")));
  }

  @Test
  void is_found_from_a_folder_inside() {
    scratch.write("deep/er/a.txt", "a").commit("Start");
    try (Repository repository = Repository.at(scratch.root().resolve("deep/er"))) {
      assertThat(repository.root()).isEqualTo(scratch.root());
      assertThat(repository.inside(scratch.root().resolve("deep/./er/a.txt")))
          .contains("deep/er/a.txt");
      assertThat(repository.inside(folder)).isEmpty();
    }
  }

  @Test
  void says_where_there_is_none() {
    assertThatThrownBy(() -> Repository.at(folder))
        .isInstanceOf(CommandFailure.class)
        .hasMessage(folder + ": not in a git repository");
    assertThatThrownBy(() -> Repository.at(folder.resolve("nowhere")))
        .isInstanceOf(CommandFailure.class)
        .hasMessageEndingWith("no such folder");
    assertThat(Repository.around(folder)).isEmpty();
  }

  @Test
  void resolves_what_names_a_commit() {
    String id = scratch.write("a", "a").commit("Start");
    scratch.git("tag", "-a", "-m", "One", "v1");
    try (Repository repository = Repository.at(scratch.root())) {
      assertThat(repository.commit("main").id()).isEqualTo(id);
      assertThat(repository.commit("v1").id()).isEqualTo(id);
      assertThat(repository.commit("HEAD")).hasToString("HEAD at " + id.substring(0, 7));
      assertThat(repository.commit(id)).hasToString(id.substring(0, 7));
    }
  }

  @Test
  void refuses_what_names_none() {
    scratch.write("a", "a").commit("Start");
    scratch.git("update-ref", "refs/remotes/origin/trunk", "HEAD");
    try (Repository repository = Repository.at(scratch.root())) {
      assertThatThrownBy(() -> repository.commit("nope"))
          .hasMessageContaining("no such revision: nope");
      assertThatThrownBy(() -> repository.commit("trunk"))
          .hasMessageContaining("did you mean origin/trunk?");
      assertThatThrownBy(() -> repository.commit("--output=x"))
          .hasMessageContaining("is no revision");
      assertThatThrownBy(() -> repository.commit("")).hasMessageContaining("is no revision");
      assertThatThrownBy(() -> repository.commit("HEAD:a"))
          .hasMessageContaining("no such revision");
    }
  }

  @Test
  void the_running_version_is_the_merge_base() {
    String fork = scratch.write("a", "a").commit("Start");
    scratch.git("checkout", "-q", "-b", "topic");
    scratch.write("b", "b").commit("Topic");
    scratch.git("checkout", "-q", "main");
    scratch.write("c", "c").commit("Main goes on");
    try (Repository repository = Repository.at(scratch.root())) {
      var base = repository.commit("main");
      assertThat(repository.mergeBase(base, repository.commit("topic")).id()).isEqualTo(fork);
    }
  }

  @Test
  void histories_that_never_met_have_none() {
    scratch.write("a", "a").commit("Start");
    scratch.git("checkout", "-q", "--orphan", "other");
    scratch.commit("Other");
    try (Repository repository = Repository.at(scratch.root())) {
      assertThatThrownBy(
              () -> repository.mergeBase(repository.commit("main"), repository.commit("other")))
          .hasMessageContaining("no common history")
          .hasMessageNotContaining("shallow");
    }
  }

  @Test
  void a_shallow_clone_is_told_how_to_deepen() {
    scratch.write("a", "a").commit("Start");
    scratch.git("checkout", "-q", "-b", "topic");
    scratch.write("b", "b").commit("Topic");
    scratch.git("checkout", "-q", "main");
    scratch.write("c", "c").commit("Main goes on");
    scratch.git(
        "clone",
        "-q",
        "--depth=1",
        "--no-single-branch",
        "file://" + scratch.root(),
        folder.resolve("clone").toString());
    try (Repository repository = Repository.at(folder.resolve("clone"))) {
      var base = repository.commit("origin/main");
      var head = repository.commit("origin/topic");
      assertThatThrownBy(() -> repository.mergeBase(base, head))
          .hasMessageContaining("shallow clone")
          .hasMessageContaining("fetch-depth: 0");
      assertThatThrownBy(() -> repository.commit("HEAD~1")).hasMessageContaining("fetch-depth: 0");
    }
  }

  @Test
  void a_bare_repository_has_commits_too() {
    String id = scratch.write("a", "a").commit("Start");
    scratch.git("clone", "-q", "--bare", ".", folder.resolve("bare.git").toString());
    try (Repository repository = Repository.at(folder.resolve("bare.git"))) {
      assertThat(repository.commit("main").id()).isEqualTo(id);
      assertThat(repository.tree(repository.commit("main")).read("a")).isPresent();
    }
  }
}
