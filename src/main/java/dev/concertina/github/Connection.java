package dev.concertina.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.OptionalLong;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.RateLimitChecker;
import org.kohsuke.github.authorization.AuthorizationProvider;

/**
 * GitHub, as one token sees it. The library knows most of its REST API; what the library lacks is
 * asked for here; all of it goes the same way, within the same limits.
 */
public final class Connection {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Endpoints endpoints;
  private final Transport transport;
  private final GitHub library;

  public Connection(Endpoints endpoints, TokenSource tokens, Pace pace) {
    this(endpoints, tokens, pace, PATIENCE);
  }

  /**
   * @param patience how long one answer may take
   */
  Connection(Endpoints endpoints, TokenSource tokens, Pace pace, Duration patience) {
    this.endpoints = endpoints;
    this.transport = new Transport(endpoints, tokens, pace, patience);
    this.library = library(endpoints, transport);
  }

  private static GitHub library(Endpoints endpoints, Transport transport) {
    try {
      return new GitHubBuilder()
          .withEndpoint(endpoints.api().toString())
          .withConnector(new Connector(transport))
          .withAuthorizationProvider(AuthorizationProvider.ANONYMOUS)
          .withRateLimitChecker(RateLimitChecker.NONE)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is sent yet", e);
    }
  }

  /** How many requests were sent so far. */
  public int calls() {
    return transport.calls();
  }

  /** How many requests GitHub's primary limit leaves, as it said last. */
  public OptionalLong remaining() {
    return transport.pace().remaining();
  }

  Endpoints endpoints() {
    return endpoints;
  }

  Transport transport() {
    return transport;
  }

  /** A call of the library. */
  interface Use<T> {
    T with(GitHub library) throws IOException;
  }

  /** What the library answers; its own failures become ours. */
  <T> T ask(String what, Use<T> use) {
    try {
      return use.with(library);
    } catch (IOException e) {
      throw new GitHubException(0, what + ": " + e.getMessage(), e);
    }
  }

  /** Reads JSON. */
  JsonNode get(String path) {
    return transport.send(Call.get(endpoints.api(path))).json();
  }

  /** Makes content that people see. */
  JsonNode create(String path, ObjectNode body) {
    return transport.send(Call.create(endpoints.api(path), bytes(body))).json();
  }

  /** Makes something that nobody sees and that may be made twice. */
  JsonNode issue(String path) {
    return transport.send(Call.change("POST", endpoints.api(path), null)).json();
  }

  /** Changes what is there. */
  JsonNode change(String path, ObjectNode body) {
    return transport.send(Call.change("PATCH", endpoints.api(path), bytes(body))).json();
  }

  /** Deletes what is there. */
  void delete(String path) {
    transport.send(Call.change("DELETE", endpoints.api(path), null));
  }

  /** A new JSON object. */
  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static byte[] bytes(JsonNode json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can be written", e);
    }
  }
}
