package dev.concertina.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concertina.github.FakeRest.Asked;
import dev.concertina.github.FakeRest.Reply;

/** What the fake takes from those who write in a pull request. */
final class FakeTalk {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_BODY = 65_536;

  private final FakeRepository state;
  private final FakeGitHub server;

  FakeTalk(FakeRepository state, FakeGitHub server) {
    this.state = state;
    this.server = server;
  }

  void on(FakeRest rest) {
    rest.on("POST", "/pulls/(\\d+)/reviews", this::review);
    rest.on("POST", "/pulls/(\\d+)/comments", this::reviewComment);
    rest.on("POST", "/pulls/(\\d+)/comments/(\\d+)/replies", this::reply);
    rest.on("PATCH", "/pulls/comments/(\\d+)", this::editReviewComment);
    rest.on("DELETE", "/pulls/comments/(\\d+)", this::deleteReviewComment);
    rest.on("POST", "/issues/(\\d+)/comments", this::comment);
    rest.on("PATCH", "/issues/comments/(\\d+)", this::editComment);
    rest.on("DELETE", "/issues/comments/(\\d+)", this::deleteComment);
    rest.on("POST", "/(issues|pulls)/comments/(\\d+)/reactions", this::react);
  }

  private Reply review(Asked asked) {
    if (server.denies("comments")) {
      return Reply.forbidden();
    }
    FakePull pull = state.pull((int) asked.number(1));
    for (JsonNode comment : asked.body().path("comments")) {
      Reply refusal = refusal(pull, comment);
      if (refusal != null) {
        return inReview(refusal);
      }
    }
    asked.body().path("comments").forEach(comment -> thread(pull, comment, asked.viewer()));
    pull.reviews++;
    ObjectNode json = (ObjectNode) Contract.example("pulls.create-review.200");
    json.put("id", state.nextId()).put("state", "COMMENTED").put("commit_id", pull.head);
    user(json, asked.viewer());
    return Reply.of(200, json);
  }

  private Reply refusal(FakePull pull, JsonNode comment) {
    if (comment.path("body").asText().length() > LONGEST_BODY) {
      return unprocessable("Body is too long (maximum is 65536 characters)");
    }
    FakeDiff.File file =
        state.diff(pull).stream()
            .filter(f -> f.path().equals(comment.path("path").asText()))
            .findFirst()
            .orElse(null);
    if (file == null) {
      return unprocessable("Path could not be resolved");
    }
    if (comment.path("subject_type").asText().equals("file")) {
      return server.denies("file " + file.path()) ? unprocessable("Path is invalid") : null;
    }
    if (server.denies("line " + file.path())) {
      return unprocessable("Line could not be resolved");
    }
    String side = comment.path("side").asText("RIGHT");
    int line = comment.path("line").asInt();
    int start = comment.path("start_line").asInt(line);
    return file.shows(line, side) && file.shows(start, side) && start <= line
        ? null
        : unprocessable("Line could not be resolved");
  }

  private FakePull.Comment thread(FakePull pull, JsonNode comment, FakeActor viewer) {
    Integer line = comment.has("line") ? comment.get("line").asInt() : null;
    Integer start = comment.has("start_line") ? comment.get("start_line").asInt() : null;
    FakePull.Thread thread =
        new FakePull.Thread(
            state.nextId(),
            comment.get("path").asText(),
            line,
            start,
            comment.path("side").asText("RIGHT"));
    pull.threads.add(thread);
    return state.reply(thread, viewer, comment.get("body").asText());
  }

  private Reply reviewComment(Asked asked) {
    if (server.denies("comments")) {
      return Reply.forbidden();
    }
    FakePull pull = state.pull((int) asked.number(1));
    Reply refusal = refusal(pull, asked.body());
    return refusal != null
        ? refusal
        : Reply.of(201, reviewCommentJson(thread(pull, asked.body(), asked.viewer())));
  }

  private JsonNode reviewCommentJson(FakePull.Comment comment) {
    ObjectNode json = (ObjectNode) Contract.example("pulls.create-review-comment.201");
    json.put("id", comment.id).put("body", comment.body);
    user(json, comment.author);
    return json;
  }

  private Reply reply(Asked asked) {
    FakePull.Thread thread = state.threadOf(asked.number(2)).orElseThrow();
    return Reply.of(
        201,
        reviewCommentJson(state.reply(thread, asked.viewer(), asked.body().get("body").asText())));
  }

  private Reply editReviewComment(Asked asked) {
    FakePull.Thread thread = state.threadOf(asked.number(1)).orElse(null);
    if (thread == null) {
      return Reply.error(404, "Not Found");
    }
    FakePull.Comment comment =
        thread.comments.stream().filter(c -> c.id == asked.number(1)).findFirst().orElseThrow();
    comment.body = asked.body().get("body").asText();
    return Reply.of(200, reviewCommentJson(comment));
  }

  private Reply deleteReviewComment(Asked asked) {
    FakePull.Thread thread = state.threadOf(asked.number(1)).orElse(null);
    if (thread == null) {
      return Reply.error(404, "Not Found");
    }
    thread.comments.removeIf(comment -> comment.id == asked.number(1));
    state.pulls.values().forEach(pull -> pull.threads.removeIf(t -> t.comments.isEmpty()));
    return Reply.of(204, new byte[0]);
  }

  private Reply comment(Asked asked) {
    String body = asked.body().get("body").asText();
    if (server.denies("comments")) {
      return Reply.forbidden();
    }
    if (body.length() > LONGEST_BODY) {
      return unprocessable("Body is too long (maximum is 65536 characters)");
    }
    FakePull pull = state.pull((int) asked.number(1));
    return Reply.of(201, commentJson(state.say(pull, asked.viewer(), body)));
  }

  private static JsonNode commentJson(FakePull.Comment comment) {
    ObjectNode json = (ObjectNode) Contract.example("issues.create-comment.201");
    json.put("id", comment.id).put("body", comment.body);
    user(json, comment.author);
    return json;
  }

  private Reply editComment(Asked asked) {
    FakePull.Comment comment = state.comment(asked.number(1)).orElse(null);
    if (comment == null) {
      return Reply.error(404, "Not Found");
    }
    String body = asked.body().get("body").asText();
    if (body.length() > LONGEST_BODY) {
      return unprocessable("Body is too long (maximum is 65536 characters)");
    }
    comment.body = body;
    return Reply.of(200, commentJson(comment));
  }

  private Reply deleteComment(Asked asked) {
    state.pulls.values().forEach(pull -> pull.comments.removeIf(c -> c.id == asked.number(1)));
    return Reply.of(204, new byte[0]);
  }

  private Reply react(Asked asked) {
    FakePull.Comment comment =
        state.allComments().filter(c -> c.id == asked.number(2)).findFirst().orElseThrow();
    String content = asked.body().get("content").asText();
    boolean there = comment.reactions.contains(content);
    if (!there) {
      comment.reactions.add(content);
    }
    ObjectNode json = (ObjectNode) Contract.example("reactions.create-for-issue-comment.201");
    return Reply.of(there ? 200 : 201, json.put("content", content));
  }

  private static void user(ObjectNode json, FakeActor actor) {
    ((ObjectNode) json.get("user")).put("login", actor.restLogin()).put("type", actor.type());
  }

  private static Reply unprocessable(String detail) {
    ObjectNode json = JSON.createObjectNode().put("message", "Validation Failed");
    json.put("documentation_url", "https://docs.github.com/rest");
    json.putArray("errors").addObject().put("code", "custom").put("message", detail);
    return Reply.of(422, json);
  }

  /** A review's refusal says less. */
  private static Reply inReview(Reply refusal) {
    ObjectNode json = JSON.createObjectNode().put("message", "Unprocessable Entity");
    json.put("documentation_url", "https://docs.github.com/rest");
    json.putArray("errors")
        .add(FakeRest.read(refusal.body()).path("errors").path(0).path("message"));
    return Reply.of(422, json);
  }
}
