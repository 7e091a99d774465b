package dev.concertina.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concertina.github.AppManifest;
import dev.concertina.github.Event;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Takes deliveries: answers only when what they ask for is written down. */
final class Deliveries {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<String> HOUSEKEEPING =
      Set.of("installation", "installation_repositories");

  private static final String NAME = "[A-Za-z0-9_-]{1,100}";

  private final Signature signature;
  private final Ledger ledger;
  private final Queue queue;
  private final Metrics metrics;
  private volatile boolean closed;

  Deliveries(Signature signature, Ledger ledger, Queue queue, Metrics metrics) {
    this.signature = signature;
    this.ledger = ledger;
    this.queue = queue;
    this.metrics = metrics;
  }

  /**
   * What is answered.
   *
   * @param says one line
   */
  record Answer(int status, String says) {}

  /**
   * What came.
   *
   * @param type its media type, or null
   * @param event the event's name, or null
   * @param id of the delivery, or null
   * @param signed the signature, or null
   */
  record Delivery(String type, String event, String id, String signed, byte[] body) {}

  /** Whether an event of that name can ask for a review; others are answered and forgotten. */
  static boolean asksForReviews(String event) {
    return AppManifest.EVENTS.contains(event);
  }

  /** Nothing more is taken: the service ends. */
  void close() {
    closed = true;
  }

  /** Takes one. */
  Answer take(Delivery delivery) {
    Answer refusal = refusal(delivery);
    if (refusal != null) {
      return counted("unknown", refusal);
    }
    MDC.put("delivery", delivery.id());
    try {
      return counted(label(delivery.event()), read(delivery));
    } finally {
      MDC.remove("delivery");
    }
  }

  /** What is wrong with what stands around the payload, or null. */
  private Answer refusal(Delivery delivery) {
    String type = delivery.type();
    if (type == null || !type.split(";")[0].strip().equalsIgnoreCase("application/json")) {
      return new Answer(415, "expected application/json");
    }
    if (!isName(delivery.event())) {
      return new Answer(400, "expected the header X-GitHub-Event");
    }
    if (!isName(delivery.id())) {
      return new Answer(400, "expected the header X-GitHub-Delivery");
    }
    return signature.fits(delivery.signed(), delivery.body())
        ? null
        : new Answer(401, "expected " + Signature.HEADER + " by our secret");
  }

  private static boolean isName(String header) {
    return header != null && header.matches(NAME);
  }

  private Answer counted(String event, Answer answer) {
    metrics.delivered(event, answer.status());
    return answer;
  }

  /** Whoever signs may name an event as they like; labels are few. */
  private static String label(String event) {
    boolean known = asksForReviews(event) || HOUSEKEEPING.contains(event) || event.equals("ping");
    return known ? event : "other";
  }

  private Answer read(Delivery delivery) {
    JsonNode payload;
    try {
      payload = JSON.readTree(delivery.body());
    } catch (IOException e) {
      return new Answer(400, "expected JSON");
    }
    if (payload == null || !payload.isObject()) {
      return new Answer(400, "expected a JSON object");
    }
    if (!asksForReviews(delivery.event())) {
      return new Answer(200, "nothing to do");
    }
    List<Wish> wishes;
    try {
      wishes =
          Event.of(delivery.event(), payload)
              .map(event -> Wish.of(event, Wish.installation(payload)))
              .orElse(List.of());
    } catch (IllegalArgumentException e) {
      return new Answer(400, e.getMessage());
    }
    return wishes.isEmpty() ? new Answer(200, "nothing to do") : keep(delivery, wishes);
  }

  private Answer keep(Delivery delivery, List<Wish> wishes) {
    if (closed) {
      return new Answer(503, "shutting down");
    }
    try {
      List<Wish> taken = ledger.take(delivery.id(), delivery.event(), wishes);
      schedule(taken);
    } catch (StoreException e) {
      LOG.warn("a delivery was refused: {}", e.getMessage());
      return new Answer(503, "it can't be stored now");
    }
    return new Answer(202, delivery.id());
  }

  /** What is written down is not lost: what can't be scheduled now is when the queue is swept. */
  private void schedule(List<Wish> taken) {
    try {
      taken.forEach(queue::schedule);
    } catch (RuntimeException e) {
      LOG.warn("a review is scheduled later: {}", e.getMessage());
    }
  }
}
