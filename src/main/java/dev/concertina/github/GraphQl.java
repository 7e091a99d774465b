package dev.concertina.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** GitHub's GraphQL API: what REST does not have. */
final class GraphQl {
  /** Fields of one request; GitHub bounds what a request may cost. */
  private static final int MOST_AT_ONCE = 50;

  private final Connection connection;

  GraphQl(Connection connection) {
    this.connection = connection;
  }

  /** A document of the product, by its file's name. */
  static String document(String name) {
    try (InputStream in = GraphQl.class.getResourceAsStream(name + ".graphql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be read from the jar", e);
    }
  }

  /** Reads; the data of the answer. */
  JsonNode query(String document, ObjectNode variables) {
    JsonNode answer = send(Call.query(address(), body(document, variables)));
    if (answer.path("errors").isEmpty()) {
      return answer.path("data");
    }
    throw new GitHubException(200, "GraphQL: GitHub answers " + message(answer));
  }

  /**
   * Changes that can be made to many things and more than once.
   *
   * @param change the field with {@code %s} for the variable that names the thing
   * @param ids the things
   * @return those that it could not be done to
   */
  List<String> each(String change, List<String> ids) {
    List<String> left = new ArrayList<>();
    for (int i = 0; i < ids.size(); i += MOST_AT_ONCE) {
      left.addAll(some(change, ids.subList(i, Math.min(ids.size(), i + MOST_AT_ONCE))));
    }
    return left;
  }

  private List<String> some(String change, List<String> ids) {
    Map<String, String> names = new LinkedHashMap<>();
    StringBuilder fields = new StringBuilder();
    ObjectNode variables = Connection.object();
    for (String id : ids) {
      String name = "id" + names.size();
      names.put(name, id);
      variables.put(name, id);
      fields.append(name).append(": ").append(String.format(change, "$" + name)).append('\n');
    }
    String parameters = String.join(": ID!, ", names.keySet().stream().map(n -> "$" + n).toList());
    String document = "mutation Changes(" + parameters + ": ID!) {\n" + fields + "}";
    JsonNode answer = send(Call.change("POST", address(), body(document, variables)));
    return names.entrySet().stream()
        .filter(entry -> !answer.path("data").path(entry.getKey()).isObject())
        .map(Map.Entry::getValue)
        .toList();
  }

  private URI address() {
    return connection.endpoints().graphql();
  }

  private static byte[] body(String document, ObjectNode variables) {
    ObjectNode body = Connection.object().put("query", document);
    body.set("variables", variables);
    return Connection.bytes(body);
  }

  private JsonNode send(Call call) {
    Answer answer = connection.transport().send(call);
    JsonNode json = answer.json();
    boolean limited = false;
    for (JsonNode error : json.path("errors")) {
      limited |= error.path("type").asText().equals("RATE_LIMITED");
    }
    if (limited) {
      connection.transport().pace().closeUntilReset(answer);
      throw new RateLimitedException(connection.transport().pace().closedUntil());
    }
    if (json.path("data").isMissingNode() && json.path("errors").isEmpty()) {
      throw new GitHubException(answer.status(), call + ": GitHub answers no JSON");
    }
    return json;
  }

  private static String message(JsonNode answer) {
    return answer.path("errors").path(0).path("message").asText("with an error");
  }
}
