package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class AppManifestTest {
  /** The permission without which GitHub takes an event in no manifest. */
  private static final Map<String, String> PERMISSIONS =
      Map.of(
          "check_run", "checks",
          "check_suite", "checks",
          "issue_comment", "issues",
          "merge_group", "merge_queues",
          "pull_request", "pull_requests",
          "pull_request_review_comment", "pull_requests");

  private final JsonNode manifest = read();

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(AppManifest.of("https://concertina.example"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void asks_for_the_permission_of_each_event() {
    JsonNode permissions = manifest.path("default_permissions");
    assertThat(manifest.path("default_events")).isNotEmpty();
    assertThat(StreamSupport.stream(manifest.path("default_events").spliterator(), false))
        .allSatisfy(
            event -> {
              assertThat(PERMISSIONS).containsKey(event.asText());
              assertThat(permissions.has(PERMISSIONS.get(event.asText()))).isTrue();
            });
  }

  @Test
  void asks_for_no_more_than_the_least() {
    Map<String, String> asked = new HashMap<>();
    manifest
        .path("default_permissions")
        .fields()
        .forEachRemaining(field -> asked.put(field.getKey(), field.getValue().asText()));
    assertThat(asked)
        .isEqualTo(
            Map.of(
                "checks", "write",
                "pull_requests", "write",
                "contents", "read",
                "metadata", "read",
                "issues", "read",
                "merge_queues", "read"));
  }
}
