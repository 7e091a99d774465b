package dev.concertina.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Asks the service on this machine whether it is alive: what the image's health check runs, since a
 * small image has no other program that could.
 */
final class Health {
  private static final int PATIENCE = (int) Duration.ofSeconds(4).toMillis();
  private static final String DEFAULT_PORT = "8080";

  private Health() {}

  /** Ends with 0 when the service says that it is alive, else with 1. */
  public static void main(String[] arguments) {
    System.exit(ask(System.getenv(), System.out));
  }

  static int ask(Map<String, String> environment, PrintStream out) {
    String address =
        "http://127.0.0.1:" + environment.getOrDefault("PORT", DEFAULT_PORT) + "/healthz";
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(address).toURL().openConnection();
      connection.setConnectTimeout(PATIENCE);
      connection.setReadTimeout(PATIENCE);
      int status = connection.getResponseCode();
      out.println(address + " answers " + status);
      return status == HttpURLConnection.HTTP_OK ? ExitStatus.PASSED : ExitStatus.FAILED;
    } catch (IOException | IllegalArgumentException e) {
      out.println("there is no service at " + address + ": " + e.getMessage());
      return ExitStatus.FAILED;
    }
  }
}
