package dev.concertina.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.github.Timing;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Retry retry = new Retry(at(1));

  private static Timing at(double chance) {
    return new Timing() {
      @Override
      public Instant now() {
        return NOW;
      }

      @Override
      public void sleep(Duration time) {}

      @Override
      public double chance() {
        return chance;
      }
    };
  }

  private Duration wait(Throwable reason, int failures) {
    return Duration.between(NOW, retry.after(reason, failures).orElseThrow());
  }

  @Test
  void waits_twice_as_long_each_time_up_to_half_an_hour() {
    StoreException away = new StoreException(new SQLException("away"));
    assertThat(wait(away, 1)).isEqualTo(Duration.ofSeconds(10));
    assertThat(wait(away, 2)).isEqualTo(Duration.ofSeconds(20));
    assertThat(wait(away, 5)).isEqualTo(Duration.ofSeconds(160));
    assertThat(wait(away, 11)).isEqualTo(Duration.ofMinutes(30));
    assertThat(retry.after(away, 12)).isEmpty();
  }

  @Test
  void spreads_the_waits() {
    StoreException away = new StoreException(new SQLException("away"));
    assertThat(new Retry(at(0)).after(away, 1)).contains(NOW.plusSeconds(5));
  }

  @Test
  void gives_up_early_on_what_is_no_fault_of_github() {
    assertThat(wait(new IllegalStateException("a bug"), 2)).isEqualTo(Duration.ofSeconds(20));
    assertThat(retry.after(new IllegalStateException("a bug"), 3)).isEmpty();
  }

  @Test
  void hands_back_at_once_what_was_interrupted() {
    RuntimeException cut = new IllegalStateException("cut off", new InterruptedException());
    assertThat(retry.after(cut, 40)).contains(NOW);
    assertThat(Retry.isInnocent(cut)).isTrue();
    assertThat(Retry.isInnocent(new IllegalStateException("a bug"))).isFalse();
  }
}
