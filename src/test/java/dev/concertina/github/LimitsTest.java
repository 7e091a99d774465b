package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concertina.check.Report.Verdict;
import dev.concertina.github.Reviewer.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What GitHub refuses, and what it forbids. */
class LimitsTest {
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
  void loses_one_comment_alone_when_github_refuses_it() {
    scene.pushHazards();
    for (int i = 4; i < 10; i++) {
      scene.git.write(
          "db/migration/V" + i + "__more.sql", "CREATE INDEX i" + i + " ON audio (title);\n");
    }
    scene.github.deny("line " + Scene.INDEX);
    scene.pushed().review();
    assertThat(scene.open()).hasSize(8);
    assertThat(scene.open())
        .filteredOn(thread -> thread.path.equals(Scene.INDEX))
        .as("on the file as a whole")
        .singleElement()
        .satisfies(thread -> assertThat(thread.line).isNull());
    scene.review();
    assertThat(scene.github.writes()).isEmpty();
  }

  @Test
  void annotates_what_can_stand_nowhere_else() {
    scene.github.deny("line " + Scene.INDEX, "file " + Scene.INDEX);
    scene.pushHazards().review();
    assertThat(scene.open()).hasSize(1);
    assertThat(scene.check().annotations).containsExactly(Scene.INDEX + ":2");
    scene.review();
    assertThat(scene.github.writes()).isEmpty();
  }

  @Test
  void reports_without_writing_on_a_fork_with_a_token_that_may_only_read() {
    scene.pull.fork = true;
    scene.github.deny("checks", "statuses", "comments");
    Outcome outcome = scene.pushHazards().review();
    assertThat(outcome.report().verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(outcome.summary()).contains("any/renamed-column");
    assertThat(outcome.comments()).isFalse();
    assertThat(outcome.check()).isFalse();
    assertThat(scene.pull.comments).isEmpty();
    assertThat(scene.github.state.checks).isEmpty();
  }

  @Test
  void sets_a_commit_status_where_it_may_write_no_check_run() {
    scene.github.token("personal", FakeActor.MAINTAINER);
    scene.tokens(TokenSource.of("personal"));
    scene.github.deny("checks");
    Outcome outcome = scene.pushHazards().review();
    assertThat(outcome.check()).isTrue();
    assertThat(scene.github.state.statuses)
        .extracting(FakeRepository.Status::state)
        .containsExactly("pending", "failure");
    assertThat(scene.github.state.statuses.getLast().context()).isEqualTo("Concertina");
    assertThat(scene.open()).hasSize(2);
    scene.review();
    assertThat(scene.github.writes()).isEmpty();
  }

  @Test
  void still_checks_where_it_may_not_comment() {
    scene.github.deny("comments");
    Outcome outcome = scene.pushHazards().review();
    assertThat(outcome.comments()).isFalse();
    assertThat(outcome.check()).isTrue();
    assertThat(scene.check().annotations).hasSize(2);
  }

  @Test
  void says_twenty_of_sixty_in_three_hundred_files_and_annotates_the_rest() {
    for (int i = 0; i < 240; i++) {
      scene.git.write("app/f" + i + ".py", "x = " + i + "\n");
    }
    for (int i = 10; i < 70; i++) {
      scene.git.write(
          "db/migration/V" + i + "__i.sql", "CREATE INDEX i" + i + " ON audio (title);\n");
    }
    Outcome outcome = scene.pushed().review();
    assertThat(outcome.report().verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(scene.open()).hasSize(20);
    assertThat(scene.pull.reviews).isEqualTo(1);
    assertThat(scene.check().annotations).hasSize(40);
    assertThat(scene.summaries().getFirst().length()).isLessThan(65_536);
    assertThat(scene.calls()).as("two more pages of files").isLessThanOrEqualTo(10);
    scene.review();
    assertThat(scene.github.writes()).isEmpty();
    for (int i = 10; i < 30; i++) {
      scene.git.delete("db/migration/V" + i + "__i.sql");
    }
    scene.pushed().review();
    assertThat(scene.pull.reviews).as("the rest is said already").isEqualTo(1);
  }

  @Test
  void sends_many_annotations_in_batches() {
    scene.git.git("checkout", "-q", "main");
    scene.git.write(".github/concertina.yml", "comment: {when: never}\n");
    scene.pull.base = scene.git.commit("Be quiet");
    scene.git.git("checkout", "-q", "topic");
    for (int i = 10; i < 70; i++) {
      scene.git.write(
          "db/migration/V" + i + "__i.sql", "CREATE INDEX i" + i + " ON audio (title);\n");
    }
    scene.pushed().review();
    assertThat(scene.pull.comments).isEmpty();
    assertThat(scene.pull.threads).isEmpty();
    assertThat(scene.check().annotations).hasSize(60);
    scene.review();
    assertThat(scene.github.writes()).isEmpty();
  }

  @Test
  void ends_the_check_of_a_commit_that_was_replaced() {
    scene.pushHazards();
    Target first =
        Target.of(
            new PullRequest(
                "octo/shop",
                7,
                "main",
                scene.base,
                scene.pull.head,
                true,
                Set.of(),
                false,
                false,
                2));
    Map<String, String> headers =
        Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "9999999999");
    scene.github.fail("POST .*/reviews", 403, "API rate limit exceeded", headers, false);
    assertThatThrownBy(() -> scene.review()).isInstanceOf(RateLimitedException.class);
    FakeRepository.Check check = scene.check();
    assertThat(check.status).isEqualTo("in_progress");
    scene.push("README.md", "More\n").cancel(first);
    assertThat(check.status).isEqualTo("completed");
    assertThat(check.conclusion).isEqualTo("cancelled");
    scene.cancel(first);
    assertThat(scene.github.writes()).isEmpty();
  }

  @Test
  void says_that_it_could_not_search_the_source() {
    for (int i = 0; i < 30; i++) {
      scene.git.write("app/f" + i + ".py", "x = " + i + "\n");
    }
    scene.github.fail("GET .*/zipball/.*", 404, "Not Found", Map.of(), false);
    Outcome outcome = scene.withoutCheckout().pushHazards().review();
    assertThat(outcome.report().notAnalysed())
        .extracting(unread -> unread.file())
        .contains("(the source)");
    assertThat(outcome.report().verdict()).isNotEqualTo(Verdict.SAFE);
  }

  @Test
  void takes_commands_of_the_person_whose_token_it_has() {
    scene.github.token("personal", FakeActor.MAINTAINER);
    scene.tokens(TokenSource.of("personal"));
    scene.pushHazards().review();
    scene.github.state.say(
        scene.pull,
        FakeActor.MAINTAINER,
        "/concertina allow postgres/blocking-index because the table is small");
    assertThat(scene.review().report().suppressed()).isEqualTo(1);
  }

  @Test
  void cannot_be_made_to_act_by_names() {
    String name = "db/migration/V5__`@octo`\n<!-- x -->#1 a|b [x](http:y).sql";
    scene.push(name, "CREATE INDEX \"i`@all ::error::\" ON audio (title);\n").review();
    assertThat(scene.summaries().getFirst()).doesNotContain("\n<!-- x").contains("V5__");
    assertThat(scene.open()).extracting(thread -> thread.path).containsExactly(name);
  }

  @Test
  void speaks_to_an_enterprise_server() {
    scene.close();
    scene = new Scene(folder.resolve("ghes"), "/api/v3");
    scene.pushHazards().review();
    assertThat(scene.open()).hasSize(2);
    assertThat(scene.check().conclusion).isEqualTo("failure");
  }

  @Test
  void gives_a_merge_group_its_check_alone() {
    scene.pushHazards().review();
    scene.github.state.say(
        scene.pull,
        FakeActor.MAINTAINER,
        "/concertina allow any/renamed-column because nobody reads it");
    scene.review();
    String head = scene.pull.head;
    scene.git.write("other.txt", "another pull request\n");
    String group = scene.git.commit("Group");
    Target target =
        Target.ofMergeGroup(
            "octo/shop",
            "main",
            scene.base,
            group,
            "refs/heads/gh-readonly-queue/main/pr-7-" + head);
    assertThat(target.number()).isEqualTo(7);
    Outcome outcome = scene.review(target);
    assertThat(outcome.report().suppressed()).as("the command counts here, too").isPositive();
    assertThat(scene.github.writes()).allMatch(write -> write.contains("/check-runs"));
    assertThat(scene.github.state.checks.getLast().commit).isEqualTo(group);
    assertThat(scene.github.state.checks.getLast().status).isEqualTo("completed");
  }

  @Test
  void reads_the_configuration_of_the_base() {
    scene.push(
        ".github/concertina.yml",
        "fail-on: never\nrules: {any/renamed-column: off, postgres/blocking-index: off}\n");
    scene.pushHazards().review();
    assertThat(scene.check().conclusion).isEqualTo("failure");
    assertThat(scene.summaries().getFirst()).contains("any/renamed-column");
  }

  @Test
  void fails_the_check_when_the_configuration_of_the_base_can_not_be_read() {
    scene.git.git("checkout", "-q", "main");
    scene.git.write(".github/concertina.yml", "rules: [\n");
    scene.pull.base = scene.git.commit("Break");
    scene.git.git("checkout", "-q", "topic");
    Outcome outcome = scene.pushHazards().review();
    assertThat(outcome.report()).isNull();
    assertThat(outcome.problem()).contains(".github/concertina.yml:");
    assertThat(scene.check().conclusion).isEqualTo("failure");
    assertThat(scene.check().summary).contains("concertina.yml");
    assertThat(scene.pull.comments).isEmpty();
  }

  @Test
  void goes_on_with_a_new_token_when_the_old_one_expires() {
    AtomicReference<String> token = new AtomicReference<>(FakeGitHub.TOKEN);
    scene.tokens(
        new TokenSource() {
          @Override
          public String token() {
            return token.get();
          }

          @Override
          public boolean renew(String refused) {
            return token.compareAndSet(refused, "renewed");
          }
        });
    scene.github.token("renewed", FakeActor.ACTIONS);
    scene.github.fail("POST .*/reviews", 401, "Bad credentials", Map.of(), false);
    scene.pushHazards().review();
    assertThat(token.get()).isEqualTo("renewed");
    assertThat(scene.open()).hasSize(2);
  }

  @Test
  void waits_as_long_as_github_asks_and_then_keeps_a_second_between_comments() {
    scene.github.fail(
        "POST .*/reviews",
        403,
        "You have exceeded a secondary rate limit",
        Map.of("Retry-After", "30"),
        false);
    scene.pushHazards().review();
    assertThat(scene.timing.sleeps).contains(Duration.ofSeconds(30), Duration.ofSeconds(1));
    assertThat(scene.open()).hasSize(2);
    assertThat(scene.pull.reviews).isEqualTo(1);
  }

  @Test
  void gives_up_for_now_when_the_limit_is_used_up() {
    scene.pushHazards();
    String reset = String.valueOf(scene.timing.now().plusSeconds(1800).getEpochSecond());
    Map<String, String> headers = Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset);
    scene.github.fail("POST .*/reviews", 403, "API rate limit exceeded", headers, false);
    assertThatThrownBy(() -> scene.review())
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            e -> assertThat(e.until()).isAfterOrEqualTo(scene.timing.now().plusSeconds(1800)));
    assertThat(scene.check().status).isEqualTo("in_progress");
    scene.timing.pass(Duration.ofMinutes(31));
    scene.review();
    assertThat(scene.github.state.checks).hasSize(1);
    assertThat(scene.check().status).isEqualTo("completed");
    assertThat(scene.open()).hasSize(2);
  }

  private void useUp(String call) {
    String reset = String.valueOf(scene.timing.now().plusSeconds(1800).getEpochSecond());
    Map<String, String> headers = Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset);
    scene.github.fail(call, 403, "API rate limit exceeded", headers, false);
  }

  @Test
  void ends_the_check_when_nobody_comes_back_after_the_limit() {
    useUp("POST .*/reviews");
    assertThatThrownBy(() -> scene.last().pushHazards().review())
        .isInstanceOf(RateLimitedException.class)
        .hasNoSuppressedExceptions();
    assertThat(scene.check().conclusion).isEqualTo("failure");
    assertThat(scene.check().summary).contains("rate limit is used up until");
    scene.timing.pass(Duration.ofMinutes(31));
    scene.review();
    assertThat(scene.open()).hasSize(2);
    assertThat(scene.check().summary).contains("any/renamed-column");
  }

  @Test
  void says_that_a_check_stays_open_where_the_limit_lets_nothing_through() {
    useUp("POST .*/reviews");
    useUp("PATCH .*/check-runs/.*");
    assertThatThrownBy(() -> scene.last().pushHazards().review())
        .isInstanceOf(RateLimitedException.class)
        .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessageContaining("stays in progress"));
    assertThat(scene.check().status).isEqualTo("in_progress");
    scene.timing.pass(Duration.ofMinutes(31));
    scene.review();
    assertThat(scene.github.state.checks).hasSize(1);
    assertThat(scene.check().status).isEqualTo("completed");
  }

  @Test
  void says_nothing_twice_when_it_does_not_know_whether_it_said_it() {
    for (String call : List.of(".*/check-runs", ".*/reviews", ".*/issues/7/comments")) {
      scene.github.fail("POST " + call, 502, "Bad gateway", Map.of(), true);
    }
    scene.pushHazards().review();
    assertThat(scene.pull.reviews).isEqualTo(1);
    assertThat(scene.summaries()).hasSize(1);
    assertThat(scene.github.state.checks).hasSize(1);
    assertThat(scene.check().status).isEqualTo("completed");
  }

  @Test
  void repeats_what_fails_for_a_moment() {
    scene.github.fail("GET .*/pulls/7", 503, "Try later", Map.of("Retry-After", "3"), false);
    scene.github.fail("PATCH .*/check-runs/.*", 500, "Oops", Map.of(), false);
    scene.pushHazards().review();
    assertThat(scene.timing.sleeps).contains(Duration.ofSeconds(3));
    assertThat(scene.check().status).isEqualTo("completed");
  }

  @Test
  void does_not_leave_a_check_running_when_it_fails() {
    scene.pushHazards();
    scene.github.fail("POST .*/reviews", 400, "Problems parsing JSON", Map.of(), false);
    assertThatThrownBy(() -> scene.review())
        .isInstanceOf(GitHubException.class)
        .hasMessageContaining("POST /repos/octo/shop/pulls/7/reviews")
        .hasMessageContaining("Problems parsing JSON");
    assertThat(scene.check().conclusion).isEqualTo("failure");
  }
}
