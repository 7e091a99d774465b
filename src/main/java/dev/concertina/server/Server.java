package dev.concertina.server;

import dev.concertina.github.ArchiveFolder;
import dev.concertina.github.HookDeliveries;
import dev.concertina.github.Timing;
import dev.concertina.github.Turns;
import dev.concertina.migration.ReplayCache;
import dev.concertina.rule.RuleBook;
import dev.concertina.server.Bodies.RefusedException;
import dev.concertina.server.Deliveries.Answer;
import dev.concertina.server.Deliveries.Delivery;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.ConnectionLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The webhook service: everything is made, wired, started and stopped here. */
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final Duration BODY_TIME = Duration.ofSeconds(10);
  private static final Duration HEADERS_TIME = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofSeconds(20);
  private static final Duration MISSED = Duration.ofMinutes(10);
  private static final long MOST_BYTES_TOGETHER = 64L << 20;
  private static final int MOST_CONNECTIONS = 2_000;

  private final Database database;
  private final Standing standing;
  private final Metrics metrics = new Metrics();
  private final Queue queue;
  private final Deliveries deliveries;
  private final Bodies bodies;
  private final Pages pages;
  private final Javalin web;

  /**
   * Starts it.
   *
   * @param version of Concertina
   * @param rules what links to the rules' pages begin with
   * @param replays where replayed schemas are kept
   * @throws UnusableSettingsException when something of the settings can't be used
   */
  public Server(ServiceSettings settings, String version, String rules, ReplayCache replays) {
    this(settings, new Reviews.About(version, rules), replays, Clock.systemUTC(), Timing.REAL);
  }

  Server(
      ServiceSettings settings,
      Reviews.About about,
      ReplayCache replays,
      Clock clock,
      Timing timing) {
    Gate gate = new Gate(settings, timing, this::turns);
    database = open(settings);
    standing = new Standing(database);
    Ledger ledger = new Ledger(database, clock);
    ArchiveFolder archives = new ArchiveFolder(settings.data().resolve("commits"));
    Reviews reviews =
        new Reviews(ledger, gate, archives, replays, new Retry(timing), metrics, clock, about);
    queue = new Queue(database, ledger, reviews, settings, clock, chores(gate, ledger, clock));
    deliveries = new Deliveries(new Signature(settings.secret()), ledger, queue, metrics);
    bodies = new Bodies(System::nanoTime, BODY_TIME, MOST_BYTES_TOGETHER);
    pages = pages(settings, gate, about.version(), clock);
    metrics.watch(standing, clock);
    metrics.watch(gate);
    web = Javalin.create(this::configure);
    if (gate.isOpen()) {
      queue.start();
    }
    web.start(settings.host(), settings.port());
    LOG.info("listens on port {}", web.port());
  }

  private Turns turns(long installation) {
    return database.turns(installation);
  }

  private Pages pages(ServiceSettings settings, Gate gate, String version, Clock clock) {
    Admin admin = new Admin(settings.adminPassword());
    boolean open = !gate.isOpen();
    View view = new View(version, open);
    return new Pages(
        new StatusPage(standing, gate, admin, clock, view),
        new RulePages(view, RuleBook::builtIn),
        new Playground(bodies, clock, view),
        new SetupPages(settings.endpoints(), gate.ownPace(), open, admin, view),
        settings.endpoints().web());
  }

  private List<Queue.Chore> chores(Gate gate, Ledger ledger, Clock clock) {
    return gate.asApp()
        .map(asApp -> new MissedDeliveries(new HookDeliveries(asApp), ledger, clock))
        .map(missed -> List.of(new Queue.Chore("missed", MISSED, missed)))
        .orElse(List.of());
  }

  private static Database open(ServiceSettings settings) {
    try {
      Files.createDirectories(settings.data());
    } catch (IOException e) {
      throw new UnusableSettingsException(
          "CONCERTINA_DATA: the folder " + settings.data() + " can't be made: " + e.getMessage());
    }
    try {
      return Database.open(settings);
    } catch (RuntimeException e) {
      throw new UnusableSettingsException(
          "CONCERTINA_DATABASE_URL: the database can't be used: " + e.getMessage());
    }
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = Bodies.MOST_BYTES;
    config.jetty.modifyServer(
        server -> {
          server.addBean(new ConnectionLimit(MOST_CONNECTIONS, server));
          server.addBean(new SlowRequests(server, HEADERS_TIME));
        });
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setIdleTimeout(IDLE.toMillis());
        });
    pages.on(config.routes);
    config.routes.post("/webhook", this::webhook);
    config.routes.get("/healthz", context -> context.result("alive\n"));
    config.routes.get("/readyz", this::ready);
    config.routes.get(
        "/metrics",
        context ->
            context
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(metrics.scrape()));
    config.routes.exception(
        Exception.class,
        (e, context) -> {
          LOG.error("unexpected at {}", context.path(), e);
          context.status(500).result("unexpected; the log says more\n");
        });
  }

  private void webhook(Context context) throws IOException {
    String type = context.header("Content-Type");
    String event = context.header("X-GitHub-Event");
    String id = context.header("X-GitHub-Delivery");
    Answer answer;
    try {
      answer =
          bodies.read(
              context.req().getInputStream(),
              context.req().getContentLengthLong(),
              body ->
                  deliveries.take(
                      new Delivery(type, event, id, context.header(Signature.HEADER), body)));
    } catch (RefusedException e) {
      metrics.delivered("unknown", e.status());
      Bodies.leave(context);
      answer = new Answer(e.status(), e.getMessage());
    }
    context.status(answer.status()).contentType("text/plain; charset=utf-8");
    context.result(answer.says() + "\n");
  }

  private void ready(Context context) {
    try {
      standing.ping();
      context.result("ready\n");
    } catch (StoreException e) {
      LOG.warn("not ready: {}", e.getMessage());
      context.status(503).result("the database does not answer\n");
    }
  }

  /** The port on which it listens. */
  public int port() {
    return web.port();
  }

  /** Takes nothing more, finishes or hands back what runs, and ends. */
  @Override
  public void close() {
    deliveries.close();
    queue.close();
    web.stop();
    database.close();
    LOG.info("ended");
  }
}
