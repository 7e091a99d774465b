package dev.concertina.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A database of its own for one case, with the sessions that the case opens. */
public final class Database implements AutoCloseable {

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

  /** Ends all sessions, whatever they are doing, and drops the database. */
  @Override
  public void close() {
    server.run("DROP DATABASE " + name + " WITH (FORCE)");
    clients.forEach(Client::close);
  }
}
