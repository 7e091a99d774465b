package dev.concertina.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concertina.github.Conversation.CheckRun;
import dev.concertina.github.Conversation.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads all that stands in a pull request, mostly in one call. */
final class ConversationReader {
  /** A hundred comments and a hundred threads each. */
  private static final int MOST_PAGES = 30;

  private final GraphQl graphql;
  private final Map<String, Said> comments = new LinkedHashMap<>();
  private final Map<String, Discussion> threads = new LinkedHashMap<>();

  ConversationReader(GraphQl graphql) {
    this.graphql = graphql;
  }

  /**
   * Reads a conversation.
   *
   * @param check the name of our check runs and statuses
   */
  Conversation read(Target target, String check) {
    comments.clear();
    threads.clear();
    String[] parts = target.repository().split("/");
    ObjectNode variables = Connection.object();
    variables.put("owner", parts[0]).put("name", parts[1]);
    variables.put("number", target.number()).put("talk", target.number() > 0);
    variables.put("head", target.head()).put("check", check);
    JsonNode first = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode data = graphql.query(GraphQl.document("conversation"), variables);
      first = first == null ? data : first;
      JsonNode pull = data.path("repository").path("pullRequest");
      String viewer = data.path("viewer").path("login").asText();
      pull.path("comments").path("nodes").forEach(node -> add(said(node, viewer, false)));
      pull.path("reviewThreads").path("nodes").forEach(node -> add(node, viewer));
      boolean more = next(variables, "comments", pull.path("comments"));
      more |= next(variables, "threads", pull.path("reviewThreads"));
      if (!more) {
        break;
      }
    }
    JsonNode commit = first.path("repository").path("object");
    return new Conversation(
        first.path("viewer").path("login").asText(),
        List.copyOf(comments.values()),
        List.copyOf(threads.values()),
        checks(commit),
        status(commit));
  }

  private static boolean next(ObjectNode variables, String name, JsonNode connection) {
    JsonNode info = connection.path("pageInfo");
    if (info.path("endCursor").isTextual()) {
      variables.put(name, info.path("endCursor").asText());
    }
    return info.path("hasNextPage").asBoolean();
  }

  private void add(Said said) {
    comments.put(said.node(), said);
  }

  private void add(JsonNode node, String viewer) {
    List<Said> all = new ArrayList<>();
    node.path("comments").path("nodes").forEach(comment -> all.add(said(comment, viewer, true)));
    if (!all.isEmpty()) {
      String id = node.path("id").asText();
      int size = node.path("comments").path("totalCount").asInt();
      threads.put(
          id, new Discussion(id, node.path("isResolved").asBoolean(), List.copyOf(all), size));
    }
  }

  private static Said said(JsonNode node, String viewer, boolean inThread) {
    JsonNode author = node.path("author");
    String login = author.path("login").asText("");
    boolean bot = author.path("__typename").asText().equals("Bot");
    boolean answered = false;
    for (JsonNode group : node.path("reactionGroups")) {
      answered |= group.path("viewerHasReacted").asBoolean();
    }
    return new Said(
        node.path("id").asText(),
        node.path("fullDatabaseId").asLong(),
        login,
        bot,
        // A bot's own name has an end that its name as an author lacks.
        (bot ? login + "[bot]" : login).equals(viewer),
        node.path("body").asText(""),
        Instant.parse(node.path("createdAt").asText()),
        node.path("lastEditedAt").isTextual(),
        node.path("isMinimized").asBoolean(),
        answered,
        inThread);
  }

  private static List<CheckRun> checks(JsonNode commit) {
    List<CheckRun> checks = new ArrayList<>();
    for (JsonNode suite : commit.path("checkSuites").path("nodes")) {
      for (JsonNode run : suite.path("checkRuns").path("nodes")) {
        checks.add(
            new CheckRun(
                run.path("databaseId").asLong(),
                run.path("externalId").asText(""),
                run.path("status").asText().equals("COMPLETED")));
      }
    }
    return checks;
  }

  private static Optional<Status> status(JsonNode commit) {
    JsonNode context = commit.path("status").path("context");
    return context.isObject()
        ? Optional.of(
            new Status(
                context.path("state").asText().toLowerCase(Locale.ROOT),
                context.path("description").asText("")))
        : Optional.empty();
  }
}
