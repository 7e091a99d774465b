package dev.concertina.proof;

import dev.concertina.proof.Broken.Harm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The live releases at work on one database. One of them writes a row; then all of them read it,
 * and must find what was written. No statement may fail, or wait for a lock longer than a second.
 */
final class Traffic {

  private static final int THREADS = 2;
  private static final int ROUNDS = 40;
  private static final int AT_ONCE = 100;

  private final Database database;
  private final Ledger ledger;

  Traffic(Database database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /**
   * Keeps the releases at work for some rounds.
   *
   * @param moment for messages: when it was
   */
  void at(String moment, List<Release> live) {
    during(moment, live, () -> {});
  }

  /** Keeps the releases at work while a step runs, and for some rounds after it. */
  void during(String moment, List<Release> live, Runnable step) {
    AtomicBoolean stepIsDone = new AtomicBoolean();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> shifts = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Random random = new Random(i);
        shifts.add(threads.submit(() -> work(moment, live, random, stepIsDone)));
      }
      try {
        step.run();
      } finally {
        stepIsDone.set(true);
      }
      shifts.forEach(Traffic::end);
    }
  }

  /** Has a release read every row, while nobody writes. */
  void readsEverything(String moment, Release release) {
    List<Ledger.Row> rows = ledger.all();
    try (Client client = client()) {
      for (int from = 0; from < rows.size(); from += AT_ONCE) {
        List<Ledger.Row> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
        List<Long> keys = some.stream().map(row -> row.key).toList();
        List<String> found = tried(moment, () -> release.readsAll(client, keys));
        for (int i = 0; i < keys.size(); i++) {
          compare(moment, release, some.get(i), found.get(i));
        }
      }
    }
  }

  private void work(String moment, List<Release> live, Random random, AtomicBoolean stepIsDone) {
    List<Client> clients = live.stream().map(release -> client()).toList();
    try {
      for (int after = 0; after < ROUNDS; after += stepIsDone.get() ? 1 : 0) {
        round(moment, live, clients, random);
      }
    } finally {
      clients.forEach(Client::close);
    }
  }

  private void round(String moment, List<Release> live, List<Client> clients, Random random) {
    int writer = random.nextInt(live.size());
    Release release = live.get(writer);
    Client client = clients.get(writer);
    if (random.nextInt(3) == 0) {
      String value = ledger.newValue();
      String key = tried(moment, () -> release.inserts(client, value));
      ledger.add(Long.parseLong(key), value);
    }
    Ledger.Row row = ledger.any(random);
    row.lock();
    try {
      if (row.value != null && release.canWrite()) {
        String value = ledger.newValue();
        tried(moment, () -> release.writes(client, row.key, value));
        row.value = value;
      }
      if (row.value != null && release.canRemove() && random.nextInt(10) == 0) {
        tried(moment, () -> release.removes(client, row.key));
        row.value = null;
      }
      for (int reader = 0; reader < live.size(); reader++) {
        read(moment, live.get(reader), clients.get(reader), row);
      }
    } finally {
      row.unlock();
    }
  }

  private static void read(String moment, Release release, Client client, Ledger.Row row) {
    row.lock();
    try {
      compare(moment, release, row, tried(moment, () -> release.reads(client, row.key)));
    } finally {
      row.unlock();
    }
  }

  private static void compare(String moment, Release release, Ledger.Row row, String found) {
    if (!Objects.equals(found, row.value)) {
      String message = moment + ": %s reads %s in row %d, where %s was written last";
      throw new Broken(Harm.STALE, message.formatted(release.name(), found, row.key, row.value));
    }
  }

  private static <T> T tried(String moment, Release.Call<T> call) {
    try {
      return call.answer();
    } catch (Release.Unanswered e) {
      Harm harm = e.refused().lockNotAvailable() ? Harm.WAITED : Harm.FAILED;
      throw new Broken(harm, moment + ": " + e.getMessage());
    }
  }

  private Client client() {
    Client client = database.connect();
    client.execute("SET lock_timeout = '1s'");
    return client;
  }

  private static void end(Future<?> shift) {
    try {
      shift.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while the releases were at work", e);
    }
  }
}
