package dev.concertina.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concertina.cli.WorkflowStep;
import dev.concertina.cli.WorkflowStep.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Action, from a runner's environment to what stands in the pull request. */
class ActionTest {
  private static final String RUN = "events/workflow_run.completed.json";
  private static final String COMMENT = "events/issue_comment.created.json";
  private static final String NO_COMMIT = "0".repeat(40);

  @TempDir Path folder;
  private Scene scene;
  private WorkflowStep step;

  @BeforeEach
  void start() {
    begin("");
  }

  private void begin(String root) {
    if (scene != null) {
      scene.close();
    }
    scene = new Scene(folder.resolve("scene" + root.length()), root);
    step = step(scene.git.root());
  }

  private WorkflowStep step(Path workspace) {
    String api = scene.github.endpoints().api().toString();
    return new WorkflowStep(folder, workspace, api, FakeGitHub.TOKEN);
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private static String pull() {
    return """
    {"action": "synchronize", "number": 7, "repository": {"full_name": "octo/shop"},
     "pull_request": {"number": 7}}
    """;
  }

  private Result review() {
    return step.run("pull_request", pull());
  }

  private String configured(String configuration) {
    scene.git.git("checkout", "-q", "main");
    scene.git.write(".github/concertina.yml", configuration);
    String base = scene.git.commit("Configure");
    scene.git.git("checkout", "-q", "topic");
    scene.git.git("merge", "-q", "main");
    scene.pull.base = base;
    return base;
  }

  private int calls() {
    return scene.github.calls().size();
  }

  @Test
  void reviews_the_first_push_and_writes_nothing_the_second_time() {
    scene.push(Scene.RENAME, "ALTER TABLE audio RENAME COLUMN length TO length_ms;\n");
    Result first = step.runScript("pull_request", pull());
    assertThat(first.output()).contains("Blocked.").doesNotContain(FakeGitHub.TOKEN, "::error");
    assertThat(first.status()).isEqualTo(1);
    assertThat(calls()).isLessThanOrEqualTo(8);
    assertThat(first.output()).contains(calls() + " calls to GitHub.");
    assertThat(first.outputs())
        .containsEntry("verdict", "blocked")
        .containsEntry("errors", "1")
        .containsEntry("deploys", "4")
        .containsEntry("sarif-file", "")
        .containsKey("warnings");
    assertThat(Path.of(first.outputs().get("json-file"))).content().contains("concertina/1");
    assertThat(first.summary()).contains("any/renamed-column").doesNotContain("<!--");
    assertThat(scene.open()).hasSize(1);
    assertThat(scene.check().conclusion).isEqualTo("failure");

    scene.github.forget();
    Result second = step.runScript("pull_request", pull());
    assertThat(second.status()).isEqualTo(1);
    assertThat(second.outputs()).isEqualTo(first.outputs());
    assertThat(scene.github.writes()).isEmpty();
    assertThat(calls()).isLessThanOrEqualTo(4);
  }

  @Test
  void tells_the_runner_what_a_fork_may_not_write() {
    scene.github.deny("checks", "statuses", "comments");
    scene.pull.fork = true;
    Result result = fork(scene.pushHazards());
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.outputs()).containsEntry("verdict", "blocked").containsEntry("errors", "2");
    assertThat(Path.of(result.outputs().get("json-file"))).exists();
    assertThat(result.summary()).contains("any/renamed-column");
    assertThat(result.output())
        .contains("::error file=" + Scene.RENAME + ",line=1")
        .contains("may write no check run")
        .doesNotContain(FakeGitHub.TOKEN);
    assertThat(scene.pull.comments).isEmpty();
    assertThat(scene.pull.threads).isEmpty();
  }

  private Result fork(Scene pushed) {
    assertThat(pushed.pull.fork).isTrue();
    return step.runScript("pull_request", pull());
  }

  @Test
  void never_lets_a_pull_request_give_commands_to_the_runner() {
    scene.github.deny("checks", "statuses", "comments");
    scene.push(
        "db/migration/V2__x\n::add-mask::y ##[add-path]z.sql",
        "ALTER TABLE audio RENAME COLUMN length TO \"\n::set-output name=verdict::safe\n\";\n");
    Result result = review();
    assertThat(result.output()).contains("::error file=");
    assertThat(result.output().lines())
        .noneMatch(line -> line.strip().startsWith("::add-mask") || line.startsWith("##["))
        .noneMatch(line -> line.strip().startsWith("::set-output"))
        .allMatch(line -> line.startsWith("::") || !line.contains("##["));
    assertThat(result.outputs()).containsEntry("verdict", "blocked");
  }

  @Test
  void gives_a_merge_group_a_check_and_no_comments() {
    scene.pushHazards();
    Result result =
        step.run(
            "merge_group",
            """
            {"action": "checks_requested", "repository": {"full_name": "octo/shop"},
             "merge_group": {"base_ref": "refs/heads/main", "base_sha": "%s", "head_sha": "%s",
               "head_ref": "refs/heads/gh-readonly-queue/main/pr-7-abc"}}
            """
                .formatted(scene.base, scene.pull.head));
    assertThat(result.status()).isEqualTo(1);
    assertThat(scene.check().conclusion).isEqualTo("failure");
    assertThat(scene.pull.comments).isEmpty();
    assertThat(scene.pull.threads).isEmpty();
    assertThat(calls()).isLessThanOrEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"push,true", "push,false", "workflow_dispatch,false"})
  void checks_a_branch_without_a_pull_request(String event, boolean known) {
    scene.pushHazards();
    step.with("GITHUB_SHA", scene.pull.head);
    Result result =
        step.run(
            event,
            """
            {"ref": "refs/heads/topic", "before": "%s", "after": "%s",
             "repository": {"full_name": "octo/shop", "default_branch": "main"}}
            """
                .formatted(known ? scene.base : NO_COMMIT, scene.pull.head));
    assertThat(result.output()).contains("Blocked.");
    assertThat(result.status()).isEqualTo(1);
    assertThat(scene.check().conclusion).isEqualTo("failure");
    assertThat(scene.pull.comments).isEmpty();
  }

  /** GitHub's own example, about the fork's head: it names no pull request, as for any fork. */
  private String workflowRun(String cause, String from, String head) {
    ObjectNode json = (ObjectNode) FakeRest.read(Contract.resource(RUN).getBytes(UTF_8));
    ((ObjectNode) json.get("repository")).put("full_name", "octo/shop");
    ObjectNode run = (ObjectNode) json.get("workflow_run");
    run.put("event", cause).put("head_branch", scene.pull.branch).put("head_sha", head);
    ((ObjectNode) run.get("head_repository")).put("full_name", from);
    assertThat(run.get("pull_requests")).isEmpty();
    return json.toString();
  }

  @Test
  void reviews_the_pull_request_of_a_fork_after_another_workflow() throws IOException {
    step = step(Files.createDirectory(folder.resolve("empty")));
    scene.pull.fork = true;
    scene.pull.branch = "a&state=closed#1/ü";
    scene.pushHazards();
    String payload = workflowRun("pull_request", "visitor/shop", scene.pull.head);
    Result result = step.run("workflow_run", payload);
    assertThat(result.output()).contains("Blocked.");
    assertThat(result.status()).isEqualTo(1);
    assertThat(scene.open()).hasSize(2);
    assertThat(scene.check().conclusion).isEqualTo("failure");
  }

  @ParameterizedTest
  @CsvSource({
    "push,visitor/shop,true",
    "pull_request,visitor/other,true",
    "pull_request,somebody/shop,true",
    "pull_request,'',true",
    "pull_request,visitor/shop,false",
  })
  void takes_no_other_word_for_a_pull_request(String cause, String from, boolean current) {
    scene.pull.fork = true;
    String before = scene.pull.head;
    scene.pushHazards();
    String payload = workflowRun(cause, from, current ? scene.pull.head : before);
    Result result = step.run("workflow_run", payload);
    assertThat(result.status()).isZero();
    assertThat(result.output()).contains("Nothing to check");
    assertThat(scene.github.writes()).isEmpty();
  }

  /** GitHub's own example, about a comment in the pull request. */
  private static String comment(String body, boolean bot) {
    ObjectNode json = (ObjectNode) FakeRest.read(Contract.resource(COMMENT).getBytes(UTF_8));
    ((ObjectNode) json.get("repository")).put("full_name", "octo/shop");
    ((ObjectNode) json.get("issue")).put("number", 7).putObject("pull_request").put("url", "u");
    ObjectNode comment = (ObjectNode) json.get("comment");
    ((ObjectNode) comment.put("body", body).get("user")).put("type", bot ? "Bot" : "User");
    return json.toString();
  }

  @Test
  void carries_out_a_command_in_a_comment() {
    scene.pushHazards();
    assertThat(review().outputs()).containsEntry("errors", "2");
    String body = "/concertina allow any/renamed-column because unread since 3.2";
    FakePull.Comment said = scene.github.state.say(scene.pull, FakeActor.MAINTAINER, body);
    Result result = step.run("issue_comment", comment(body, false));
    assertThat(result.outputs()).containsEntry("errors", "1");
    assertThat(said.reactions).containsExactly("+1");
  }

  @Test
  void checks_again_when_somebody_who_may_asks() {
    scene.pushHazards();
    String body = "/concertina recheck";
    FakePull.Comment asked = scene.github.state.say(scene.pull, FakeActor.MAINTAINER, body);
    FakePull.Comment stranger = scene.github.state.say(scene.pull, FakeActor.CONTRIBUTOR, body);
    step.run("issue_comment", comment(body, false));
    assertThat(asked.reactions).containsExactly("+1");
    assertThat(stranger.reactions).containsExactly("confused");
    scene.github.forget();
    review();
    assertThat(scene.github.writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Thank you!,false", "> /concertina recheck,false", "/concertina recheck,true"})
  void has_nothing_to_do_for_other_comments(String body, boolean bot) {
    scene.pushHazards();
    Result result = step.run("issue_comment", comment(body, bot));
    assertThat(result.status()).isZero();
    assertThat(result.output()).contains("Nothing to check");
    assertThat(scene.github.calls()).isEmpty();
  }

  @Test
  void has_nothing_to_do_for_comments_on_issues() {
    Result result = step.run("issue_comment", Contract.resource(COMMENT));
    assertThat(result.status()).isZero();
    assertThat(scene.github.calls()).isEmpty();
  }

  @Test
  void has_nothing_to_do_where_a_branch_is_gone() {
    Result result =
        step.run(
            "push",
            """
            {"ref": "refs/heads/topic", "before": "%s", "after": "%s",
             "repository": {"full_name": "octo/shop", "default_branch": "main"}}
            """
                .formatted(scene.base, NO_COMMIT));
    assertThat(result.status()).isZero();
    assertThat(scene.github.calls()).isEmpty();
  }

  @Test
  void needs_no_checkout() throws IOException {
    scene.pushHazards();
    step = step(Files.createDirectory(folder.resolve("empty")));
    Result result = step.run("pull_request_target", pull());
    assertThat(result.output()).contains("Blocked.");
    assertThat(result.status()).isEqualTo(1);
    assertThat(scene.open()).hasSize(2);
  }

  @Test
  void finds_an_enterprise_server() {
    begin("/api/v3");
    scene.pushHazards();
    assertThat(review().status()).isEqualTo(1);
    assertThat(scene.check().conclusion).isEqualTo("failure");
    step.with("GITHUB_GRAPHQL_URL", scene.github.address() + "/api/graphql");
    scene.github.forget();
    assertThat(review().status()).isEqualTo(1);
    assertThat(scene.github.writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "observe,0,neutral,0",
    "advise,0,neutral,2",
    "enforce,1,failure,2",
  })
  void goes_by_the_mode(String mode, int status, String conclusion, int threads) {
    configured("mode: " + mode + "\n");
    scene.pushHazards();
    Result result = review();
    assertThat(result.status()).isEqualTo(status);
    assertThat(result.outputs()).containsEntry("verdict", "blocked");
    assertThat(result.summary()).contains("any/renamed-column");
    assertThat(scene.check().conclusion).isEqualTo(conclusion);
    assertThat(scene.open()).hasSize(threads);
  }

  @Test
  void takes_the_configuration_of_the_base_and_not_of_the_head() {
    configured("fail-on: error\n");
    scene.push(".github/concertina.yml", "mode: observe\nrules: {any/renamed-column: off}\n");
    scene.pushHazards();
    assertThat(review().status()).isEqualTo(1);
    assertThat(scene.check().conclusion).isEqualTo("failure");
  }

  @Test
  void lets_inputs_beat_the_configuration() {
    configured("fail-on: error\ncomment: {when: findings}\n");
    scene.pushHazards();
    step.input("fail-on", "never").input("comment", "never");
    assertThat(review().status()).isZero();
    assertThat(scene.check().conclusion).isEqualTo("neutral");
    assertThat(scene.open()).isEmpty();
    assertThat(scene.pull.comments).isEmpty();
  }

  @Test
  void writes_files_where_they_are_asked_for() {
    scene.git.write("shop/db/migration/V1__start.sql", "CREATE TABLE t (id int, a int);\n");
    scene.push(
        "shop/db/migration/V2__drop.sql",
        "ALTER TABLE t ADD COLUMN b int NOT NULL;\n",
        Scene.RENAME,
        "ALTER TABLE audio RENAME COLUMN length TO length_ms;\n");
    step.input("working-directory", "./shop/").input("sarif-file", "out/concertina.sarif");
    Result result = review();
    Path sarif = scene.git.root().resolve("shop/out/concertina.sarif");
    assertThat(result.outputs())
        .containsEntry("sarif-file", sarif.toString())
        .extractingByKey("json-file")
        .asString()
        .endsWith("/concertina-shop.json");
    assertThat(sarif).content().contains("\"2.1.0\"").doesNotContain("renamed-column");
    assertThat(result.summary()).contains("shop/db/migration").doesNotContain(Scene.RENAME);
    assertThat(scene.check().name).isEqualTo("Concertina (shop)");
  }

  @Test
  void says_what_is_wrong_with_the_configuration_of_the_base() {
    configured("fail-on: sometimes\n");
    scene.pushHazards();
    Result result = review();
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.output()).contains("::error title=Concertina::.github/concertina.yml:1:10");
    assertThat(result.summary()).contains("expected one of error, warning, never");
    assertThat(scene.check().conclusion).isEqualTo("failure");
    assertThat(scene.check().summary).contains("concertina.yml:1:10");
    assertThat(scene.open()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "fail-on,sometimes,fail-on: expected one of error",
    "comment,loudly,comment: expected one of findings",
    "database,oracle,database: expected one of postgresql",
    "database-version,new,database-version: expected a number",
    "working-directory,../other,working-directory: expected a path in the repository",
    "config,/etc/passwd,config: expected a path in the repository",
    "github-token,'',github-token: expected a token",
  })
  void refuses_inputs_before_it_asks_anything(String name, String value, String message) {
    step.input(name, value);
    Result result = review();
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.output()).startsWith("::error title=Concertina::" + message);
    assertThat(scene.github.calls()).isEmpty();
  }

  @Test
  void says_which_events_it_knows() {
    Result result = step.run("schedule", "{}");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.output()).contains("expected one of the events").contains("found schedule");
  }

  @Test
  void says_what_github_refused() {
    scene.pushHazards();
    scene.github.revoke(FakeGitHub.TOKEN);
    Result result = review();
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.output())
        .startsWith("::error title=Concertina::")
        .contains("GitHub answers 401")
        .doesNotContain(FakeGitHub.TOKEN);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void leaves_no_check_running_when_the_limit_is_used_up(boolean letsThrough) {
    Map<String, String> headers =
        Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "9999999999");
    scene.pushHazards();
    for (String call : List.of("POST .*/reviews", "PATCH .*/check-runs/.*")) {
      scene.github.fail(call, 403, "API rate limit exceeded", headers, false);
      if (letsThrough) {
        break;
      }
    }
    Result result = review();
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.output())
        .startsWith("::error title=Concertina::GitHub's rate limit is used up until 2286-11-20");
    if (letsThrough) {
      assertThat(scene.check().conclusion).isEqualTo("failure");
      assertThat(scene.check().summary).contains("rate limit");
    } else {
      assertThat(scene.check().status).isEqualTo("in_progress");
      assertThat(result.output())
          .contains("::warning title=Concertina::the check run stays in progress");
    }
  }

  @Test
  void runs_the_jar_of_a_release_only_if_it_is_that_one() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("action/bin"));
    Files.copy(Path.of("bin/action"), bin.resolve("action")).toFile().setExecutable(true);
    Path launcher =
        Files.writeString(bin.resolve("concertina"), "#!/bin/sh\ncat $CONCERTINA_JAR\n");
    launcher.toFile().setExecutable(true);
    Path release = Files.createDirectories(folder.resolve("releases/v1.2.3"));
    Files.writeString(release.resolve("concertina.jar"), "the jar");
    assertThat(release(bin, sha256("another jar")))
        .contains("has the checksum")
        .contains("status 2");
    String digest = sha256("the jar");
    assertThat(release(bin, digest)).isEqualTo("the jarstatus 0\n");
    Files.delete(release.resolve("concertina.jar"));
    assertThat(release(bin, digest)).as("kept by the runner").isEqualTo("the jarstatus 0\n");
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String release(Path bin, String digest) throws IOException {
    Files.writeString(bin.resolve("release"), "1.2.3 " + digest + "\n");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", "'" + bin.resolve("action") + "'; echo \"status $?\"");
    builder.environment().remove("CONCERTINA_JAR");
    builder.environment().put("RUNNER_TOOL_CACHE", folder.resolve("tools").toString());
    builder.environment().put("CONCERTINA_RELEASES", folder.resolve("releases").toUri().toString());
    Process process = builder.redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
