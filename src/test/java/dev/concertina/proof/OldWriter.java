package dev.concertina.proof;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The running version, which knows nothing of a transformation: it inserts and updates rows as it
 * always did, most of them where the transformation is at work, and remembers what it wrote.
 */
final class OldWriter implements AutoCloseable {

  private final Client client;
  private final long rows;
  private final int batch;
  private final Map<Long, String> written = new TreeMap<>();
  private final Random random = new Random(7);
  private final Thread thread;
  private volatile boolean stopped;
  private RuntimeException failure;

  private OldWriter(Client client, long rows, int batch) {
    this.client = client;
    this.rows = rows;
    this.batch = batch;
    thread = Thread.ofPlatform().daemon().name("the running version").unstarted(this::work);
  }

  /**
   * Begins to write.
   *
   * @param rows how many there are, with the keys from 1 on
   * @param batch how many are changed at a time: it writes to those that are next
   */
  static OldWriter start(Database database, long rows, int batch) {
    OldWriter writer = new OldWriter(database.connect(), rows, batch);
    writer.thread.start();
    return writer;
  }

  private void work() {
    try {
      for (int i = 0; !stopped; i++) {
        String title = " written " + i + " ";
        if (i % 5 == 0) {
          String insert =
              "INSERT INTO audio (title, plays) VALUES ('" + title + "', 0) RETURNING id";
          written.put(Long.parseLong(client.value(insert)), title);
        } else {
          long id = i % 4 == 0 ? 1 + random.nextLong(rows) : near();
          String update = "UPDATE audio SET title = '" + title + "' WHERE id = " + id;
          client.execute(update);
          written.put(id, title);
        }
      }
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private long near() {
    String last = client.value("SELECT max(id) FROM audio_before");
    long at = last == null ? 0 : Long.parseLong(last);
    return Math.clamp(at + random.nextInt(2 * batch), 1, rows);
  }

  /** Ends, and answers what it wrote last, by key. */
  Map<Long, String> stop() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    if (failure != null) {
      throw new AssertionError("the running version failed", failure);
    }
    return written;
  }

  @Override
  public void close() {
    stop();
    client.close();
  }
}
