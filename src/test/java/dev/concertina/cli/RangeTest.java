package dev.concertina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.migration.ChangedFile;
import dev.concertina.migration.TreeChanges;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a range changes, between commits and up to the work tree. */
class RangeTest {
  private static final String TABLE = "CREATE TABLE a (\n  b int,\n  c int,\n  d int\n);\n";

  @TempDir Path folder;
  private ScratchRepository scratch;

  @BeforeEach
  void start() throws IOException {
    scratch = ScratchRepository.in(folder.toRealPath());
    scratch.write("same.sql", TABLE + "-- same").write("edited.sql", "SELECT 1;\n");
    scratch.write("gone.sql", "DROP TABLE x;\n").write("old.sql", TABLE).commit("Start");
  }

  private void edit() {
    scratch.write("edited.sql", "SELECT 2;\n").delete("gone.sql").write("added.sql", "VACUUM;\n");
    scratch
        .move("old.sql", "moved/new.sql")
        .write("moved/new.sql", TABLE.replace("d int", "d text"));
  }

  private TreeChanges committed() {
    edit();
    scratch.commit("Edit");
    try (Repository repository = Repository.at(scratch.root())) {
      return TreeChanges.between(
          repository.tree(repository.commit("HEAD~1")),
          repository.tree(repository.commit("HEAD")),
          path -> true);
    }
  }

  private TreeChanges uncommitted() {
    edit();
    try (Repository repository = Repository.at(scratch.root())) {
      return TreeChanges.between(
          repository.tree(repository.commit("HEAD")), repository.workTree(), path -> true);
    }
  }

  @Test
  void between_two_commits() {
    expectEdit(committed());
  }

  @Test
  void up_to_the_work_tree_with_what_is_untracked() {
    expectEdit(uncommitted());
  }

  private static void expectEdit(TreeChanges changes) {
    assertThat(changes.unread()).isEmpty();
    assertThat(changes.files())
        .extracting(file -> file.status() + " " + file.previousPath() + " " + file.path())
        .containsExactly(
            "ADDED null added.sql",
            "EDITED null edited.sql",
            "DELETED null gone.sql",
            "RENAMED old.sql moved/new.sql");
    ChangedFile edited = changes.files().get(1);
    assertThat(edited.before()).asString().isEqualTo("SELECT 1;\n");
    assertThat(edited.after()).asString().isEqualTo("SELECT 2;\n");
    assertThat(changes.files().get(0).before()).isNull();
    assertThat(changes.files().get(2).after()).isNull();
    assertThat(changes.files().get(3).before()).asString().isEqualTo(TABLE);
  }

  @Test
  void a_touched_file_and_one_with_other_line_ends_are_not_changed() {
    scratch.write("same.sql", (TABLE + "-- same").replace("\n", "\r\n"));
    scratch.root().resolve("edited.sql").toFile().setLastModified(1_000_000_000_000L);
    try (Repository repository = Repository.at(scratch.root())) {
      assertThat(
              TreeChanges.between(
                      repository.tree(repository.commit("HEAD")),
                      repository.workTree(),
                      path -> true)
                  .files())
          .isEmpty();
    }
  }

  @Test
  void what_is_too_big_is_named() {
    scratch.write("huge.sql", new byte[ReadLimits.FILE_BYTES + 1]).write("logo.png", "x");
    try (Repository repository = Repository.at(scratch.root())) {
      TreeChanges changes =
          TreeChanges.between(
              repository.tree(repository.commit("HEAD")),
              repository.workTree(),
              path -> path.endsWith(".sql"));
      assertThat(changes.files()).isEmpty();
      assertThat(changes.unread()).containsExactly("huge.sql");
    }
  }
}
