package dev.concertina.server;

import dev.concertina.github.Endpoints;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says of the service.
 *
 * @param port 0 takes any that is free
 * @param secret what deliveries are signed with
 * @param credentials as whom it speaks to GitHub; empty until an App is made
 * @param database empty for the one in {@code data}
 * @param data the folder of the embedded database and the caches
 * @param workers how many reviews run at a time
 * @param lease after how long without a sign of life a node's review is taken over
 * @param adminPassword empty keeps closed what needs it
 */
public record ServiceSettings(
    String host,
    int port,
    String secret,
    Optional<Credentials> credentials,
    Endpoints endpoints,
    Optional<DatabaseAddress> database,
    Path data,
    int workers,
    Duration lease,
    Optional<String> adminPassword) {

  /** As whom the service speaks to GitHub. */
  public sealed interface Credentials {
    /**
     * A GitHub App.
     *
     * @param key its private key in PEM
     */
    record OfApp(String id, String key) implements Credentials {
      @Override
      public String toString() {
        return "App " + id;
      }
    }

    /** One token for every repository. */
    record OfToken(String token) implements Credentials {
      @Override
      public String toString() {
        return "a token";
      }
    }
  }

  /** A database that several nodes may share. */
  public record DatabaseAddress(String url, String user, String password) {
    @Override
    public String toString() {
      return "a database of " + user;
    }
  }

  /** Keeps secrets out of whatever prints this. */
  @Override
  public String toString() {
    return "the service on " + host + ":" + port;
  }

  /**
   * Reads them.
   *
   * @throws UnusableSettingsException that names everything that is wrong
   */
  public static ServiceSettings read(Map<String, String> environment) {
    return new Reading(environment).settings();
  }

  private static final class Reading {
    private final Environment environment;

    Reading(Map<String, String> variables) {
      environment = new Environment(variables);
    }

    ServiceSettings settings() {
      String secret = environment.secret("CONCERTINA_WEBHOOK_SECRET");
      if (secret.isEmpty() && environment.wrong().isEmpty()) {
        environment.reject(
            "CONCERTINA_WEBHOOK_SECRET", "expected the secret of the webhook, found none");
      }
      int cores = Runtime.getRuntime().availableProcessors();
      ServiceSettings settings =
          new ServiceSettings(
              environment.text("CONCERTINA_HOST", "0.0.0.0"),
              environment.number("PORT", 0, 65_535).orElse(8080),
              secret,
              credentials(),
              endpoints(),
              database(),
              environment.path("CONCERTINA_DATA", "data"),
              environment.number("CONCERTINA_WORKERS", 1, 256).orElse(cores),
              Duration.ofSeconds(
                  environment.number("CONCERTINA_LEASE_SECONDS", 4, 3600).orElse(30)),
              Optional.of(environment.secret("CONCERTINA_ADMIN_PASSWORD"))
                  .filter(word -> !word.isEmpty()));
      if (!environment.wrong().isEmpty()) {
        throw new UnusableSettingsException(String.join("; ", environment.wrong()));
      }
      return settings;
    }

    private Optional<Credentials> credentials() {
      String id = environment.text("CONCERTINA_APP_ID");
      String token = environment.secret("CONCERTINA_TOKEN");
      // Where an environment can't hold lines, they are written with \n.
      String key = environment.secret("CONCERTINA_PRIVATE_KEY").replace("\\n", "\n");
      if (!id.isEmpty() && !token.isEmpty()) {
        environment.reject("CONCERTINA_TOKEN", "expected either a token or an App, found both");
      }
      if (id.isEmpty() && !key.isEmpty()) {
        environment.reject("CONCERTINA_APP_ID", "expected the App's id beside its key, found none");
      }
      if (key.isEmpty() && !id.isEmpty() && environment.wrong().isEmpty()) {
        environment.reject("CONCERTINA_PRIVATE_KEY", "expected the App's key in PEM, found none");
      }
      if (!id.isEmpty() && !id.matches("[A-Za-z0-9._-]{1,100}")) {
        environment.reject("CONCERTINA_APP_ID", "expected the id of an App, found something else");
      }
      if (!id.isEmpty() && !key.isEmpty()) {
        return Optional.of(new Credentials.OfApp(id, key));
      }
      return token.isEmpty() ? Optional.empty() : Optional.of(new Credentials.OfToken(token));
    }

    private Endpoints endpoints() {
      String api = environment.text("CONCERTINA_GITHUB_URL");
      String graphql = environment.text("CONCERTINA_GITHUB_GRAPHQL_URL");
      String web = environment.text("CONCERTINA_GITHUB_WEB_URL");
      try {
        if (api.isEmpty() && graphql.isEmpty() && web.isEmpty()) {
          return Endpoints.GITHUB;
        }
        Endpoints usual = Endpoints.GITHUB;
        String root = api.isEmpty() ? usual.api().toString() : api;
        String links = web.isEmpty() && api.isEmpty() ? usual.web() : web;
        return Endpoints.of(root, graphql, links.isEmpty() ? webBeside(root) : links);
      } catch (IllegalArgumentException e) {
        environment.reject("CONCERTINA_GITHUB_URL", "expected addresses, found something else");
        return Endpoints.GITHUB;
      }
    }

    /** An Enterprise Server shows its pages where its API is. */
    private static String webBeside(String api) {
      return api.replaceFirst("/api/v3/*$", "");
    }

    private Optional<DatabaseAddress> database() {
      String url = environment.text("CONCERTINA_DATABASE_URL");
      String user = environment.text("CONCERTINA_DATABASE_USER");
      String password = environment.secret("CONCERTINA_DATABASE_PASSWORD");
      if (url.isEmpty()) {
        return Optional.empty();
      }
      if (!url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:h2:")) {
        environment.reject(
            "CONCERTINA_DATABASE_URL", "expected jdbc:postgresql://…, found another address");
      }
      return Optional.of(new DatabaseAddress(url, user, password));
    }
  }
}
