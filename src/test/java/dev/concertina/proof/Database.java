package dev.concertina.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A database of its own for a test, with the sessions that the test opens. */
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
  private final List<Client> clients = Collections.synchronizedList(new ArrayList<>());

  Database(Server server, String name) {
    this.server = server;
    this.name = name;
  }

  String name() {
    return name;
  }

  /** A new session, which ends with this database at the latest. */
  public Client connect() {
    Client client = server.connect(name);
    clients.add(client);
    return client;
  }

  /** Runs SQL in a session of its own. */
  public void run(String sql) {
    try (Client client = server.connect(name)) {
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

  /** Ends all sessions, whatever they are doing, and drops the database. */
  @Override
  public void close() {
    server.run("DROP DATABASE " + name + " WITH (FORCE)");
    clients.forEach(Client::close);
  }
}
