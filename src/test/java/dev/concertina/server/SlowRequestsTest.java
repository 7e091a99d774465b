package dev.concertina.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowRequestsTest {
  private static final String HEADERS =
      "POST / HTTP/1.1\r\nHost: x\r\nX-Long: " + "y".repeat(100_000) + "\r\n";

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  /** Answers 200 when the body has come. */
  private static final class Reader extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      Content.Source.consumeAll(request);
      response.write(true, null, callback);
      return true;
    }
  }

  @BeforeEach
  void start() throws Exception {
    server.addConnector(connector);
    server.setHandler(new Reader());
    server.addBean(new SlowRequests(server, Duration.ofSeconds(1)));
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", connector.getLocalPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  /** Sends a byte every now and then until nobody listens any more. */
  private static int bytesUntilTheEnd(Socket socket, String text) throws Exception {
    for (int i = 0; i < text.length(); i++) {
      try {
        if (socket.getInputStream().available() > 0) {
          return i;
        }
        send(socket, text.substring(i, i + 1));
      } catch (IOException e) {
        return i;
      }
      Thread.sleep(50);
    }
    return text.length();
  }

  private static String answer(Socket socket) throws IOException {
    byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
    while (socket.getInputStream().available() > 0) {
      socket.getInputStream().read();
    }
    return new String(start, US_ASCII);
  }

  @Test
  void ends_what_sends_its_headers_byte_by_byte() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      slow.add(connect());
    }
    for (Socket socket : slow) {
      assertThat(bytesUntilTheEnd(socket, HEADERS)).isLessThan(HEADERS.length());
      socket.close();
    }
  }

  @Test
  void ends_it_after_a_good_request_as_well() throws Exception {
    try (Socket socket = connect()) {
      send(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(answer(socket)).isEqualTo("HTTP/1.1 200");
      assertThat(bytesUntilTheEnd(socket, HEADERS)).isLessThan(HEADERS.length());
    }
  }

  @Test
  void leaves_alone_what_waits_between_requests_or_is_slow_with_its_body() throws Exception {
    try (Socket socket = connect()) {
      send(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(answer(socket)).isEqualTo("HTTP/1.1 200");
      Thread.sleep(2_500);
      send(socket, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n");
      assertThat(bytesUntilTheEnd(socket, "x".repeat(50))).isEqualTo(50);
      assertThat(answer(socket)).isEqualTo("HTTP/1.1 200");
    }
  }
}
