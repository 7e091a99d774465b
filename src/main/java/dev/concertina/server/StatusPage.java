package dev.concertina.server;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the service is doing. Names are for the admin: not everybody may know the repositories. */
final class StatusPage {
  private static final int MOST = 25;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private final Standing standing;
  private final Gate gate;
  private final Admin admin;
  private final Clock clock;
  private final View view;

  StatusPage(Standing standing, Gate gate, Admin admin, Clock clock, View view) {
    this.standing = standing;
    this.gate = gate;
    this.admin = admin;
    this.clock = clock;
    this.view = view;
  }

  void show(Context context) {
    boolean named = admin.is(context);
    if (context.queryParam("names") != null && !named && admin.exists()) {
      admin.ask(context);
      return;
    }
    Standing.Depth depth = standing.depth();
    List<Map<String, Object>> reviews =
        standing.reviews(MOST).stream().map(review -> row(review, named)).toList();
    List<Map<String, Object>> failing =
        standing.failing(MOST).stream().map(work -> row(work, named)).toList();
    Map<String, Object> values = new HashMap<>();
    values.put("closed", !gate.isOpen());
    values.put("waiting", depth.waiting());
    values.put("parked", depth.parked());
    values.put("oldest", depth.oldest() == null ? "–" : span(since(depth.oldest())));
    values.put(
        "remaining",
        gate.remaining().isPresent() ? String.valueOf(gate.remaining().getAsLong()) : "–");
    values.put("reviews", reviews);
    values.put("hasReviews", !reviews.isEmpty());
    values.put("failing", failing);
    values.put("hasFailing", !failing.isEmpty());
    values.put("hidden", !named && admin.exists());
    view.show(context, "Status", "status.html", values);
  }

  private Duration since(Instant time) {
    Duration since = Duration.between(time, clock.instant());
    return since.isNegative() ? Duration.ZERO : since;
  }

  private static Map<String, Object> row(Standing.Reviewed review, boolean named) {
    return Map.of(
        "what", what(review.repository(), review.number(), named),
        "verdict", review.verdict(),
        "took", span(Duration.ofMillis(review.millis())),
        "finished", TIME.format(review.finished()));
  }

  private static Map<String, Object> row(Work work, boolean named) {
    return Map.of(
        "what",
        what(work.wish().repository(), work.wish().number(), named),
        "state",
        work.parked() ? "parked" : "waiting",
        "attempts",
        work.attempts(),
        // GitHub's own words name repositories.
        "problem",
        named ? work.problem() : "");
  }

  private static String what(String repository, int number, boolean named) {
    String kind = number == 0 ? "a merge group" : "a pull request";
    return named ? repository + (number == 0 ? "" : "#" + number) : kind;
  }

  /** A time for people: {@code 340 ms}, {@code 2.1 s}, {@code 5 min}. */
  static String span(Duration time) {
    if (time.toMillis() < 1000) {
      return time.toMillis() + " ms";
    }
    if (time.toSeconds() < 60) {
      return time.toSeconds() + "." + time.toMillisPart() / 100 + " s";
    }
    return time.toMinutes() < 120 ? time.toMinutes() + " min" : time.toHours() + " h";
  }
}
