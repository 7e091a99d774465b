package dev.concertina.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int ask(Object port) {
    return Health.ask(Map.of("PORT", port.toString()), new PrintStream(out, true, UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"200,0", "503,1", "404,1"})
  void asks_the_service_whether_it_is_alive(int answer, int status) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/healthz",
        exchange -> {
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    server.start();
    try {
      assertThat(ask(server.getAddress().getPort())).isEqualTo(status);
      assertThat(out.toString(UTF_8)).contains("/healthz answers " + answer);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void says_that_there_is_none() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(ask(port)).isEqualTo(1);
    assertThat(out.toString(UTF_8)).startsWith("there is no service at http://127.0.0.1:" + port);
  }

  @Test
  void takes_no_nonsense_for_a_port() {
    assertThat(ask("x y")).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("there is no service");
  }
}
