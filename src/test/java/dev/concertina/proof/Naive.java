package dev.concertina.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** A migration as the contributor wrote it, run under the running version to see what it does. */
final class Naive {

  private static final String KEY_VALUE = "1000001";

  private final Release running;
  private final boolean refused;
  private boolean blocksReads;
  private boolean blocksWrites;
  private final boolean breaksReads;
  private final boolean breaksWrites;

  /** Runs it in one transaction, as frameworks do; tries the running version within and after. */
  Naive(Database database, Recipe recipe) {
    running = recipe.releases().getFirst();
    try (Client migration = database.connect();
        Client application = database.connect()) {
      migration.execute("BEGIN");
      refused = !runs(migration, recipe);
      if (!refused) {
        blocksReads = tried(application, reads()).contains(Outcome.WAITS);
        blocksWrites = tried(application, writes()).contains(Outcome.WAITS);
      }
      migration.execute(refused ? "ROLLBACK" : "COMMIT");
      breaksReads = tried(application, reads()).contains(Outcome.FAILS);
      breaksWrites = tried(application, writes()).contains(Outcome.FAILS);
    }
  }

  private static boolean runs(Client migration, Recipe recipe) {
    try {
      migration.run(recipe.migration());
      return true;
    } catch (Refused e) {
      return false;
    }
  }

  /** That it did what was foretold. */
  void assertForetold(Recipe recipe, Advice advice) {
    assertThat(refused).as("refused").isEqualTo(recipe.refused());
    if (!refused) {
      assertThat(blocksReads).as("blocks reads").isEqualTo(advice.blocksReads());
      assertThat(blocksWrites).as("blocks writes").isEqualTo(advice.blocksWrites());
      // What is foretold and is no error is a wrong value, which only a rollout shows.
      assertThat(advice.breaksReads()).as("breaks reads").isIn(breaksReads, true);
      assertThat(advice.breaksWrites()).as("breaks writes").isIn(breaksWrites, true);
    }
  }

  /** Whether the running version fails or waits, or will. */
  boolean doesHarm() {
    return refused || blocksWrites || breaksReads || breaksWrites;
  }

  private enum Outcome {
    WORKS,
    WAITS,
    FAILS
  }

  private List<Call> reads() {
    return List.of(client -> running.reads(client, 1));
  }

  private List<Call> writes() {
    List<Call> calls = new ArrayList<>();
    calls.add(client -> running.inserts(client, KEY_VALUE));
    if (running.canWrite()) {
      calls.add(client -> running.writes(client, 1, KEY_VALUE));
    }
    if (running.canRemove()) {
      calls.add(client -> running.removes(client, 1));
    }
    return calls;
  }

  private interface Call {
    String on(Client client);
  }

  /** What becomes of each call; nothing of it stays. */
  private static List<Outcome> tried(Client client, List<Call> calls) {
    return calls.stream().map(call -> tried(client, call)).toList();
  }

  private static Outcome tried(Client client, Call call) {
    client.execute("BEGIN; SET LOCAL lock_timeout = " + Client.GLIMPSE);
    try {
      call.on(client);
      return Outcome.WORKS;
    } catch (Release.Unanswered e) {
      return e.refused().lockNotAvailable() ? Outcome.WAITS : Outcome.FAILS;
    } finally {
      client.execute("ROLLBACK");
    }
  }
}
