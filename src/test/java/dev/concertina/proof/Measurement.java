package dev.concertina.proof;

import dev.concertina.proof.Relations.Relation;
import dev.concertina.schema.Lock;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Executes a case on a server and sees what happens to the relations that were there. */
final class Measurement {

  private static final String BUILDING = "building index \"";

  private final Database database;
  private final Client client;
  private final Client observer;
  private final Client holder;

  /** Opens the sessions that all cases share. */
  Measurement(Database database) {
    this.database = database;
    client = database.connect();
    holder = database.connect();
    observer = database.connect();
    observer.execute("SET lock_timeout = " + Client.GLIMPSE);
  }

  /**
   * Measures a case.
   *
   * @throws Refused when the setup can't be had
   */
  Outcome of(EffectCase given) {
    database.clear(client);
    client.run(given.setup());
    client.execute("SET client_min_messages = debug1");
    client.messages();
    try {
      return switch (given.look()) {
        case INSIDE -> inside(given);
        case WAITING -> waiting(given);
        case AFTERWARDS -> afterwards(given);
      };
    } catch (Refused e) {
      return Outcome.refused(e.getMessage());
    } finally {
      client.execute("ROLLBACK");
      holder.execute("ROLLBACK");
    }
  }

  private Outcome inside(EffectCase given) {
    client.execute("BEGIN");
    Relations before = new Relations(client);
    client.run(given.statement());
    return outcome(before, locks(before));
  }

  private Outcome waiting(EffectCase given) {
    Relations before = new Relations(client);
    holder.execute("BEGIN");
    holder.run(given.holding());
    Running running = client.start(given.statement());
    running.awaitWaiting(observer);
    Locks locks = locks(before);
    holder.execute("ROLLBACK");
    running.await();
    return outcome(before, locks);
  }

  private Outcome afterwards(EffectCase given) {
    Relations before = new Relations(client);
    client.run(given.statement());
    return outcome(before, new Locks(new TreeMap<>(), new TreeMap<>(), false, false));
  }

  private record Locks(
      SortedMap<String, Lock> tables,
      SortedMap<String, Lock> indexes,
      boolean blocksReads,
      boolean blocksWrites) {}

  /** The locks that the client's session has or asks for, and whom they make wait. */
  private Locks locks(Relations before) {
    SortedMap<String, Lock> tables = new TreeMap<>();
    SortedMap<String, Lock> indexes = new TreeMap<>();
    for (List<String> row :
        observer.rows(
            "SELECT relation, mode FROM pg_locks WHERE locktype = 'relation' AND pid = "
                + client.backend())) {
      Relation relation = before.get(row.get(0));
      if (relation != null) {
        Outcome.add(relation.index() ? indexes : tables, relation.name(), mode(row.get(1)));
      }
    }
    return new Locks(
        tables,
        Outcome.disturbing(indexes),
        somebodyWaits(before, true),
        somebodyWaits(before, false));
  }

  /** {@code ShareUpdateExclusiveLock} of pg_locks as a mode. */
  private static Lock mode(String name) {
    String words = name.substring(0, name.length() - "Lock".length());
    return Lock.valueOf(words.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
  }

  private boolean somebodyWaits(Relations before, boolean reading) {
    for (Relation relation : before.all()) {
      String probe = probe(relation, reading);
      if (probe != null && waits(probe)) {
        return true;
      }
    }
    return false;
  }

  private boolean waits(String probe) {
    try {
      observer.execute(probe);
      return false;
    } catch (Refused e) {
      return e.lockNotAvailable();
    }
  }

  /** A read or a write that changes nothing, or null when the relation can't be had that way. */
  private static String probe(Relation relation, boolean reading) {
    return switch (relation.kind()) {
      case 'r', 'p', 'v', 'm', 'f' ->
          reading
              ? "SELECT FROM " + relation.sql() + " LIMIT 1"
              : "DELETE FROM " + relation.sql() + " WHERE false";
      case 'S' ->
          reading
              ? "SELECT last_value FROM " + relation.sql()
              : "SELECT setval('" + relation.sql() + "', 1)";
      default -> null;
    };
  }

  private Outcome outcome(Relations before, Locks locks) {
    List<String> messages = client.messages();
    Relations after = new Relations(client);
    SortedSet<String> rewrites = new TreeSet<>();
    SortedSet<String> scans = new TreeSet<>();
    for (Relation relation : after.all()) {
      Relation known = before.get(relation.oid());
      if (known == null || relation.index() || relation.sequence()) {
        continue;
      }
      boolean otherFile = relation.file() != null && !relation.file().equals(known.file());
      if (otherFile && holdsRows(relation)) {
        rewrites.add(known.name());
      }
      if (relation.read() > known.read()) {
        scans.add(known.name());
      }
    }
    return new Outcome(
        null,
        locks.tables(),
        locks.indexes(),
        rewrites,
        scans,
        builds(before, messages),
        locks.blocksReads(),
        locks.blocksWrites());
  }

  private boolean holdsRows(Relation relation) {
    String size = client.value("SELECT pg_relation_size(" + relation.oid() + ")");
    return size != null && !size.equals("0");
  }

  /** From the server's message {@code building index "t_pkey" on table "t" serially}. */
  private SortedSet<String> builds(Relations before, List<String> messages) {
    SortedSet<String> builds = new TreeSet<>();
    for (String message : messages) {
      Relation table = message.startsWith(BUILDING) ? before.named(message.split("\"")[3]) : null;
      if (table != null && holdsRows(table)) {
        builds.add(table.name());
      }
    }
    return builds;
  }
}
