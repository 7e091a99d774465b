package dev.concertina.proof;

import java.util.List;

/**
 * One release of the application, as what it says to the database: statements with {@code :key} for
 * a row and {@code :value} for what is written there. Several run in one transaction; a read is
 * one.
 *
 * @param name for messages: {@code release 2}
 * @param insert adds a row with the value and answers its key
 * @param write gives a row a value; empty when the application never does
 * @param read answers a row's value
 * @param remove deletes a row; empty when the application never does
 */
record Release(
    String name, List<String> insert, List<String> write, List<String> read, List<String> remove) {

  Release {
    insert = List.copyOf(insert);
    write = List.copyOf(write);
    read = List.copyOf(read);
    remove = List.copyOf(remove);
    if (insert.isEmpty() || read.size() != 1) {
      throw new IllegalArgumentException(name + ": expected an insert and one read");
    }
  }

  boolean canWrite() {
    return !write.isEmpty();
  }

  boolean canRemove() {
    return !remove.isEmpty();
  }

  /** Something that a release says. */
  interface Call<T> {
    /** What the database answers: a key, a value, null, or several. */
    T answer();
  }

  String inserts(Client client, String value) {
    return say(client, insert, 0, value, true);
  }

  String writes(Client client, long key, String value) {
    return say(client, write, key, value, false);
  }

  String reads(Client client, long key) {
    return say(client, read, key, "", true);
  }

  /** What it reads in many rows, with as many statements but few round trips. */
  List<String> readsAll(Client client, List<Long> keys) {
    List<String> queries = keys.stream().map(key -> filled(read.getFirst(), key, "")).toList();
    try {
      return client.values(queries);
    } catch (Refused refused) {
      throw new Unanswered(name + ": " + queries.getFirst() + ": " + refused.getMessage(), refused);
    }
  }

  private static String filled(String sql, long key, String value) {
    return sql.replace(":key", String.valueOf(key)).replace(":value", value);
  }

  String removes(Client client, long key) {
    return say(client, remove, key, "", false);
  }

  private String say(
      Client client, List<String> statements, long key, String value, boolean answers) {
    boolean one = statements.size() == 1;
    String answer = null;
    String sql = "BEGIN";
    try {
      if (!one) {
        client.execute(sql);
      }
      for (int i = 0; i < statements.size(); i++) {
        sql = filled(statements.get(i), key, value);
        if (answers && i == statements.size() - 1) {
          answer = client.value(sql);
        } else {
          client.execute(sql);
        }
      }
      if (!one) {
        sql = "COMMIT";
        client.execute(sql);
      }
      return answer;
    } catch (Refused refused) {
      if (!one) {
        client.execute("ROLLBACK");
      }
      throw new Unanswered(name + ": " + sql + ": " + refused.getMessage(), refused);
    }
  }

  /** The database refused what a release said, or made it wait for too long. */
  static final class Unanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Unanswered(String message, Refused cause) {
      super(message, cause);
    }

    Refused refused() {
      return (Refused) getCause();
    }
  }
}
