package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.github.Reviewer.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pull request in which others write, too. */
class ConversationTest {
  private static final FakeActor OTHER_BOT = new FakeActor("linter", "Bot");

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

  private void fix() {
    scene.push(Scene.RENAME, Scene.ADD, Scene.INDEX, null).review();
  }

  private FakePull.Comment first(int thread) {
    return scene.pull.threads.get(thread).comments.getFirst();
  }

  @Test
  void folds_away_what_it_may_not_resolve() {
    scene.github.deny("resolve");
    scene.pushHazards().review();
    fix();
    assertThat(scene.open()).isEmpty();
    assertThat(scene.pull.threads).hasSize(2).allMatch(t -> t.comments.getFirst().minimized);
    scene.review();
    assertThat(scene.github.writes()).isEmpty();
  }

  @Test
  void deletes_what_it_may_neither_resolve_nor_fold_away_unless_somebody_answered() {
    scene.github.deny("resolve", "minimize");
    scene.pushHazards().review();
    scene.github.state.reply(scene.pull.threads.get(1), FakeActor.CONTRIBUTOR, "Why is that?");
    fix();
    assertThat(scene.pull.threads).hasSize(1);
    assertThat(scene.pull.threads.getFirst().comments).hasSize(2);
  }

  @Test
  void does_not_say_again_what_a_person_deleted() {
    scene.pushHazards().review();
    scene.pull.threads.removeFirst();
    scene.push("README.md", "More\n").review();
    assertThat(scene.pull.threads).hasSize(1);
    assertThat(scene.pull.reviews).isEqualTo(1);
    assertThat(scene.check().annotations).as("but it stands").hasSize(1);
    scene.review();
    assertThat(scene.github.writes()).isEmpty();
  }

  @Test
  void writes_a_summary_again_that_a_person_deleted_and_no_comment() {
    scene.pushHazards().review();
    scene.pull.comments.clear();
    scene.review();
    assertThat(scene.summaries()).hasSize(1);
    assertThat(scene.pull.reviews).isEqualTo(1);
  }

  @Test
  void leaves_other_bots_and_people_who_quote_it_alone() {
    scene.pushHazards().review();
    String summary = scene.summaries().getFirst();
    FakePull.Comment quoted = scene.github.state.say(scene.pull, FakeActor.CONTRIBUTOR, summary);
    FakePull.Comment copied = scene.github.state.say(scene.pull, OTHER_BOT, summary);
    FakePull.Thread thread = new FakePull.Thread(1, Scene.RENAME, 1, null, "RIGHT");
    scene.pull.threads.addFirst(thread);
    scene.github.state.reply(thread, OTHER_BOT, first(1).body);
    fix();
    assertThat(quoted.body).isEqualTo(summary);
    assertThat(copied.body).isEqualTo(summary);
    assertThat(thread.resolved).isFalse();
    assertThat(scene.summaries()).singleElement().isNotEqualTo(summary);
  }

  @Test
  void keeps_two_projects_apart() {
    scene
        .push(
            "api/db/migration/V1__start.sql", "CREATE TABLE a (id int PRIMARY KEY);\n",
            "api/db/migration/V2__index.sql", "CREATE INDEX a_id_idx ON audio (id);\n")
        .pushHazards();
    scene.project("api", "api/").review();
    scene.project("default", "db/").review();
    assertThat(scene.summaries()).hasSize(2);
    int threads = scene.open().size();
    scene.push(Scene.RENAME, Scene.ADD, Scene.INDEX, null);
    scene.project("default", "db/").review();
    assertThat(scene.open()).hasSize(threads - 2);
    assertThat(scene.github.state.checks)
        .extracting(check -> check.name)
        .contains("Concertina", "Concertina (api)");
    scene.project("api", "api/").review();
    scene.project("api", "api/").review();
    assertThat(scene.github.writes()).isEmpty();
  }

  @Test
  void lets_a_maintainer_allow_what_is_there_and_not_what_comes_later() {
    scene.pushHazards().review();
    var command =
        scene.github.state.say(
            scene.pull,
            FakeActor.MAINTAINER,
            "/concertina allow postgres/blocking-index because the table is small");
    Outcome allowed = scene.review();
    assertThat(command.reactions).containsExactly("+1");
    assertThat(allowed.report().suppressed()).isEqualTo(1);
    assertThat(scene.open()).extracting(thread -> thread.path).containsExactly(Scene.RENAME);
    assertThat(scene.summaries().getFirst()).contains("the table is small");
    scene.review();
    assertThat(scene.github.writes()).isEmpty();
    assertThat(scene.calls()).isLessThanOrEqualTo(5);

    Outcome later =
        scene
            .push(
                "db/migration/V4__more.sql",
                "SET lock_timeout = '5s';\nCREATE INDEX more_idx ON audio (length);\n")
            .review();
    assertThat(later.report().suppressed()).isEqualTo(1);
    assertThat(scene.open())
        .extracting(thread -> thread.path)
        .containsExactlyInAnyOrder(Scene.RENAME, "db/migration/V4__more.sql");

    scene.github.state.say(
        scene.pull, FakeActor.MAINTAINER, "/concertina disallow postgres/blocking-index");
    scene.review();
    assertThat(scene.open()).hasSize(3);
  }

  @Test
  void tells_somebody_else_once_that_they_may_not() {
    scene.pushHazards().review();
    var command =
        scene.github.state.say(
            scene.pull,
            FakeActor.CONTRIBUTOR,
            "/concertina allow postgres/blocking-index because please");
    assertThat(scene.review().report().suppressed()).isZero();
    assertThat(command.reactions).containsExactly("confused");
    assertThat(scene.summaries()).hasSize(2);
    assertThat(scene.summaries().getLast()).contains("write access");
    scene.review();
    assertThat(scene.github.writes()).isEmpty();
  }

  @Test
  void reads_commands_in_threads_and_over_pages() {
    scene.pushHazards().review();
    for (int i = 0; i < 120; i++) {
      scene.github.state.say(scene.pull, FakeActor.CONTRIBUTOR, "Comment " + i);
    }
    FakePull.Thread thread =
        scene.pull.threads.stream()
            .filter(t -> t.path.equals(Scene.INDEX))
            .findFirst()
            .orElseThrow();
    var command =
        scene.github.state.reply(
            thread,
            FakeActor.MAINTAINER,
            "/concertina allow postgres/blocking-index because the table is small");
    Outcome outcome = scene.review();
    assertThat(outcome.report().suppressed()).isEqualTo(1);
    assertThat(command.reactions).containsExactly("+1");
    assertThat(scene.summaries()).hasSize(1);
    assertThat(List.copyOf(scene.open())).hasSize(1);
  }
}
