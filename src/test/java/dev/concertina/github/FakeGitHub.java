package dev.concertina.github;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.concertina.cli.ScratchRepository;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A GitHub with one repository, on this machine. It remembers what it is told, refuses what GitHub
 * would refuse, and holds every request and every answer to GitHub's published description: {@link
 * #close} fails when one was not as described.
 */
final class FakeGitHub implements AutoCloseable {
  static final String TOKEN = "token-of-actions";
  private static final ObjectMapper JSON = new ObjectMapper();

  final FakeRepository state;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final String root;
  private final FakeRest rest;
  final FakeContents contents;
  private final FakeGraphQl graphql;
  final FakeApp app = new FakeApp(this);
  private final Map<String, FakeActor> tokens = new HashMap<>(Map.of(TOKEN, FakeActor.ACTIONS));
  private final Set<String> denied = new HashSet<>();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final List<String> writes = Collections.synchronizedList(new ArrayList<>());
  private final List<String> violations = Collections.synchronizedList(new ArrayList<>());

  private final AtomicInteger changing = new AtomicInteger();

  /** How many changes of repositories were asked for at the same time, at most. */
  final AtomicInteger mostChangesAtOnce = new AtomicInteger();

  /** Whether everything is held to the description; where time is measured it is not. */
  boolean strict = true;

  /** How the network and the whole of GitHub are at the moment. */
  volatile Weather weather = Weather.FAIR;

  /** Has a say before any request is looked at: may take its time, and may answer in its place. */
  interface Weather {
    Weather FAIR = () -> Optional.empty();

    Optional<FakeRest.Reply> now() throws InterruptedException;
  }

  /** An answer that is given once instead of the right one. */
  record Fault(String call, int status, String body, Map<String, String> headers, boolean done) {}

  FakeGitHub(ScratchRepository git) {
    this(git, "");
  }

  /**
   * @param root where the REST API begins: empty, or {@code /api/v3} as on an Enterprise Server
   */
  FakeGitHub(ScratchRepository git, String root) {
    this.root = root;
    this.state = new FakeRepository("octo/shop", git);
    this.rest = new FakeRest(state);
    this.contents = new FakeContents(state, this);
    contents.on(rest);
    new FakePulls(state, this).on(rest);
    new FakeTalk(state, this).on(rest);
    new FakeChecks(state, this).on(rest);
    app.on(rest);
    this.graphql = new FakeGraphQl(state, this);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  String address() {
    return "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort();
  }

  Endpoints endpoints() {
    return Endpoints.of(address() + root, null, "https://github.example");
  }

  /** What was asked, as {@code GET /repos/o/r}; all of GraphQL is {@code POST /graphql}. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  /** What was changed. */
  List<String> writes() {
    return List.copyOf(writes);
  }

  void forget() {
    calls.clear();
    writes.clear();
  }

  /** Takes a token for somebody. */
  void token(String token, FakeActor actor) {
    tokens.put(token, actor);
  }

  void revoke(String token) {
    tokens.remove(token);
  }

  /** Answers 403 to a kind of change: checks, statuses, comments, resolve, minimize. */
  void deny(String... kinds) {
    denied.addAll(List.of(kinds));
  }

  void allow(String... kinds) {
    List.of(kinds).forEach(denied::remove);
  }

  boolean denies(String kind) {
    return denied.contains(kind);
  }

  /** The next such call is answered so; {@code done} if it is carried out all the same. */
  void fail(String call, int status, String body, Map<String, String> headers, boolean done) {
    faults.add(new Fault(call, status, body, headers, done));
  }

  void wrote(String what) {
    writes.add(what);
  }

  void violation(String what) {
    violations.add(what);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean changes =
          !exchange.getRequestMethod().equals("GET")
              && exchange.getRequestURI().getPath().contains("/repos/");
      mostChangesAtOnce.accumulateAndGet(changing.addAndGet(changes ? 1 : 0), Math::max);
      FakeRest.Reply reply;
      try {
        reply = inWeather(exchange, body);
      } finally {
        changing.addAndGet(changes ? -1 : 0);
      }
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] bytes = reply.body();
      if (bytes.length > 0 && !reply.headers().containsKey("Content-Type")) {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      }
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        try (OutputStream out = exchange.getResponseBody()) {
          out.write(bytes);
        }
      }
    } catch (RuntimeException | Error e) {
      violations.add("the fake failed at " + exchange.getRequestURI() + ": " + e);
      throw e;
    }
  }

  private FakeRest.Reply inWeather(HttpExchange exchange, byte[] body) throws IOException {
    try {
      Optional<FakeRest.Reply> bad = weather.now();
      return bad.isPresent() ? bad.get() : reply(exchange, body);
    } catch (InterruptedException e) {
      throw new IOException("the fake ends", e);
    }
  }

  private synchronized FakeRest.Reply reply(HttpExchange exchange, byte[] body) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getRawPath();
    String query = exchange.getRequestURI().getRawQuery();
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (path.startsWith("/codeload/")) {
      calls.add(method + " codeload");
      return contents.archive(path.substring("/codeload/".length()));
    }
    boolean isGraphQl = path.equals(root.isEmpty() ? "/graphql" : "/api/graphql");
    String inner = isGraphQl ? "/graphql" : path.substring(root.length());
    calls.add(method + " " + inner);
    if (inner.startsWith("/app-manifests/")) {
      return answer(false, method, inner, query, body, null);
    }
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      return FakeRest.Reply.error(401, "Requires authentication");
    }
    String token = authorization.substring("Bearer ".length());
    FakeActor viewer = inner.startsWith("/app/") ? app.viewer(token) : tokens.get(token);
    if (viewer == null || app.isOver(token)) {
      return FakeRest.Reply.error(401, "Bad credentials");
    }
    Optional<FakeRest.Reply> limit = app.limit(token);
    if (limit.isPresent()) {
      return limit.get();
    }
    Fault fault =
        faults.stream()
            .filter(f -> (method + " " + inner).matches(f.call()))
            .findFirst()
            .orElse(null);
    if (fault != null) {
      faults.remove(fault);
      if (fault.done()) {
        answer(isGraphQl, method, inner, query, body, viewer);
      }
      return FakeRest.Reply.error(fault.status(), fault.body()).with(fault.headers());
    }
    return answer(isGraphQl, method, inner, query, body, viewer);
  }

  private FakeRest.Reply answer(
      boolean isGraphQl, String method, String path, String query, byte[] body, FakeActor viewer)
      throws IOException {
    if (isGraphQl) {
      return FakeRest.Reply.of(200, JSON.writeValueAsBytes(graphql.answer(body, viewer)));
    }
    if (!strict) {
      return rest.answer(method, path, query, body, viewer);
    }
    Contract.request(method, path, query, body)
        .forEach(v -> violation(method + " " + path + ": " + v));
    if (!method.equals("GET")) {
      wrote(method + " " + path);
    }
    FakeRest.Reply reply = rest.answer(method, path, query, body, viewer);
    Contract.response(method, path, reply.status(), reply.body(), reply.headers())
        .forEach(v -> violation("answer to " + method + " " + path + ": " + v));
    return reply;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    if (!violations.isEmpty()) {
      throw new AssertionError("not as GitHub describes it:\n" + String.join("\n", violations));
    }
  }
}
