package dev.concertina.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concertina.github.FakeRest.Asked;
import dev.concertina.github.FakeRest.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What the fake answers about a repository and its pull requests. */
final class FakePulls {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final FakeRepository state;
  private final FakeGitHub server;

  FakePulls(FakeRepository state, FakeGitHub server) {
    this.state = state;
    this.server = server;
  }

  void on(FakeRest rest) {
    rest.on("GET", "", this::repository);
    rest.on("GET", "/pulls", this::pulls);
    rest.on("GET", "/pulls/(\\d+)", this::pull);
    rest.on("GET", "/pulls/(\\d+)/files", this::files);
    rest.on("GET", "/compare/([^.]+)\\.\\.\\.([0-9a-f]+)", this::compare);
    rest.on("GET", "/commits/([0-9a-f]+)/pulls", this::pullsOf);
    rest.on("GET", "/collaborators/([^/]+)/permission", this::permission);
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

  /** Filtered by {@code head=owner:branch}, as GitHub does: whatever the repository is called. */
  private Reply pulls(Asked asked) {
    String head = URLDecoder.decode(asked.query().get("head"), StandardCharsets.UTF_8);
    ArrayNode json = JSON.createArrayNode();
    for (FakePull pull : state.pulls()) {
      String from = pull.from(state.name);
      if (head.equals(from.split("/")[0] + ":" + pull.branch)) {
        ObjectNode entry = Contract.example("pulls.list.200").get(0).deepCopy();
        entry.putArray("requested_teams");
        entry.put("number", pull.number).put("state", "open");
        for (String side : List.of("base", "head")) {
          // GitHub's own example has these not as its description has them.
          ((ObjectNode) entry.get(side).get("repo"))
              .remove(List.of("network_count", "subscribers_count", "template_repository"));
        }
        ObjectNode end = (ObjectNode) entry.get("head");
        end.put("sha", pull.head).put("ref", pull.branch);
        ((ObjectNode) end.get("repo")).put("full_name", from);
        json.add(entry);
      }
    }
    return Reply.of(200, json);
  }

  private Reply pull(Asked asked) {
    FakePull pull = state.pull((int) asked.number(1));
    if (pull == null) {
      return Reply.error(404, "Not Found");
    }
    ObjectNode json = (ObjectNode) Contract.example("pulls.get.200");
    json.putArray("requested_teams");
    json.put("number", pull.number).put("draft", pull.draft);
    json.put("state", pull.closed ? "closed" : "open");
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

  private Reply pullsOf(Asked asked) {
    ArrayNode json = JSON.createArrayNode();
    JsonNode example =
        Contract.example("repos.list-pull-requests-associated-with-commit.200").get(0);
    for (FakePull pull : state.pulls()) {
      // Of a fork's commits GitHub often knows nothing here.
      if (pull.head.equals(asked.part(1)) && !pull.fork) {
        ObjectNode entry = example.deepCopy();
        entry.put("number", pull.number).put("state", pull.closed ? "closed" : "open");
        ((ObjectNode) entry.get("head")).put("sha", pull.head);
        // GitHub's own example has these not as its description has them.
        entry.putArray("requested_teams");
        List<String> surplus = List.of("network_count", "subscribers_count", "template_repository");
        ((ObjectNode) entry.get("head").get("repo")).remove(surplus);
        ((ObjectNode) entry.get("base").get("repo")).remove(surplus);
        json.add(entry);
      }
    }
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

  private Reply compare(Asked asked) {
    ObjectNode json = (ObjectNode) Contract.example("repos.compare-commits-with-basehead.200");
    String base = state.git.git("merge-base", asked.part(1), asked.part(2));
    ((ObjectNode) json.get("merge_base_commit")).put("sha", base);
    String tip = state.git.git("rev-parse", asked.part(1));
    ((ObjectNode) json.get("base_commit")).put("sha", tip);
    return Reply.of(200, json);
  }

  private Reply permission(Asked asked) {
    String permission = state.permissions.getOrDefault(asked.part(1), "read");
    ObjectNode json = (ObjectNode) Contract.example("repos.get-collaborator-permission-level.200");
    json.put("permission", permission).put("role_name", permission);
    ((ObjectNode) json.get("user")).put("login", asked.part(1)).put("role_name", permission);
    return Reply.of(200, json);
  }
}
