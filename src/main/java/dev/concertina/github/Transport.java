package dev.concertina.github;

import dev.concertina.github.BoundedBody.TooLongException;
import dev.concertina.github.Call.Purpose;
import dev.concertina.github.Wire.Sink;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends requests: with the token, within the limits, again after failures that pass. What is not
 * repeatable is sent again only when it was certainly not carried out.
 */
final class Transport {
  private static final int MOST_ATTEMPTS = 4;
  private static final int MOST_REDIRECTS = 3;
  private static final int MOST_BYTES = 64 << 20;
  private static final Duration BACKOFF = Duration.ofMillis(500);
  private static final long LONGEST_BACKOFF = 60;

  private final Wire wire;
  private final TokenSource tokens;
  private final Pace pace;
  private final Sink memory;
  private final AtomicInteger calls = new AtomicInteger();
  private final Known known = new Known();

  /**
   * @param patience how long one answer may take, its body included
   */
  Transport(Endpoints endpoints, TokenSource tokens, Pace pace, Duration patience) {
    this.wire = new Wire(endpoints);
    this.tokens = tokens;
    this.pace = pace;
    this.memory = new Sink(null, MOST_BYTES, patience);
  }

  /** How many requests were sent. */
  int calls() {
    return calls.get();
  }

  Pace pace() {
    return pace;
  }

  /** The answer of a request that worked: its status is below 400. */
  Answer send(Call call) {
    return send(call, memory);
  }

  /** The same with the body of the answer in a file. */
  Answer send(Call call, Sink sink) {
    try {
      return new Attempts(call, sink).run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GitHubException(0, call + " was interrupted", e);
    }
  }

  private final class Attempts {
    private final Sink sink;
    private Call call;
    private int attempt;
    private int redirects;
    private boolean renewed;

    Attempts(Call call, Sink sink) {
      this.call = call;
      this.sink = sink;
    }

    Answer run() throws InterruptedException {
      while (true) {
        attempt++;
        pace.await(call.purpose() == Purpose.CREATE);
        String token = tokens.token();
        Answer answer = exchange(token);
        if (answer != null && isFinal(answer, token)) {
          return checked(answer);
        }
      }
    }

    private boolean isLast() {
      return attempt >= MOST_ATTEMPTS + redirects;
    }

    /** The answer, or null when there was none and it is worth another attempt. */
    private Answer exchange(String token) throws InterruptedException {
      Answer before = known.answer(call);
      String tag = before == null ? null : before.header("etag").orElse(null);
      calls.incrementAndGet();
      try (Turns.Turn turn = pace.turn(call.purpose())) {
        Answer answer = wire.exchange(call, token, tag, sink);
        pace.learn(answer);
        if (answer.status() == 304 && before != null) {
          return before;
        }
        known.keep(call, answer);
        return answer;
      } catch (IOException e) {
        boolean unsent = e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
        boolean tooLong = e instanceof TooLongException;
        if (isLast() || tooLong || !call.repeatable() && !unsent) {
          throw failure(e, call.repeatable() || unsent);
        }
        backOff(0);
        return null;
      }
    }

    private GitHubException failure(IOException e, boolean harmless) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      String message = call + ": no answer from GitHub: " + reason;
      return harmless ? new GitHubException(0, message, e) : new UncertainException(0, message, e);
    }

    private boolean isFinal(Answer answer, String token) throws InterruptedException {
      int status = answer.status();
      if (status == 401 && !renewed && tokens.renew(token)) {
        renewed = true;
        return false;
      }
      if (status >= 300 && status < 400 && status != 304) {
        call = call.at(elsewhere(answer));
        return false;
      }
      if (pace.limits(answer)) {
        if (isLast()) {
          throw new RateLimitedException(pace.closedUntil());
        }
        return false;
      }
      if (status >= 500 && call.repeatable() && !isLast()) {
        backOff(answer.number("retry-after", 0));
        return false;
      }
      return true;
    }

    /** Only what reads may be sent elsewhere. */
    private URI elsewhere(Answer answer) {
      redirects++;
      String location = answer.header("location").orElse("");
      if (call.isGet() && !location.isEmpty() && redirects <= MOST_REDIRECTS) {
        try {
          return call.uri().resolve(location);
        } catch (IllegalArgumentException e) {
          throw new GitHubException(answer.status(), call + ": GitHub sends it to no address", e);
        }
      }
      throw new GitHubException(answer.status(), call + ": GitHub sends it to another address");
    }

    private Answer checked(Answer answer) {
      int status = answer.status();
      if (status < 400) {
        return answer;
      }
      String message = call + ": GitHub answers " + status + ", " + answer.complaint();
      throw status >= 500 && !call.repeatable()
          ? new UncertainException(status, message, null)
          : new GitHubException(status, message);
    }

    private void backOff(long askedSeconds) throws InterruptedException {
      long most = BACKOFF.toMillis() << (attempt - 1);
      long own = most / 2 + (long) (most * pace.timing().chance() / 2);
      long asked = 1000 * Math.min(askedSeconds, LONGEST_BACKOFF);
      pace.timing().sleep(Duration.ofMillis(Math.max(own, asked)));
    }
  }
}
