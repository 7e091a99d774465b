package dev.concertina.github;

import dev.concertina.proof.Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A PostgreSQL that can be stopped and started, with what is in it. */
final class SharedStore implements AutoCloseable {
  private static final int MAJOR = 18;

  private final Path data;
  private EmbeddedPostgres postgres;
  private final int port;

  SharedStore(Path data) throws IOException {
    this.data = Files.createDirectories(data);
    postgres = Server.builder(MAJOR).setDataDirectory(data).setCleanDataDirectory(false).start();
    port = postgres.getPort();
  }

  Map<String, String> environment() {
    return Map.of(
        "CONCERTINA_DATABASE_URL",
        "jdbc:postgresql://localhost:" + port + "/postgres",
        "CONCERTINA_DATABASE_USER",
        "postgres",
        "CONCERTINA_DATABASE_PASSWORD",
        "pa55word-of-the-database");
  }

  void stop() throws IOException {
    postgres.close();
  }

  void start() throws IOException {
    postgres =
        Server.builder(MAJOR)
            .setPort(port)
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .start();
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
