package dev.concertina.proof;

import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A database of its own for a test. It keeps the sessions that the test has closed, as the pool of
 * an application does: to open one takes the server a hundred times as long as a statement.
 */
public final class Database implements AutoCloseable {

  /** Much cheaper than a new database. */
  private static final String CLEAR =
      """
      DO $$
      DECLARE
        drops text;
      BEGIN
        FOR drops IN
          SELECT format('DROP PUBLICATION %I', pubname) FROM pg_publication
          UNION ALL
          SELECT format('DROP SUBSCRIPTION %I', subname) FROM pg_subscription
          UNION ALL
          SELECT format('DROP EVENT TRIGGER %I', evtname) FROM pg_event_trigger
          UNION ALL
          SELECT format('DROP FOREIGN DATA WRAPPER %I CASCADE', fdwname)
          FROM pg_foreign_data_wrapper
          UNION ALL
          SELECT format('DROP SCHEMA %I CASCADE', nspname) FROM pg_namespace
          WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
          UNION ALL
          SELECT format('DROP ACCESS METHOD %I', amname) FROM pg_am WHERE oid >= 16384
        LOOP
          EXECUTE drops;
        END LOOP;
        CREATE SCHEMA public;
        GRANT ALL ON SCHEMA public TO PUBLIC;
      END $$
      """;

  private final Server server;
  private final String name;
  private final Deque<Client> idle = new ConcurrentLinkedDeque<>();
  private final Queue<Client> all = new ConcurrentLinkedQueue<>();

  Database(Server server, String name) {
    this.server = server;
    this.name = name;
  }

  String name() {
    return name;
  }

  /** A session of one's own until it is closed, or until this database is. */
  public Client connect() {
    Client client = idle.poll();
    if (client == null) {
      client = server.connect(name, this::takeBack);
      all.add(client);
    }
    return client;
  }

  private void takeBack(Client client) {
    client.reset();
    idle.push(client);
  }

  /** Runs SQL in a session of its own. */
  public void run(String sql) {
    try (Client client = connect()) {
      client.run(sql);
    }
  }

  /**
   * Drops all that is in it, so that the next case finds it as new.
   *
   * @param client a session that is in no transaction; its settings are reset as well
   */
  public void clear(Client client) {
    client.execute("DISCARD ALL");
    client.execute(CLEAR);
    client.messages();
  }

  /** Leaves it to the next test, empty, or ends its sessions and drops it when some are at work. */
  @Override
  public void close() {
    if (idle.size() == all.size()) {
      try (Client client = connect()) {
        clear(client);
      }
      server.takeBack(this);
    } else {
      server.run("DROP DATABASE " + name + " WITH (FORCE)");
      all.forEach(Client::end);
    }
  }
}
