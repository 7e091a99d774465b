package dev.concertina.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * The tokens of one installation of an App: each is good for an hour, and then there is another.
 */
public final class Installation implements TokenSource {
  /** A token that ends sooner is not used for something that takes a while. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final Connection asApp;
  private final long id;
  private final Timing timing;
  private String token;
  private Instant end = Instant.MIN;

  private Installation(Connection asApp, long id, Timing timing) {
    this.asApp = asApp;
    this.id = id;
    this.timing = timing;
  }

  /**
   * The tokens of an installation.
   *
   * @param pace the App's own: its limits are others than those of its installations
   */
  public static Installation of(App app, long id, Endpoints endpoints, Pace pace) {
    return new Installation(connection(app, endpoints, pace), id, pace.timing());
  }

  /** GitHub, as the App itself sees it. */
  public static Connection connection(App app, Endpoints endpoints, Pace pace) {
    TokenSource signed =
        new TokenSource() {
          @Override
          public String token() {
            return app.token(pace.timing().now());
          }

          @Override
          public boolean renew(String refused) {
            return false;
          }
        };
    return new Connection(endpoints, signed, pace);
  }

  @Override
  public synchronized String token() {
    if (token == null || !timing.now().isBefore(end.minus(MARGIN))) {
      fetch();
    }
    return token;
  }

  @Override
  public synchronized boolean renew(String refused) {
    if (refused.equals(token)) {
      fetch();
    }
    return !refused.equals(token);
  }

  private void fetch() {
    JsonNode answer = asApp.issue("/app/installations/" + id + "/access_tokens");
    String fresh = answer.path("token").asText("");
    if (fresh.isEmpty()) {
      throw new GitHubException(0, "installation " + id + ": expected a token, found none");
    }
    token = fresh;
    try {
      end = Instant.parse(answer.path("expires_at").asText());
    } catch (DateTimeParseException e) {
      // It is used once.
      end = Instant.MIN;
    }
  }
}
