package dev.concertina.server;

import dev.concertina.github.App;
import dev.concertina.github.Connection;
import dev.concertina.github.Endpoints;
import dev.concertina.github.Installation;
import dev.concertina.github.Pace;
import dev.concertina.github.Timing;
import dev.concertina.github.TokenSource;
import dev.concertina.github.Turns;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** The way to GitHub: for each installation its own token, and its own limits. */
final class Gate {
  /** A review that has to wait longer gives its worker back. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Those that are used most seldom are made anew; that costs a call. */
  private static final int MOST_INSTALLATIONS = 500;

  private final Endpoints endpoints;
  private final Timing timing;
  private final LongFunction<Turns> turns;
  private final Optional<App> app;
  private final TokenSource token;
  private final Pace ownPace;
  private final Map<Long, Connection> connections =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Connection> eldest) {
          boolean removes = size() > MOST_INSTALLATIONS;
          callsOfForgotten += removes ? eldest.getValue().calls() : 0;
          return removes;
        }
      };
  private long callsOfForgotten;

  /**
   * @param turns of an installation, among the nodes that have it
   */
  Gate(ServiceSettings settings, Timing timing, LongFunction<Turns> turns) {
    this.endpoints = settings.endpoints();
    this.timing = timing;
    this.turns = turns;
    this.ownPace = new Pace(timing, PATIENCE);
    App made = null;
    TokenSource given = null;
    switch (settings.credentials().orElse(null)) {
      case ServiceSettings.Credentials.OfApp of -> made = app(of);
      case ServiceSettings.Credentials.OfToken of -> given = TokenSource.of(of.token());
      case null -> {}
    }
    this.app = Optional.ofNullable(made);
    this.token = given;
  }

  private static App app(ServiceSettings.Credentials.OfApp of) {
    try {
      return new App(of.id(), of.key());
    } catch (IllegalArgumentException e) {
      throw new UnusableSettingsException("CONCERTINA_PRIVATE_KEY: " + e.getMessage());
    }
  }

  /** Whether it may pass at all: an App or a token is set. */
  boolean isOpen() {
    return app.isPresent() || token != null;
  }

  /** The limits of what is asked by the App itself, or by nobody. */
  Pace ownPace() {
    return ownPace;
  }

  /** GitHub, as an installation sees it. */
  synchronized Connection connection(long installation) {
    long key = token == null ? installation : 0;
    Connection known = connections.get(key);
    if (known == null) {
      known = connect(key);
      connections.put(key, known);
    }
    return known;
  }

  private Connection connect(long installation) {
    Pace pace = new Pace(timing, PATIENCE, turns.apply(installation));
    TokenSource tokens =
        token != null
            ? token
            : Installation.of(
                app.orElseThrow(() -> new IllegalStateException("neither an App nor a token")),
                installation,
                endpoints,
                ownPace);
    return new Connection(endpoints, tokens, pace);
  }

  /** How many requests were sent so far. */
  synchronized long calls() {
    return callsOfForgotten + connections.values().stream().mapToLong(Connection::calls).sum();
  }

  /** How many requests the installation has left that has the fewest. */
  synchronized OptionalLong remaining() {
    return connections.values().stream()
        .map(Connection::remaining)
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .min();
  }

  /** GitHub, as the App itself sees it; empty where there is none. */
  Optional<Connection> asApp() {
    return app.map(own -> Installation.connection(own, endpoints, ownPace));
  }
}
