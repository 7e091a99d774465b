package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.check.Report.Verdict;
import dev.concertina.github.Reviewer.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One pull request, from the first push on. */
class ReviewerTest {
  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void start() {
    scene = new Scene(folder);
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void says_all_of_it_once_in_eight_calls() {
    Outcome outcome = scene.pushHazards().review();
    assertThat(outcome.report().verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(outcome.comments()).isTrue();
    assertThat(outcome.check()).isTrue();
    assertThat(scene.calls()).isLessThanOrEqualTo(8);
    assertThat(scene.github.writes())
        .containsExactly(
            "POST /repos/octo/shop/check-runs",
            "POST /repos/octo/shop/pulls/7/reviews",
            "POST /repos/octo/shop/issues/7/comments",
            "PATCH /repos/octo/shop/check-runs/" + scene.check().id);
    assertThat(scene.open())
        .extracting(thread -> thread.path + ":" + thread.line)
        .containsExactlyInAnyOrder(Scene.RENAME + ":1", Scene.INDEX + ":2");
    assertThat(scene.summaries()).hasSize(1);
    assertThat(scene.summaries().getFirst())
        .startsWith("<!-- concertina:summary:v1 project=default -->\n<!-- concertina:state:v1 ")
        .contains("any/renamed-column")
        .contains("https://github.example/octo/shop/blob/" + scene.pull.head + "/" + Scene.RENAME);
    assertThat(scene.check().conclusion).isEqualTo("failure");
    assertThat(scene.check().title).startsWith("2 migrations");
    assertThat(scene.check().summary).doesNotContain("<!--");
    assertThat(scene.check().annotations).as("what has a comment is no annotation").isEmpty();
  }

  @Test
  void writes_nothing_when_nothing_changed() {
    scene.pushHazards().review();
    for (int run = 2; run <= 3; run++) {
      Outcome outcome = scene.review();
      assertThat(outcome.report().verdict()).isEqualTo(Verdict.BLOCKED);
      assertThat(scene.github.writes()).isEmpty();
      assertThat(scene.calls()).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void writes_nothing_in_a_dry_run() {
    Outcome outcome = scene.pushHazards().dryReview();
    assertThat(outcome.report().verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(outcome.summary()).contains("any/renamed-column");
    assertThat(scene.github.writes()).isEmpty();
    assertThat(outcome.check()).isFalse();
  }

  @Test
  void makes_a_new_check_run_when_asked_for() {
    scene.pushHazards().review();
    scene.again(true).review();
    assertThat(scene.github.state.checks).hasSize(2);
    assertThat(scene.check().status).isEqualTo("completed");
    assertThat(scene.open()).hasSize(2);
  }

  @Test
  void resolves_what_is_fixed_and_says_so() {
    scene.pushHazards().review();
    scene.push(Scene.RENAME, Scene.ADD, Scene.INDEX, null).review();
    assertThat(scene.open()).isEmpty();
    assertThat(scene.pull.threads).hasSize(2).allMatch(thread -> thread.resolved);
    assertThat(scene.summaries()).hasSize(1);
    assertThat(scene.summaries().getFirst())
        .doesNotContain("renamed-column")
        .doesNotContain("blocking-index")
        .contains("### Concertina: ready to roll out")
        .contains("The plan that this may be a step of: 4 deploys")
        .contains("**Deploy 4, contract.**");
    assertThat(scene.check().conclusion).isEqualTo("success");
    scene.review();
    assertThat(scene.github.writes()).isEmpty();
  }

  @Test
  void posts_only_what_is_new() {
    scene.pushHazards().review();
    scene
        .push(
            Scene.RENAME,
            Scene.ADD,
            "db/migration/V4__drop.sql",
            "ALTER TABLE audio DROP COLUMN length;\n")
        .review();
    assertThat(scene.pull.reviews).isEqualTo(2);
    assertThat(scene.open())
        .extracting(thread -> thread.path)
        .containsExactlyInAnyOrder(Scene.INDEX, "db/migration/V4__drop.sql");
  }

  @Test
  void knows_findings_again_after_a_rebase_and_moved_lines() {
    scene.pushHazards().review();
    String summary = scene.summaries().getFirst();
    scene.git.git("reset", "-q", "--hard", scene.base);
    scene.git.write("README.md", "Moved on\n");
    scene.pull.base = scene.git.commit("Move on");
    scene
        .push(
            Scene.RENAME,
            "-- Milliseconds, as everywhere.\n\nALTER TABLE audio RENAME COLUMN length TO length_ms;\n",
            Scene.INDEX,
            Scene.CREATE_INDEX)
        .review();
    assertThat(scene.pull.reviews).isEqualTo(1);
    assertThat(scene.open()).hasSize(2);
    assertThat(scene.summaries()).hasSize(1);
    assertThat(scene.summaries().getFirst()).isNotEqualTo(summary);
  }

  @Test
  void follows_a_renamed_file() {
    scene.pushHazards().review();
    scene.git.move(Scene.RENAME, "db/migration/V4__rename.sql");
    scene.pushed().review();
    assertThat(scene.open())
        .extracting(thread -> thread.path)
        .containsExactlyInAnyOrder(Scene.INDEX, "db/migration/V4__rename.sql");
    assertThat(scene.pull.threads).hasSize(3);
  }

  @Test
  void brings_a_thread_back_when_its_finding_is() {
    scene.pushHazards().review();
    scene.push(Scene.INDEX, null).review();
    assertThat(scene.open()).hasSize(1);
    scene.push(Scene.INDEX, Scene.CREATE_INDEX).review();
    assertThat(scene.open()).hasSize(2);
    assertThat(scene.pull.threads).hasSize(2);
  }

  @Test
  void comments_nothing_where_there_is_nothing_to_say() {
    Outcome outcome = scene.push("README.md", "Hello\n").review();
    assertThat(outcome.report().migrations()).isEmpty();
    assertThat(scene.pull.comments).isEmpty();
    assertThat(scene.check().conclusion).isEqualTo("success");
    assertThat(scene.check().title).isEqualTo("No migrations in this change.");
  }

  @Test
  void reviews_without_a_checkout() {
    Outcome outcome = scene.withoutCheckout().pushHazards().review();
    assertThat(outcome.report().verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(outcome.report().findings())
        .anyMatch(result -> !result.finding().references().isEmpty());
    assertThat(scene.open()).hasSize(2);
    assertThat(scene.check().conclusion).isEqualTo("failure");
  }
}
