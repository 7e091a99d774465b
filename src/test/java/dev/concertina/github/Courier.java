package dev.concertina.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Delivers as GitHub does: signs, waits ten seconds, notes what failed, and tries once. */
final class Courier {
  static final String SECRET = "s3cret-of-the-webhook";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final FakeGitHub github;
  private final Supplier<Service> service;
  private final Map<Long, Parcel> failed = new ConcurrentHashMap<>();
  private final AtomicLong attempts = new AtomicLong();

  private record Parcel(String id, int number, String body) {}

  Courier(FakeGitHub github, Supplier<Service> service) {
    this.github = github;
    this.service = service;
    github.app.courier = attempt -> Thread.ofVirtual().start(() -> again(attempt));
  }

  private void again(long attempt) {
    Parcel parcel = failed.remove(attempt);
    if (parcel != null) {
      deliver(parcel.id(), parcel.number(), parcel.body());
    }
  }

  /** Somebody has pushed to a pull request. */
  int deliver(String id, int number) {
    return deliver(id, number, pushed(number, ""));
  }

  /** The answer's status, 0 when there was none. */
  int deliver(String id, int number, String body) {
    int status;
    try {
      status = send(id, body, signature(body));
    } catch (IOException e) {
      status = 0;
    }
    if (status != 202) {
      long attempt = attempts.incrementAndGet();
      failed.put(attempt, new Parcel(id, number, body));
      synchronized (github) {
        github.app.attempts.add(
            new FakeApp.Attempt(
                attempt, id, Instant.now(), "pull_request", status == 0 ? 502 : status));
      }
    }
    return status;
  }

  int send(String id, String body, String signature) throws IOException {
    try {
      return http.send(
              HttpRequest.newBuilder(service.get().at("/webhook"))
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/json")
                  .header("X-GitHub-Event", "pull_request")
                  .header("X-GitHub-Delivery", id)
                  .header("X-Hub-Signature-256", signature)
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString())
          .statusCode();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** The payload of a push, as long as one wishes. */
  static String pushed(int number, String description) {
    return """
    {"action": "synchronize", "number": %d, "repository": {"full_name": "octo/shop"},
     "pull_request": {"number": %d, "body": "%s"}, "installation": {"id": 5}}
    """
        .formatted(number, number, description);
  }

  static String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
