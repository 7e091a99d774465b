package dev.concertina.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * GitHub's own examples of payloads at the port of the service, and what then reaches GitHub. They
 * are as GitHub publishes them but for what makes them speak of the fake: always the repository's
 * name, and what each test names. The pull requests of the fake have the numbers of the examples.
 */
class PayloadsTest {
  private static final FakeActor AUTHOR = new FakeActor("Codertocat", "User");

  @TempDir Path folder;
  private Site site;
  private Scene scene;

  @BeforeEach
  void start() {
    site = new Site(folder).run();
    scene = site.scene;
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static String original(String example) {
    return Contract.resource("events/" + example + ".json");
  }

  private ObjectNode example(String name) {
    ObjectNode payload = (ObjectNode) FakeRest.read(original(name).getBytes(UTF_8));
    object(payload, "repository").put("full_name", scene.github.state.name);
    return payload;
  }

  private static ObjectNode object(ObjectNode payload, String name) {
    return (ObjectNode) payload.get(name);
  }

  private static String event(String example) {
    return example.split("\\.")[0];
  }

  /** Delivers an example that asks for a review, and waits for what comes of it. */
  private void deliver(String example, ObjectNode payload) {
    assertThat(site.deliver(event(example), payload.toString())).isEqualTo(202);
    site.settled();
    long installation = payload.get("installation").get("id").asLong();
    assertThat(scene.github.calls())
        .contains("POST /app/installations/" + installation + "/access_tokens");
  }

  private FakePull open(int number) {
    return scene.open(
        number,
        Scene.RENAME,
        "ALTER TABLE audio RENAME COLUMN length TO length_ms;\n",
        Scene.INDEX,
        Scene.CREATE_INDEX);
  }

  /** The conclusions of the checks of a commit. */
  private List<String> checks(String commit) {
    return scene.github.state.checks.stream()
        .filter(check -> check.commit.equals(commit))
        .map(check -> check.conclusion)
        .toList();
  }

  private static long open(FakePull pull) {
    return pull.threads.stream().filter(thread -> !thread.resolved).count();
  }

  private static void hasOneSummary(FakePull pull) {
    assertThat(pull.comments).filteredOn(c -> c.author.equals(FakeApp.BOT)).hasSize(1);
  }

  @Test
  void a_pull_request_is_opened_and_pushed_to() {
    FakePull pull = open(2);
    deliver("pull_request.opened", example("pull_request.opened"));
    assertThat(checks(pull.head)).containsExactly("failure");
    assertThat(open(pull)).isEqualTo(2);
    hasOneSummary(pull);

    scene.push(Scene.RENAME, Scene.ADD, Scene.INDEX, null);
    pull.head = scene.pull.head;
    deliver("pull_request.synchronize", example("pull_request.synchronize"));
    assertThat(checks(pull.head)).containsExactly("success");
    assertThat(scene.github.state.checks).hasSize(2);
    assertThat(open(pull)).isZero();
    hasOneSummary(pull);
  }

  /** Fitted to the fake: the check's name, which is another program's, and its commit. */
  @Test
  void a_check_run_is_asked_for_again() {
    FakePull pull = open(2);
    deliver("pull_request.opened", example("pull_request.opened"));
    ObjectNode payload = example("check_run.rerequested");
    object(payload, "check_run").put("head_sha", pull.head);
    assertThat(site.deliver("check_run", payload.toString())).as("another's").isEqualTo(200);
    object(payload, "check_run").put("name", "Concertina");
    deliver("check_run.rerequested", payload);
    assertThat(checks(pull.head)).containsExactly("failure", "failure");
    hasOneSummary(pull);
  }

  @Test
  void a_check_suite_is_asked_for_again() {
    FakePull pull = open(2);
    deliver("pull_request.opened", example("pull_request.opened"));
    deliver("check_suite.rerequested", example("check_suite.rerequested"));
    assertThat(checks(pull.head)).containsExactly("failure", "failure");
    hasOneSummary(pull);
  }

  /** Fitted to the fake: it is said of a pull request, as no example is, and has a command. */
  @Test
  void a_command_is_given() {
    String command = "/concertina allow postgres/blocking-index because the table is small";
    FakePull pull = open(1);
    scene.github.state.permissions.put(AUTHOR.login(), "write");
    FakePull.Comment comment = scene.github.state.say(pull, AUTHOR, command);
    ObjectNode payload = example("issue_comment.created");
    object(payload, "issue").putObject("pull_request");
    object(payload, "comment").put("body", command);
    deliver("issue_comment.created", payload);
    assertThat(comment.reactions).containsExactly("+1");
    assertThat(checks(pull.head)).containsExactly("failure");
    assertThat(open(pull)).isEqualTo(1);
    hasOneSummary(pull);
  }

  /** Fitted to the fake: the two commits. */
  @Test
  void checks_of_a_merge_group_are_asked_for() {
    FakePull pull = open(104);
    ObjectNode payload = example("merge_group.checks_requested");
    object(payload, "merge_group").put("base_sha", scene.base).put("head_sha", pull.head);
    deliver("merge_group.checks_requested", payload);
    assertThat(checks(pull.head)).containsExactly("failure");
    assertThat(scene.github.state.checks).hasSize(1);
    assertThat(pull.comments).isEmpty();
    assertThat(pull.threads).isEmpty();
  }

  /** Not changed at all: they need not speak of the fake. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ping",
        "installation.created",
        "pull_request.labeled",
        "check_run.rerequested",
        "issue_comment.created",
        "pull_request_review_comment.created",
        "workflow_run.completed"
      })
  void nothing_comes_of_what_asks_for_no_review(String example) {
    assertThat(site.deliver(event(example), original(example))).isEqualTo(200);
    assertThat(site.get("/metrics").body()).contains("concertina_queue_depth 0.0");
    assertThat(scene.github.writes()).isEmpty();
    assertThat(scene.github.calls()).noneMatch(call -> call.contains("/repos/"));
  }
}
