package dev.concertina.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fake's REST API. Its answers are GitHub's own examples with the state filled in. */
final class FakeRest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FakeRepository state;
  private final Map<Pattern, Handler> handlers = new LinkedHashMap<>();

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

    static Reply forbidden() {
      return error(403, "Resource not accessible by integration");
    }

    Reply with(Map<String, String> more) {
      return new Reply(status, body, more);
    }
  }

  /** What is asked. */
  record Asked(Matcher path, Map<String, String> query, JsonNode body, FakeActor viewer) {
    String part(int i) {
      return URLDecoder.decode(path.group(i).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    long number(int i) {
      return Long.parseLong(path.group(i));
    }
  }

  /** Answers one kind of request. */
  interface Handler {
    Reply answer(Asked asked) throws IOException;
  }

  FakeRest(FakeRepository state) {
    this.state = state;
  }

  /** Registers a path under the repository. */
  void on(String method, String path, Handler handler) {
    handlers.put(Pattern.compile(method + " /repos/" + state.name + path), handler);
  }

  /** Registers a path that belongs to no repository. */
  void onRoot(String method, String path, Handler handler) {
    handlers.put(Pattern.compile(method + " " + path), handler);
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

  static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
