package dev.concertina.proof;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A real PostgreSQL of one major version, there for as long as a test needs it. {@link #close}
 * stops it and removes its files, also when the test fails. One that can't start is an error.
 */
public final class Server implements AutoCloseable {

  /** Test classes that start a server hold this lock: one server at a time. */
  public static final String LOCK = "postgresql";

  /** Here maven-dependency-plugin puts the binaries, and here they are unpacked, once. */
  private static final Path FOLDER = Path.of("target", "postgresql");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int PORTS = 100;
  private static final int FIRST_PORT = 20_000;
  private static final int FIRST_GIVEN_OUT = 32_768;

  private final int major;
  private final EmbeddedPostgres postgres;
  private final Deque<Database> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger databases = new AtomicInteger();

  private Server(int major, EmbeddedPostgres postgres) {
    this.major = major;
    this.postgres = postgres;
  }

  /**
   * Starts a server of this major version.
   *
   * @throws AssertionError when its binaries are not there or it does not start
   */
  public static Server start(int major) {
    try {
      return new Server(
          major,
          builder(major)
              .setServerConfig("autovacuum", "off")
              // Whatever a statement reads, its own session has to count.
              .setServerConfig("max_parallel_workers_per_gather", "0")
              .setServerConfig("max_parallel_maintenance_workers", "0")
              .setServerConfig("statement_timeout", String.valueOf(PATIENCE.toMillis()))
              .start());
    } catch (IOException | RuntimeException e) {
      throw new AssertionError("PostgreSQL " + major + " did not start", e);
    }
  }

  /**
   * What starts one, for those who need more than sessions.
   *
   * @throws AssertionError when its binaries are not there
   */
  public static EmbeddedPostgres.Builder builder(int major) {
    Path jar = FOLDER.resolve(major + ".jar");
    if (!Files.exists(jar)) {
      throw new AssertionError(
          "expected PostgreSQL's binaries in " + jar + ": mvn process-test-resources -Pproof");
    }
    return EmbeddedPostgres.builder()
        .setPgBinaryResolver((system, machine) -> archive(jar))
        .setOverrideWorkingDirectory(FOLDER.toAbsolutePath().toFile())
        .setPort(freePort())
        .setPGStartupWait(PATIENCE)
        .setLocaleConfig("locale", "C")
        .setServerConfig("fsync", "off")
        .setServerConfig("full_page_writes", "off")
        .setServerConfig("synchronous_commit", "off")
        .setServerConfig("max_connections", "50");
  }

  /**
   * A free port that the system gives to nobody who asks for any, as other tests do: the server
   * binds it seconds later.
   */
  private static int freePort() {
    for (int port : new Random().ints(PORTS, FIRST_PORT, FIRST_GIVEN_OUT).toArray()) {
      try (ServerSocket free = new ServerSocket(port)) {
        return free.getLocalPort();
      } catch (BindException e) {
        // Somebody listens there: the next one.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalStateException("expected a free port below " + FIRST_GIVEN_OUT);
  }

  /** The archive that is the one content of a jar. */
  private static InputStream archive(Path jar) throws IOException {
    try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        if (entry.getName().endsWith(".txz")) {
          return new ByteArrayInputStream(entries.readAllBytes());
        }
      }
    }
    throw new IOException("expected an archive of PostgreSQL in " + jar);
  }

  /** The major version. */
  public int major() {
    return major;
  }

  /** Where it listens, for programs of others. */
  public int port() {
    return postgres.getPort();
  }

  /** An empty database of one's own until it is closed. */
  public Database database() {
    Database database = idle.poll();
    if (database == null) {
      database = new Database(this, "case_" + databases.incrementAndGet());
      run("CREATE DATABASE " + database.name());
    }
    return database;
  }

  /** Keeps an empty database for the next one who asks. */
  void takeBack(Database database) {
    idle.push(database);
  }

  /** Runs SQL outside every case: for roles and other things that all databases share. */
  public void run(String sql) {
    try (Client client = connect("postgres", Client::end)) {
      client.run(sql);
    }
  }

  /** A session in a database; {@link Database#connect} is what tests use. */
  Client connect(String database, Consumer<Client> home) {
    try {
      Connection connection =
          postgres
              .getDatabase(
                  "postgres",
                  database,
                  // Statements go to the server as they are written, one by one.
                  Map.of("preferQueryMode", "simple", "ApplicationName", "concertina"))
              .getConnection();
      return new Client(connection, home);
    } catch (SQLException e) {
      throw new AssertionError("could not connect to PostgreSQL " + major, e);
    }
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("could not stop PostgreSQL " + major, e);
    }
  }
}
