package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concertina.github.Event.OfCheck;
import dev.concertina.github.Event.OfComment;
import dev.concertina.github.Event.OfMergeGroup;
import dev.concertina.github.Event.OfPullRequest;
import dev.concertina.github.Event.OfWorkflowRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads GitHub's own examples of payloads. */
class EventTest {

  private static Event read(String name, String action) {
    String payload = Contract.resource("events/" + name + "." + action + ".json");
    return Event.read(name, payload.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  @Test
  void reads_pull_requests() {
    OfPullRequest opened = (OfPullRequest) read("pull_request", "opened");
    assertThat(opened).isEqualTo(new OfPullRequest("Codertocat/Hello-World", 2, "opened", false));
    assertThat(opened.makesWork()).isTrue();
    assertThat(((OfPullRequest) read("pull_request", "synchronize")).makesWork()).isTrue();
    assertThat(((OfPullRequest) read("pull_request", "labeled")).makesWork()).isFalse();
  }

  @Test
  void sees_that_a_pull_request_goes_elsewhere() {
    String payload =
        """
        {"action": "edited", "repository": {"full_name": "o/r"}, "pull_request": {"number": 3},
         "changes": {"base": {"ref": {"from": "main"}, "sha": {"from": "abc"}}}}
        """;
    Event event =
        Event.read("pull_request", payload.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    assertThat(((OfPullRequest) event).makesWork()).isTrue();
  }

  @Test
  void reads_merge_groups() {
    OfMergeGroup group = (OfMergeGroup) read("merge_group", "checks_requested");
    assertThat(group.makesWork()).isTrue();
    assertThat(group.target().head()).matches("[0-9a-f]{40}");
    assertThat(group.target().base()).matches("[0-9a-f]{40}");
    assertThat(group.target().baseBranch()).doesNotContain("refs/");
    assertThat(group.target().takesComments()).isFalse();
  }

  @Test
  void reads_requests_for_another_run() {
    OfCheck run = (OfCheck) read("check_run", "rerequested");
    assertThat(run.numbers()).isEmpty();
    assertThat(run.head()).matches("[0-9a-f]{40}");
    assertThat(run.makesWork()).as("another program's").isFalse();
    OfCheck ours = new OfCheck("o/r", run.head(), List.of(), "Concertina (api)", "rerequested");
    assertThat(ours.makesWork()).isTrue();
    OfCheck suite = (OfCheck) read("check_suite", "rerequested");
    assertThat(suite.numbers()).containsExactly(2);
    assertThat(suite.makesWork()).isTrue();
  }

  @Test
  void reads_runs_of_other_workflows() {
    OfWorkflowRun run = (OfWorkflowRun) read("workflow_run", "completed");
    assertThat(run.from()).isEqualTo("octo-org/octo-repo");
    assertThat(run.branch()).isEqualTo("main");
    assertThat(run.head()).isEqualTo("5779607b49aab1200488439f02372c57b4f75444");
    assertThat(run.makesWork()).as("somebody started it by hand").isFalse();
    assertThat(new OfWorkflowRun("o/r", "pull_request", "f/r", "b", run.head()).makesWork())
        .isTrue();
  }

  @Test
  void reads_comments() {
    OfComment comment = (OfComment) read("pull_request_review_comment", "created");
    assertThat(comment.number()).isEqualTo(2);
    assertThat(comment.author()).isEqualTo("Codertocat");
    assertThat(comment.makesWork()).isFalse();
    assertThat(new OfComment("o/r", 1, "a", false, "/concertina recheck", "created").makesWork())
        .isTrue();
    assertThat(new OfComment("o/r", 1, "a", true, "/concertina recheck", "created").makesWork())
        .isFalse();
    assertThat(new OfComment("o/r", 1, "a", false, "/concertina recheck", "edited").makesWork())
        .isFalse();
  }

  @Test
  void takes_no_notice_of_issues_and_of_other_events() {
    String issue = Contract.resource("events/issue_comment.created.json");
    assertThat(issue).doesNotContain("\"pull_request\":");
    assertThat(Event.read("issue_comment", issue.getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(Event.read("star", "{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void says_what_is_missing() {
    assertThatThrownBy(() -> Event.read("pull_request", "[]".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("expected a JSON object");
    assertThatThrownBy(() -> Event.read("pull_request", "{".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("expected JSON");
    assertThatThrownBy(() -> Event.read("pull_request", "{}".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("expected");
  }
}
