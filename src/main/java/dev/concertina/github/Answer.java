package dev.concertina.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What GitHub answered.
 *
 * @param headers by their names, whatever their case
 */
record Answer(int status, Map<String, List<String>> headers, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 300;

  Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(entry -> name.equalsIgnoreCase(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .findFirst();
  }

  /** A header that is a number, or {@code otherwise}. */
  long number(String name, long otherwise) {
    try {
      return header(name).map(Long::parseLong).orElse(otherwise);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** The body as JSON; a missing node where it is none. */
  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }

  /** What GitHub says is wrong, on one line. */
  String complaint() {
    JsonNode json = json();
    StringBuilder text = new StringBuilder(json.path("message").asText(""));
    for (JsonNode error : json.path("errors")) {
      String detail = error.isTextual() ? error.asText() : error.path("message").asText("");
      text.append(detail.isEmpty() ? "" : ": " + detail);
    }
    String line = text.toString().replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
