package dev.concertina.cli;

import dev.concertina.github.Endpoints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** The machine of GitHub Actions that runs a step: what it tells, and what it takes. */
final class Runner {
  private static final int MOST_EVENT_BYTES = 32 << 20;

  private final Map<String, String> environment;

  Runner(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The value of a variable, or empty. */
  String text(String name) {
    return environment.getOrDefault(name, "").strip();
  }

  private String needed(String name) {
    String value = text(name);
    if (value.isEmpty()) {
      throw new CommandFailure(
          "expected " + name + " in the environment: concertina action runs in GitHub Actions");
    }
    return value;
  }

  private Path path(String name) {
    return path(name, needed(name));
  }

  /** A path that somebody wrote. */
  static Path path(String what, String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new CommandFailure(what + ": expected a path, found " + value, e);
    }
  }

  Endpoints endpoints() {
    String graphql = text("GITHUB_GRAPHQL_URL");
    try {
      return Endpoints.of(
          needed("GITHUB_API_URL"),
          graphql.isEmpty() ? null : graphql,
          needed("GITHUB_SERVER_URL"));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("GITHUB_API_URL, GITHUB_GRAPHQL_URL: expected addresses", e);
    }
  }

  /** {@code owner/name}. */
  String repository() {
    return needed("GITHUB_REPOSITORY");
  }

  /** The kind of what happened: {@code pull_request} … */
  String eventName() {
    return needed("GITHUB_EVENT_NAME");
  }

  /** What happened. */
  byte[] event() {
    Path file = path("GITHUB_EVENT_PATH");
    try {
      if (Files.size(file) > MOST_EVENT_BYTES) {
        throw new CommandFailure("GITHUB_EVENT_PATH: " + file + " is too large for an event");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CommandFailure("GITHUB_EVENT_PATH: can't read " + file, e);
    }
  }

  /** The commit that the run is about. */
  String commit() {
    return needed("GITHUB_SHA");
  }

  /** Where a checkout is, if there is any. */
  Path workspace() {
    return path("GITHUB_WORKSPACE").toAbsolutePath().normalize();
  }

  /** A folder that goes with the job. */
  Path temporary() {
    return path("RUNNER_TEMP").toAbsolutePath();
  }

  /** Gives an output of the step to later ones. */
  void output(String name, String value) {
    if (value.lines().count() > 1) {
      throw new CommandFailure(name + ": expected one line, found " + value);
    }
    append("GITHUB_OUTPUT", name + "=" + value + "\n");
  }

  /** Adds to the page of the run. */
  void summary(String markdown) {
    append("GITHUB_STEP_SUMMARY", markdown.endsWith("\n") ? markdown : markdown + "\n");
  }

  private void append(String name, String text) {
    if (text(name).isEmpty()) {
      return;
    }
    Path file = path(name);
    try {
      Files.writeString(
          file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new CommandFailure(name + ": can't write " + file, e);
    }
  }
}
