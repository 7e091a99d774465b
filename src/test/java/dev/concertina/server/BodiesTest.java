package dev.concertina.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concertina.server.Bodies.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodiesTest {
  private static final Duration TIME = Duration.ofSeconds(10);

  private long now = 17;
  private final Bodies bodies = new Bodies(() -> now, TIME, 100_000);

  /** Sends a byte at a time, and never ends. */
  private InputStream endless(Duration pause, int atOnce) {
    return new InputStream() {
      @Override
      public int read() {
        return 'x';
      }

      @Override
      public int read(byte[] into, int from, int most) {
        now += pause.toNanos();
        return Math.min(most, atOnce);
      }
    };
  }

  private static void isRefused(
      int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.status()).isEqualTo(status));
  }

  @Test
  void reads_to_the_end() throws Exception {
    int length = bodies.read(new ByteArrayInputStream(new byte[50_000]), -1, body -> body.length);
    assertThat(length).isEqualTo(50_000);
  }

  @Test
  void refuses_what_takes_too_long() {
    isRefused(408, () -> bodies.read(endless(Duration.ofSeconds(1), 1), 1000, body -> body));
    assertThat(now).isLessThan(Duration.ofSeconds(12).toNanos());
  }

  @Test
  void refuses_what_is_announced_too_large_unread() {
    InputStream unread =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("was read");
          }
        };
    isRefused(413, () -> bodies.read(unread, Bodies.MOST_BYTES + 1, body -> body));
  }

  @Test
  void refuses_what_is_too_large_without_a_word() {
    Bodies roomy = new Bodies(() -> now, TIME, 2 * Bodies.MOST_BYTES);
    isRefused(413, () -> roomy.read(endless(Duration.ZERO, 1 << 14), -1, body -> body));
  }

  @Test
  void refuses_what_is_too_much_together_and_has_room_again_afterwards() throws Exception {
    bodies.read(
        new ByteArrayInputStream(new byte[60_000]),
        -1,
        first -> {
          isRefused(
              503,
              () -> bodies.read(new ByteArrayInputStream(new byte[60_000]), -1, second -> second));
          return first;
        });
    assertThat(bodies.<Integer>read(new ByteArrayInputStream(new byte[90_000]), -1, b -> b.length))
        .isEqualTo(90_000);
  }
}
