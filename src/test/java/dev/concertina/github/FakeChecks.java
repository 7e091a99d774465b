package dev.concertina.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concertina.github.FakeRest.Asked;
import dev.concertina.github.FakeRest.Reply;

/** The check runs and commit statuses of the fake. */
final class FakeChecks {
  private final FakeRepository state;
  private final FakeGitHub server;

  FakeChecks(FakeRepository state, FakeGitHub server) {
    this.state = state;
    this.server = server;
  }

  void on(FakeRest rest) {
    rest.on("POST", "/check-runs", this::createCheck);
    rest.on("PATCH", "/check-runs/(\\d+)", this::updateCheck);
    rest.on("POST", "/statuses/([0-9a-f]+)", this::status);
  }

  private Reply createCheck(Asked asked) {
    if (server.denies("checks")) {
      return Reply.forbidden();
    }
    JsonNode body = asked.body();
    FakeRepository.Check check =
        new FakeRepository.Check(
            state.nextId(),
            asked.viewer(),
            body.get("name").asText(),
            body.get("head_sha").asText());
    check.status = "queued";
    state.checks.add(check);
    return Reply.of(201, checkJson(update(check, body)));
  }

  private Reply updateCheck(Asked asked) {
    FakeRepository.Check check =
        state.checks.stream().filter(c -> c.id == asked.number(1)).findFirst().orElse(null);
    if (check == null) {
      return Reply.error(404, "Not Found");
    }
    return check.app.equals(asked.viewer())
        ? Reply.of(200, checkJson(update(check, asked.body())))
        : Reply.error(403, "Invalid app_id - check run can only be modified by the app");
  }

  private static FakeRepository.Check update(FakeRepository.Check check, JsonNode body) {
    check.status = body.path("status").asText(body.has("conclusion") ? "completed" : check.status);
    check.conclusion = body.path("conclusion").asText(check.conclusion);
    check.external = body.path("external_id").asText(check.external);
    check.title = body.path("output").path("title").asText(check.title);
    check.summary = body.path("output").path("summary").asText(check.summary);
    body.path("output")
        .path("annotations")
        .forEach(a -> check.annotations.add(a.get("path").asText() + ":" + a.get("start_line")));
    return check;
  }

  private static JsonNode checkJson(FakeRepository.Check check) {
    ObjectNode json = (ObjectNode) Contract.example("checks.create.201");
    json.put("id", check.id).put("name", check.name).put("head_sha", check.commit);
    json.put("status", check.status).put("external_id", check.external);
    json.put("conclusion", check.conclusion);
    return json;
  }

  private Reply status(Asked asked) {
    if (server.denies("statuses")) {
      return Reply.forbidden();
    }
    JsonNode body = asked.body();
    state.statuses.add(
        new FakeRepository.Status(
            asked.part(1),
            body.get("context").asText(),
            body.get("state").asText(),
            body.path("description").asText("")));
    ObjectNode json = (ObjectNode) Contract.example("repos.create-commit-status.201");
    return Reply.of(201, json.put("state", body.get("state").asText()));
  }
}
