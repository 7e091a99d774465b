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

  /** Has every live release read every row. */
  void readsEverything(String moment, List<Release> live) {
    for (Release release : live) {
      try (Client client = client()) {
        ledger.all().forEach(row -> read(moment, release, client, row));
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
      String found = tried(moment, () -> release.reads(client, row.key));
      if (!Objects.equals(found, row.value)) {
        String message = moment + ": %s reads %s in row %d, where %s was written last";
        throw new Broken(Harm.STALE, message.formatted(release.name(), found, row.key, row.value));
      }
    } finally {
      row.unlock();
    }
  }

  private static String tried(String moment, Release.Call call) {
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
