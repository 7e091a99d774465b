package dev.concertina.github;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The service as a process of its own, started as an operator starts it. */
final class Service implements AutoCloseable {
  private static final Pattern LISTENS = Pattern.compile("listens on port (\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final Path log;
  private final int port;

  private Service(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Starts it and waits until it listens. */
  static Service start(Path log, Map<String, String> environment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("bin/concertina", "serve");
    builder.environment().keySet().removeIf(name -> name.startsWith("CONCERTINA_"));
    builder.environment().putAll(environment);
    builder.environment().put("CONCERTINA_JAR", "target/concertina.jar");
    builder.environment().put("CONCERTINA_JAVA", System.getProperty("java.home"));
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    // Who stops the trial stops its nodes.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      var line = LISTENS.matcher(Files.readString(log)).results().findFirst();
      if (line.isPresent()) {
        return new Service(process, log, port(line.get()));
      }
      Thread.sleep(20);
    }
    process.destroyForcibly();
    throw new IllegalStateException("the service did not start: " + Files.readString(log));
  }

  private static int port(MatchResult line) {
    return Integer.parseInt(line.group(1));
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  int port() {
    return port;
  }

  int status(String path) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(20)).build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  /** A figure of {@code /metrics}; 0 where there is none. */
  double figure(String name) throws IOException, InterruptedException {
    String all =
        http.send(HttpRequest.newBuilder(at("/metrics")).build(), BodyHandlers.ofString()).body();
    return all.lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  /** Waits until nothing waits any more. */
  void settle(Duration patience) throws Exception {
    long end = System.nanoTime() + patience.toNanos();
    while (figure("concertina_queue_depth") != 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "still waiting: " + figure("concertina_queue_depth") + "; see " + log);
      }
      Thread.sleep(100);
    }
  }

  /** The most memory it has had so far, in MiB, as Linux counts it; -1 elsewhere. */
  long peak() throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    return !Files.exists(status)
        ? -1
        : Files.readString(status)
            .lines()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
            .findFirst()
            .orElse(-1);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As {@code kill}; says with what it exits, or -1 when it does not within a time. */
  int terminate(Duration patience) throws InterruptedException {
    process.destroy();
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    http.close();
  }
}
