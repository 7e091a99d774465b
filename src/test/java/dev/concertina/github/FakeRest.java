package dev.concertina.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fake's REST API. Its answers are GitHub's own examples with the state filled in. */
final class FakeRest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_BODY = 65_536;

  private final FakeRepository state;
  private final FakeGitHub server;
  private final Map<Pattern, Handler> handlers = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  /** What is answered. */
  record Reply(int status, byte[] body, Map<String, String> headers) {
    static Reply of(int status, byte[] body) {
      return new Reply(status, body, Map.of());
    }

    static Reply of(int status, JsonNode body) {
      return of(status, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Reply error(int status, String message) {
      return of(
          status,
          JSON.createObjectNode()
              .put("message", message)
              .put("documentation_url", "https://docs.github.com/rest"));
    }

    Reply with(Map<String, String> more) {
      return new Reply(status, body, more);
    }
  }

  private record Asked(Matcher path, Map<String, String> query, JsonNode body, FakeActor viewer) {
    String part(int i) {
      return URLDecoder.decode(path.group(i).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    long number(int i) {
      return Long.parseLong(path.group(i));
    }
  }

  private interface Handler {
    Reply answer(Asked asked) throws IOException;
  }

  FakeRest(FakeRepository state, FakeGitHub server) {
    this.state = state;
    this.server = server;
    on("GET", "", this::repository);
    on("GET", "/pulls/(\\d+)", this::pull);
    on("GET", "/pulls/(\\d+)/files", this::files);
    on("POST", "/pulls/(\\d+)/reviews", this::review);
    on("POST", "/pulls/(\\d+)/comments", this::reviewComment);
    on("POST", "/pulls/(\\d+)/comments/(\\d+)/replies", this::reply);
    on("PATCH", "/pulls/comments/(\\d+)", this::editReviewComment);
    on("DELETE", "/pulls/comments/(\\d+)", this::deleteReviewComment);
    on("POST", "/issues/(\\d+)/comments", this::comment);
    on("PATCH", "/issues/comments/(\\d+)", this::editComment);
    on("DELETE", "/issues/comments/(\\d+)", this::deleteComment);
    on("POST", "/(issues|pulls)/comments/(\\d+)/reactions", this::react);
    on("GET", "/compare/([0-9a-f]+)\\.\\.\\.([0-9a-f]+)", this::compare);
    on("GET", "/git/trees/([0-9a-f]+)", this::tree);
    on("GET", "/git/blobs/([0-9a-f]+)", this::blob);
    on("GET", "/zipball/([0-9a-f]+)", this::zipball);
    on("POST", "/check-runs", this::createCheck);
    on("PATCH", "/check-runs/(\\d+)", this::updateCheck);
    on("POST", "/statuses/([0-9a-f]+)", this::status);
    on("GET", "/collaborators/([^/]+)/permission", this::permission);
  }

  private void on(String method, String path, Handler handler) {
    handlers.put(Pattern.compile(method + " /repos/" + state.name + path), handler);
  }

  Reply answer(String method, String path, String query, byte[] body, FakeActor viewer)
      throws IOException {
    for (Map.Entry<Pattern, Handler> entry : handlers.entrySet()) {
      Matcher matcher = entry.getKey().matcher(method + " " + path);
      if (matcher.matches()) {
        JsonNode json = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        return entry.getValue().answer(new Asked(matcher, parameters(query), json, viewer));
      }
    }
    return Reply.error(404, "Not Found");
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      parameters.put(pair.split("=")[0], pair.split("=")[1]);
    }
    return parameters;
  }

  private Reply repository(Asked asked) {
    return Reply.of(200, repositoryJson());
  }

  private ObjectNode repositoryJson() {
    ObjectNode json = (ObjectNode) Contract.example("repos.get.200");
    // GitHub's own example has these not as its description has them.
    json.remove(List.of("parent", "source", "template_repository"));
    json.putNull("language");
    String[] parts = state.name.split("/");
    json.put("name", parts[1]).put("full_name", state.name);
    ((ObjectNode) json.get("owner")).put("login", parts[0]);
    return json;
  }

  private Reply pull(Asked asked) {
    FakePull pull = state.pull((int) asked.number(1));
    if (pull == null) {
      return Reply.error(404, "Not Found");
    }
    ObjectNode json = (ObjectNode) Contract.example("pulls.get.200");
    json.putArray("requested_teams");
    json.put("number", pull.number).put("draft", pull.draft);
    json.put("changed_files", state.diff(pull).size());
    ((ObjectNode) json.get("base")).put("sha", pull.base).put("ref", pull.baseBranch);
    ((ObjectNode) json.get("head")).put("sha", pull.head);
    ObjectNode from = (ObjectNode) json.get("head").get("repo");
    from.put("id", pull.fork ? 4711 : repositoryJson().get("id").asLong());
    ArrayNode labels = json.putArray("labels");
    ObjectNode label = (ObjectNode) Contract.example("pulls.get.200").get("labels").get(0);
    pull.labels.forEach(name -> labels.add(label.deepCopy().put("name", name)));
    return Reply.of(200, json);
  }

  private Reply files(Asked asked) {
    FakePull pull = state.pull((int) asked.number(1));
    List<FakeDiff.File> all = state.diff(pull);
    int size = Integer.parseInt(asked.query().getOrDefault("per_page", "30"));
    int page = Integer.parseInt(asked.query().getOrDefault("page", "1"));
    int from = Math.min(all.size(), (page - 1) * size);
    int to = Math.min(all.size(), from + size);
    ArrayNode json = JSON.createArrayNode();
    JsonNode example = Contract.example("pulls.list-files.200").get(0);
    for (FakeDiff.File file : all.subList(from, to)) {
      ObjectNode entry = example.deepCopy();
      entry.put("filename", file.path()).put("status", file.status()).put("sha", file.sha());
      entry.remove("patch");
      if (file.patch() != null) {
        entry.put("patch", file.patch());
      }
      if (file.previous() != null) {
        entry.put("previous_filename", file.previous());
      }
      json.add(entry);
    }
    Reply reply = Reply.of(200, json);
    String next =
        server.endpoints().api()
            + "/repos/"
            + state.name
            + "/pulls/"
            + pull.number
            + "/files?per_page="
            + size
            + "&page="
            + (page + 1);
    return to < all.size() ? reply.with(Map.of("Link", "<" + next + ">; rel=\"next\"")) : reply;
  }

  private Reply review(Asked asked) {
    if (server.denies("comments")) {
      return forbidden();
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
      return forbidden();
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
      return forbidden();
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

  private Reply compare(Asked asked) {
    ObjectNode json = (ObjectNode) Contract.example("repos.compare-commits-with-basehead.200");
    String base = state.git.git("merge-base", asked.part(1), asked.part(2));
    ((ObjectNode) json.get("merge_base_commit")).put("sha", base);
    return Reply.of(200, json);
  }

  private Reply tree(Asked asked) {
    ObjectNode json = (ObjectNode) Contract.example("git.get-tree.200");
    json.put("sha", asked.part(1)).put("truncated", false);
    ArrayNode entries = json.putArray("tree");
    boolean recursive = asked.query().containsKey("recursive");
    String listed =
        recursive
            ? state.git.git("ls-tree", "-r", "-t", "-l", "-z", "--full-tree", asked.part(1))
            : state.git.git("ls-tree", "-l", "-z", "--full-tree", asked.part(1));
    if (recursive && server.denies("large trees") && known.add(asked.part(1))) {
      json.put("truncated", true);
      return Reply.of(200, json);
    }
    for (String line : listed.split("\0")) {
      if (!line.isEmpty()) {
        String[] words = line.substring(0, line.indexOf('\t')).split(" +");
        ObjectNode entry = entries.addObject();
        entry.put("path", line.substring(line.indexOf('\t') + 1));
        entry.put("mode", words[0]).put("type", words[1]).put("sha", words[2]);
        if (!words[3].equals("-")) {
          entry.put("size", Long.parseLong(words[3]));
        }
      }
    }
    return Reply.of(200, json);
  }

  private Reply blob(Asked asked) throws IOException {
    ObjectNode json = (ObjectNode) Contract.example("git.get-blob.200");
    byte[] bytes = output("cat-file", "blob", asked.part(1));
    json.put("sha", asked.part(1)).put("encoding", "base64").put("size", bytes.length);
    json.put("content", Base64.getMimeEncoder().encodeToString(bytes) + "\n");
    return Reply.of(200, json);
  }

  private Reply zipball(Asked asked) {
    String location = server.address() + "/codeload/" + asked.part(1) + "?token=once";
    return Reply.of(302, new byte[0]).with(Map.of("Location", location));
  }

  /** What codeload answers, on another host than the API: the token must not come here. */
  Reply archive(String commit, String authorization) throws IOException {
    byte[] bytes = output("archive", "--format=zip", "--prefix=octo-shop-1234/", commit);
    return Reply.of(200, bytes).with(Map.of("Content-Type", "application/zip"));
  }

  private byte[] output(String... arguments) throws IOException {
    Path file = Files.createTempFile("fake", ".bin");
    try {
      String[] command = new String[arguments.length + 3];
      command[0] = "git";
      command[1] = "-C";
      command[2] = state.git.root().toString();
      System.arraycopy(arguments, 0, command, 3, arguments.length);
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(file.toFile())
              .redirectErrorStream(true)
              .start();
      if (process.waitFor() != 0) {
        throw new IOException(Files.readString(file));
      }
      return Files.readAllBytes(file);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      Files.delete(file);
    }
  }

  private Reply createCheck(Asked asked) {
    if (server.denies("checks")) {
      return forbidden();
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
      return forbidden();
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

  private Reply permission(Asked asked) {
    String permission = state.permissions.getOrDefault(asked.part(1), "read");
    ObjectNode json = (ObjectNode) Contract.example("repos.get-collaborator-permission-level.200");
    json.put("permission", permission).put("role_name", permission);
    ((ObjectNode) json.get("user")).put("login", asked.part(1)).put("role_name", permission);
    return Reply.of(200, json);
  }

  private static void user(ObjectNode json, FakeActor actor) {
    ((ObjectNode) json.get("user")).put("login", actor.restLogin()).put("type", actor.type());
  }

  private static Reply forbidden() {
    return Reply.error(403, "Resource not accessible by integration");
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
    json.putArray("errors").add(read(refusal.body()).path("errors").path(0).path("message"));
    return Reply.of(422, json);
  }

  static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
