package dev.concertina.server;

import dev.concertina.github.Endpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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

  private static final int LONGEST_KEY_FILE = 1 << 16;

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
    private final Map<String, String> environment;
    private final List<String> wrong = new ArrayList<>();

    Reading(Map<String, String> environment) {
      this.environment = environment;
    }

    ServiceSettings settings() {
      String secret = text("CONCERTINA_WEBHOOK_SECRET");
      if (secret.isEmpty()) {
        wrong.add("CONCERTINA_WEBHOOK_SECRET: expected the secret of the webhook, found none");
      }
      Optional<Credentials> credentials = credentials();
      Endpoints endpoints = endpoints();
      Optional<DatabaseAddress> database = database();
      Path data = path("CONCERTINA_DATA", "data");
      int cores = Runtime.getRuntime().availableProcessors();
      ServiceSettings settings =
          new ServiceSettings(
              otherwise(text("CONCERTINA_HOST"), "0.0.0.0"),
              number("PORT", 0, 65_535).orElse(8080),
              secret,
              credentials,
              endpoints,
              database,
              data,
              number("CONCERTINA_WORKERS", 1, 256).orElse(cores),
              Duration.ofSeconds(number("CONCERTINA_LEASE_SECONDS", 4, 3600).orElse(30)),
              Optional.of(text("CONCERTINA_ADMIN_PASSWORD")).filter(word -> !word.isEmpty()));
      if (!wrong.isEmpty()) {
        throw new UnusableSettingsException(String.join("; ", wrong));
      }
      return settings;
    }

    private String text(String name) {
      return environment.getOrDefault(name, "").strip();
    }

    private static String otherwise(String text, String otherwise) {
      return text.isEmpty() ? otherwise : text;
    }

    private OptionalInt number(String name, int least, int most) {
      String text = text(name);
      if (text.isEmpty()) {
        return OptionalInt.empty();
      }
      if (text.matches("[0-9]{1,9}")) {
        int number = Integer.parseInt(text);
        if (number >= least && number <= most) {
          return OptionalInt.of(number);
        }
      }
      wrong.add(name + ": expected a number from " + least + " to " + most + ", found " + text);
      return OptionalInt.empty();
    }

    private Path path(String name, String otherwise) {
      try {
        return Path.of(otherwise(text(name), otherwise));
      } catch (InvalidPathException e) {
        wrong.add(name + ": expected a path, found one that this system can't have");
        return null;
      }
    }

    private Optional<Credentials> credentials() {
      String id = text("CONCERTINA_APP_ID");
      String token = text("CONCERTINA_TOKEN");
      String key = key();
      if (!id.isEmpty() && !token.isEmpty()) {
        wrong.add("CONCERTINA_TOKEN: expected either a token or an App, found both");
      }
      if (id.isEmpty() != key.isEmpty() && wrong.isEmpty()) {
        wrong.add(
            id.isEmpty()
                ? "CONCERTINA_APP_ID: expected the App's id beside its key, found none"
                : "CONCERTINA_PRIVATE_KEY: expected the App's key in PEM, found none");
      }
      if (!id.isEmpty() && !id.matches("[A-Za-z0-9._-]{1,100}")) {
        wrong.add("CONCERTINA_APP_ID: expected the id of an App, found something else");
      }
      if (!id.isEmpty() && !key.isEmpty()) {
        return Optional.of(new Credentials.OfApp(id, key));
      }
      return token.isEmpty() ? Optional.empty() : Optional.of(new Credentials.OfToken(token));
    }

    private String key() {
      String file = text("CONCERTINA_PRIVATE_KEY_FILE");
      if (file.isEmpty()) {
        // Where an environment can't hold lines, they are written with \n.
        return text("CONCERTINA_PRIVATE_KEY").replace("\\n", "\n");
      }
      try {
        Path path = Path.of(file);
        if (Files.size(path) <= LONGEST_KEY_FILE) {
          return Files.readString(path).strip();
        }
        wrong.add("CONCERTINA_PRIVATE_KEY_FILE: expected a key in PEM, found a large file");
      } catch (IOException | InvalidPathException e) {
        wrong.add("CONCERTINA_PRIVATE_KEY_FILE: " + file + " can't be read");
      }
      return "";
    }

    private Endpoints endpoints() {
      String api = text("CONCERTINA_GITHUB_URL");
      String graphql = text("CONCERTINA_GITHUB_GRAPHQL_URL");
      String web = text("CONCERTINA_GITHUB_WEB_URL");
      try {
        if (api.isEmpty() && graphql.isEmpty() && web.isEmpty()) {
          return Endpoints.GITHUB;
        }
        Endpoints usual = Endpoints.GITHUB;
        String root = otherwise(api, usual.api().toString());
        String links = web.isEmpty() && api.isEmpty() ? usual.web() : web;
        return Endpoints.of(root, graphql, links.isEmpty() ? webBeside(root) : links);
      } catch (IllegalArgumentException e) {
        wrong.add("CONCERTINA_GITHUB_URL: expected addresses, found something else");
        return Endpoints.GITHUB;
      }
    }

    /** An Enterprise Server shows its pages where its API is. */
    private static String webBeside(String api) {
      return api.replaceFirst("/api/v3/*$", "");
    }

    private Optional<DatabaseAddress> database() {
      String url = text("CONCERTINA_DATABASE_URL");
      if (url.isEmpty()) {
        return Optional.empty();
      }
      if (!url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:h2:")) {
        wrong.add("CONCERTINA_DATABASE_URL: expected jdbc:postgresql://…, found another address");
      }
      return Optional.of(
          new DatabaseAddress(
              url, text("CONCERTINA_DATABASE_USER"), text("CONCERTINA_DATABASE_PASSWORD")));
    }
  }
}
