package dev.concertina.github;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

/** A GitHub App on the fake: its key, its installation's tokens, and what was delivered to it. */
final class FakeApp {
  static final String ID = "12345";
  static final FakeActor BOT = new FakeActor("concertina", "Bot");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final KeyPair KEYS = Jwts.SIG.RS256.keyPair().build();

  /** What time it is at GitHub. */
  Clock clock = Clock.systemUTC();

  /** For how long a token is good. */
  Duration life = Duration.ofHours(1);

  final List<Attempt> attempts = new ArrayList<>();

  /** The attempts that were asked for once more. */
  final List<Long> again = new ArrayList<>();

  /** Who delivers them once more. */
  LongConsumer courier = id -> {};

  /** What is answered to an installation's tokens, by the installation, while it is limited. */
  final Map<Long, FakeRest.Reply> limits = new ConcurrentHashMap<>();

  /** Whose requests were refused because of a limit. */
  final List<Long> refused = Collections.synchronizedList(new ArrayList<>());

  private final FakeGitHub github;
  private final Map<String, Instant> ends = new HashMap<>();
  private final Map<String, Long> holders = new HashMap<>();
  private int tokens;

  /** GitHub's attempt to deliver something. */
  record Attempt(long id, String guid, Instant time, String event, int status) {}

  FakeApp(FakeGitHub github) {
    this.github = github;
  }

  /** The key as GitHub gives it, in PKCS#1: what is in PKCS#8 after its first 26 bytes. */
  static String pem() {
    byte[] whole = KEYS.getPrivate().getEncoded();
    byte[] bare = java.util.Arrays.copyOfRange(whole, 26, whole.length);
    return "-----BEGIN RSA PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bare)
        + "\n-----END RSA PRIVATE KEY-----\n";
  }

  /** Who speaks with such a token; null for nobody. */
  FakeActor viewer(String token) {
    try {
      var claims =
          Jwts.parser()
              .clock(() -> Date.from(clock.instant()))
              .verifyWith(KEYS.getPublic())
              .build()
              .parseSignedClaims(token)
              .getPayload();
      Duration life =
          Duration.between(claims.getIssuedAt().toInstant(), claims.getExpiration().toInstant());
      boolean ours = ID.equals(claims.getIssuer()) && life.compareTo(Duration.ofMinutes(10)) <= 0;
      return ours ? BOT : null;
    } catch (JwtException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Whether a token was good and is no more. */
  boolean isOver(String token) {
    return ends.containsKey(token) && clock.instant().isAfter(ends.get(token));
  }

  /** The answer to a token whose installation is limited. */
  Optional<FakeRest.Reply> limit(String token) {
    Long holder = holders.get(token);
    Optional<FakeRest.Reply> limit = Optional.ofNullable(holder).map(limits::get);
    limit.ifPresent(reply -> refused.add(holder));
    return limit;
  }

  void on(FakeRest rest) {
    rest.onRoot("POST", "/app/installations/(\\d+)/access_tokens", asked -> token(asked.number(1)));
    rest.onRoot(
        "POST",
        "/app-manifests/c0de/conversions",
        asked -> FakeRest.Reply.of(201, Contract.example("apps.create-from-manifest.201")));
    rest.onRoot("GET", "/app/hook/deliveries", asked -> deliveries());
    rest.onRoot("POST", "/app/hook/deliveries/(\\d+)/attempts", asked -> again(asked.number(1)));
  }

  private FakeRest.Reply token(long installation) {
    String token = "ghs_token" + ++tokens;
    holders.put(token, installation);
    github.token(token, BOT);
    ends.put(token, clock.instant().plus(life));
    ObjectNode answer = (ObjectNode) Contract.example("apps.create-installation-access-token.201");
    // GitHub's own example has these not as its description has them.
    answer.remove("repositories");
    answer.put("token", token).put("expires_at", ends.get(token).toString());
    return FakeRest.Reply.of(201, answer);
  }

  private FakeRest.Reply deliveries() {
    ArrayNode list = JSON.createArrayNode();
    for (Attempt attempt : attempts.reversed()) {
      ObjectNode one =
          (ObjectNode) Contract.example("apps.list-webhook-deliveries.200").get(0).deepCopy();
      one.put("id", attempt.id()).put("guid", attempt.guid()).put("event", attempt.event());
      one.put("delivered_at", attempt.time().toString()).put("status_code", attempt.status());
      list.add(one);
    }
    return FakeRest.Reply.of(200, list);
  }

  private FakeRest.Reply again(long id) {
    again.add(id);
    courier.accept(id);
    return FakeRest.Reply.of(202, JSON.createObjectNode());
  }
}
