package dev.concertina.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Makes the App: GitHub takes a description from a form and gives a code for what it made. */
public final class AppManifest {
  /**
   * All that it hears of, and that can ask for a review; what happens to its installations it hears
   * without asking.
   */
  public static final List<String> EVENTS =
      List.of(
          "check_run",
          "check_suite",
          "issue_comment",
          "merge_group",
          "pull_request",
          "pull_request_review_comment");

  private AppManifest() {}

  /**
   * The description, for the field {@code manifest} of the form.
   *
   * @param service the address at which GitHub reaches the service, without a final slash
   */
  public static String of(String service) {
    ObjectNode manifest = Connection.object();
    manifest.put("name", "Concertina");
    manifest.put("url", "https://github.com/concertina/concertina");
    manifest.put("redirect_url", service + "/setup/created");
    manifest.put("public", false);
    manifest.putObject("hook_attributes").put("url", service + "/webhook").put("active", true);
    ArrayNode events = manifest.putArray("default_events");
    EVENTS.forEach(events::add);
    manifest
        .putObject("default_permissions")
        .put("checks", "write")
        .put("pull_requests", "write")
        .put("contents", "read")
        .put("metadata", "read")
        // GitHub takes no event without its permission: issue_comment, and merge_group.
        .put("issues", "read")
        .put("merge_queues", "read");
    return manifest.toString();
  }

  /**
   * The App that was made.
   *
   * @param page where it can be installed
   */
  public record Made(String id, String name, String secret, String pem, String page) {
    @Override
    public String toString() {
      return "App " + id;
    }
  }

  /** Fetches what was made. The code is good for an hour, and once. */
  public static Made made(String code, Endpoints endpoints, Pace pace) {
    if (!code.matches("[A-Za-z0-9_-]{1,100}")) {
      throw new GitHubException(400, "expected the code that GitHub gave, found something else");
    }
    Connection nobody = new Connection(endpoints, TokenSource.NONE, pace);
    JsonNode made = nobody.issue("/app-manifests/" + code + "/conversions");
    return new Made(
        made.path("id").asText(),
        made.path("name").asText(),
        made.path("webhook_secret").asText(),
        made.path("pem").asText(),
        made.path("html_url").asText() + "/installations/new");
  }
}
