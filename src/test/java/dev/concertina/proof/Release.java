package dev.concertina.proof;

import java.util.List;

/**
 * One release of the application, as what it says to the database: statements with {@code :key} for
 * a row and {@code :value} for what is written there. Several run in one transaction.
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
    if (insert.isEmpty() || read.isEmpty()) {
      throw new IllegalArgumentException(name + ": expected an insert and a read");
    }
  }

  boolean canWrite() {
    return !write.isEmpty();
  }

  boolean canRemove() {
    return !remove.isEmpty();
  }

  /** Something that a release says. */
  interface Call {
    /** What the database answers: a key, a value, or null. */
    String answer();
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
        sql = statements.get(i).replace(":key", String.valueOf(key)).replace(":value", value);
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
