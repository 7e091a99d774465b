package dev.concertina.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the application wrote last, row by row. Every live release must read exactly that: a row
 * that is missing or older is one that the rollout lost.
 */
final class Ledger {

  private final Map<Long, Row> rows = new HashMap<>();
  private final List<Row> list = new ArrayList<>();
  private final AtomicLong values = new AtomicLong(1_000_000);

  /** A row: whoever holds its lock may write it, and knows what everybody must read. */
  static final class Row extends ReentrantLock {
    private static final long serialVersionUID = 1L;

    final long key;
    String value;

    private Row(long key, String value) {
      this.key = key;
      this.value = value;
    }
  }

  private Ledger() {}

  /** What a query says stands in the database: its first column the key, its second the value. */
  static Ledger of(Database database, String rows) {
    Ledger ledger = new Ledger();
    try (Client client = database.connect()) {
      client.rows(rows).forEach(row -> ledger.add(Long.parseLong(row.get(0)), row.get(1)));
    }
    return ledger;
  }

  /** A value that nobody has written yet. */
  String newValue() {
    return String.valueOf(values.incrementAndGet());
  }

  synchronized void add(long key, String value) {
    Row row = new Row(key, value);
    if (rows.putIfAbsent(key, row) != null) {
      throw new IllegalStateException("the key " + key + " was given out twice");
    }
    list.add(row);
  }

  /** A row of which to write or read; the newest ones more often, where the releases meet. */
  synchronized Row any(Random random) {
    int from = random.nextBoolean() ? Math.max(0, list.size() - 50) : 0;
    return list.get(random.nextInt(from, list.size()));
  }

  synchronized List<Row> all() {
    return List.copyOf(list);
  }

  synchronized long smallest() {
    return list.stream().mapToLong(row -> row.key).min().orElse(0);
  }

  synchronized long largest() {
    return list.stream().mapToLong(row -> row.key).max().orElse(0);
  }
}
