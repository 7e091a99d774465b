package dev.concertina.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What GitHub tried to deliver to the App. It does not try again by itself: whoever was away has to
 * ask for what failed.
 */
public final class HookDeliveries {
  private static final int PAGE = 100;

  /** Newest first, so that a flood of old failures costs no more than this. */
  private static final int MOST_PAGES = 10;

  private final Connection asApp;

  public HookDeliveries(Connection asApp) {
    this.asApp = asApp;
  }

  /**
   * A delivery that failed and did not arrive since.
   *
   * @param id of the last attempt
   * @param delivery the id that all attempts have
   * @param attempts how many there were
   */
  public record Failed(long id, String delivery, String event, int attempts) {}

  /** What failed since then, oldest first. */
  public List<Failed> failed(Instant since) {
    Map<String, Failed> failed = new LinkedHashMap<>();
    Set<String> arrived = new HashSet<>();
    String cursor = "";
    for (int page = 0; page < MOST_PAGES && cursor != null; page++) {
      Answer answer =
          asApp
              .transport()
              .send(
                  Call.get(
                      asApp.endpoints().api("/app/hook/deliveries?per_page=" + PAGE + cursor)));
      cursor = next(answer);
      for (JsonNode attempt : answer.json()) {
        if (time(attempt).isBefore(since)) {
          cursor = null;
          break;
        }
        read(attempt, failed, arrived);
      }
    }
    failed.keySet().removeAll(arrived);
    return new ArrayList<>(failed.values()).reversed();
  }

  private static void read(JsonNode attempt, Map<String, Failed> failed, Set<String> arrived) {
    String delivery = attempt.path("guid").asText();
    int status = attempt.path("status_code").asInt();
    if (status >= 200 && status < 300) {
      arrived.add(delivery);
      return;
    }
    Failed later = failed.get(delivery);
    failed.put(
        delivery,
        later == null
            ? new Failed(attempt.path("id").asLong(), delivery, attempt.path("event").asText(), 1)
            : new Failed(later.id(), delivery, later.event(), later.attempts() + 1));
  }

  /** Asks GitHub to deliver it again. */
  public void again(Failed failed) {
    asApp.issue("/app/hook/deliveries/" + failed.id() + "/attempts");
  }

  private static Instant time(JsonNode attempt) {
    try {
      return Instant.parse(attempt.path("delivered_at").asText());
    } catch (DateTimeParseException e) {
      return Instant.MAX;
    }
  }

  /** The parameter for the next page: {@code Link: <…&cursor=v1_123>; rel="next"}. */
  private static String next(Answer answer) {
    for (String link : answer.header("link").orElse("").split(",")) {
      int start = link.indexOf("cursor=");
      int end = link.indexOf('>', start);
      if (link.contains("rel=\"next\"") && start > 0 && end > start) {
        String cursor = link.substring(start, end).split("&")[0];
        return cursor.matches("cursor=[A-Za-z0-9_%=-]+") ? "&" + cursor : null;
      }
    }
    return null;
  }
}
