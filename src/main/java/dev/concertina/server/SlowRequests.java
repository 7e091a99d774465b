package dev.concertina.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Closes connections whose request does not have all its headers in time. The idle time of a
 * connection begins anew with every byte, so that a byte now and then would hold one for ever.
 */
final class SlowRequests extends AbstractLifeCycle implements Connection.Listener {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Server server;
  private final long most;
  private final Map<Connection, Progress> open = new ConcurrentHashMap<>();

  /**
   * How far a connection was when nothing of its next request had come yet.
   *
   * @param requests how many had come with all their headers
   * @param time when it was looked at, in nanoseconds
   */
  private record Progress(long requests, long bytes, long time) {}

  /**
   * @param time for the headers of one request
   */
  SlowRequests(Server server, Duration time) {
    this.server = server;
    this.most = time.toNanos();
  }

  @Override
  protected void doStart() {
    for (Connector connector : server.getConnectors()) {
      connector.addEventListener(this);
    }
    lookAgain();
  }

  private void lookAgain() {
    server.getScheduler().schedule(this::look, PAUSE);
  }

  private void look() {
    if (isRunning()) {
      long now = System.nanoTime();
      open.forEach((connection, before) -> look(connection, before, now));
      lookAgain();
    }
  }

  private void look(Connection connection, Progress before, long now) {
    long requests = connection.getMessagesIn();
    long bytes = connection.getBytesIn();
    boolean answers = connection.getMessagesOut() < requests;
    if (answers || requests != before.requests() || bytes == before.bytes()) {
      open.replace(connection, before, new Progress(requests, bytes, now));
    } else if (now - before.time() > most) {
      connection.getEndPoint().close();
    }
  }

  @Override
  public void onOpened(Connection connection) {
    open.put(connection, new Progress(0, 0, System.nanoTime()));
  }

  @Override
  public void onClosed(Connection connection) {
    open.remove(connection);
  }
}
