package dev.concertina.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.github.Target;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final Wish SEVEN = new Wish(5, "octo/shop", 7, null, null, false);

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Clock clock = InstantSource.system().withZone(ZoneOffset.UTC);
  private Database database;
  private Ledger ledger;
  private Standing standing;

  @BeforeEach
  void open() {
    database =
        Database.open(
            ServiceSettings.read(
                Map.of("CONCERTINA_WEBHOOK_SECRET", "s", "CONCERTINA_DATA", folder.toString())));
    ledger = new Ledger(database, moving());
    standing = new Standing(database);
  }

  private Clock moving() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public java.time.ZoneId getZone() {
        return clock.getZone();
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }
    };
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Work seven() {
    return ledger.waiting(SEVEN.id()).orElseThrow();
  }

  @Test
  void takes_a_delivery_once() {
    assertThat(ledger.take("d1", "pull_request", List.of(SEVEN))).containsExactly(SEVEN);
    assertThat(ledger.take("d1", "pull_request", List.of(SEVEN))).isEmpty();
    assertThat(seven().wanted()).isEqualTo(1);
    assertThat(ledger.take("d2", "pull_request", List.of(SEVEN))).containsExactly(SEVEN);
    assertThat(seven().wanted()).isEqualTo(2);
    assertThat(seven().delivery()).isEqualTo("d2");
  }

  @Test
  void many_at_once_are_all_kept() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Integer>> calls =
          IntStream.range(0, 80)
              .mapToObj(i -> (Callable<Integer>) () -> takeOne("d" + i % 40))
              .toList();
      int taken = 0;
      for (Future<Integer> call : threads.invokeAll(calls)) {
        taken += call.get();
      }
      assertThat(taken).isEqualTo(40);
    }
    assertThat(seven().wanted()).isEqualTo(40);
  }

  private int takeOne(String delivery) {
    return ledger.take(delivery, "pull_request", List.of(SEVEN)).size();
  }

  @Test
  void what_comes_during_a_review_is_still_to_be_done_after_it() {
    ledger.take("d1", "pull_request", List.of(SEVEN));
    Work first = seven();
    ledger.take("d2", "pull_request", List.of(SEVEN));
    ledger.done(first, new Ledger.Done(7, "abc", "safe", Duration.ofMillis(40)));
    Work second = seven();
    assertThat(second.wanted()).isEqualTo(2);
    ledger.done(second, new Ledger.Done(7, "def", "blocked", Duration.ofMillis(50)));
    assertThat(ledger.waiting(SEVEN.id())).isEmpty();
    assertThat(standing.reviews(10))
        .extracting(Standing.Reviewed::head)
        .containsExactly("def", "abc");
  }

  @Test
  void what_was_given_up_is_taken_up_by_a_redelivery() {
    ledger.take("d1", "pull_request", List.of(SEVEN));
    ledger.failed(seven(), "no answer\nat all", true);
    assertThat(ledger.waiting(SEVEN.id())).isEmpty();
    assertThat(standing.depth()).isEqualTo(new Standing.Depth(0, 1, null));
    assertThat(standing.failing(5)).extracting(Work::problem).containsExactly("no answer at all");
    assertThat(ledger.take("d1", "pull_request", List.of(SEVEN))).containsExactly(SEVEN);
    assertThat(seven().attempts()).isZero();
  }

  @Test
  void another_run_is_wanted_until_it_ran() {
    Wish again = new Wish(5, "octo/shop", 7, null, null, true);
    ledger.take("d1", "check_run", List.of(again));
    ledger.take("d2", "pull_request", List.of(SEVEN));
    Work work = seven();
    assertThat(work.wish().again()).isTrue();
    ledger.done(work, null);
    ledger.take("d3", "pull_request", List.of(SEVEN));
    assertThat(seven().wish().again()).isFalse();
  }

  @Test
  void keeps_merge_groups_and_commits() {
    Target target = Target.ofMergeGroup("octo/shop", "main", "a1", "b2", "gh-readonly/main/pr-7-x");
    Wish group = new Wish(5, "octo/shop", 0, target, null, false);
    Wish commit = new Wish(5, "octo/shop", 0, null, "c3", true);
    ledger.take("d1", "merge_group", List.of(group));
    ledger.take("d2", "check_run", List.of(commit));
    assertThat(ledger.waiting(group.id()).orElseThrow().wish()).isEqualTo(group);
    assertThat(ledger.waiting(commit.id()).orElseThrow().wish()).isEqualTo(commit);
    assertThat(ledger.waiting(5)).isEqualTo(2);
    assertThat(ledger.stray()).containsExactlyInAnyOrder(group, commit);
  }

  @Test
  void what_is_passed_on_is_to_be_done_by_others_alone() {
    Wish commit = new Wish(5, "octo/shop", 0, null, "c3", true);
    ledger.take("a", "check_run", List.of(commit));
    Work work = ledger.waiting(commit.id()).orElseThrow();
    ledger.passOn(work, List.of(commit.ofPull(7)));
    assertThat(ledger.waiting(commit.id())).isEmpty();
    assertThat(ledger.waiting(SEVEN.id()))
        .hasValueSatisfying(
            pull -> {
              assertThat(pull.wish().again()).isTrue();
              assertThat(pull.delivery()).isEqualTo("a");
            });
  }

  @Test
  void says_for_how_long_the_oldest_waits() {
    ledger.take("d1", "pull_request", List.of(SEVEN));
    Instant first = now;
    now = now.plusSeconds(60);
    ledger.take("d2", "pull_request", List.of(SEVEN));
    assertThat(standing.depth()).isEqualTo(new Standing.Depth(1, 0, first));
  }

  @Test
  void forgets_what_nobody_asks_for_any_more() {
    ledger.take("d1", "pull_request", List.of(SEVEN));
    Wish eight = new Wish(5, "octo/shop", 8, null, null, false);
    ledger.take("d2", "pull_request", List.of(eight));
    ledger.done(seven(), new Ledger.Done(7, "abc", "safe", Duration.ofMillis(40)));
    now = now.plus(Duration.ofDays(8));
    ledger.clean();
    assertThat(ledger.take("d1", "pull_request", List.of())).isEmpty();
    assertThat(standing.reviews(5)).hasSize(1);
    now = now.plus(Duration.ofDays(30));
    ledger.clean();
    assertThat(standing.reviews(5)).isEmpty();
    assertThat(ledger.waiting(eight.id())).isPresent();
  }
}
