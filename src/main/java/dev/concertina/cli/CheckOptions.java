package dev.concertina.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code check} and {@code plan} are asked to look at, and how they are to answer. */
final class CheckOptions {
  /** When there are colours. */
  static final List<String> WHEN = List.of("auto", "always", "never");

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description =
          "Files, folders or globs to check as if they were new; - reads SQL from standard input."
              + " With --base, only what the range changes in them.")
  List<String> paths = new ArrayList<>();

  @Option(
      names = "--base",
      paramLabel = "REF",
      description = "Check what changed since this branch was left.")
  String base;

  @Option(
      names = "--head",
      paramLabel = "REF",
      description = "The end of the range. Without it: the work tree.")
  String head;

  @Option(
      names = "--repo",
      paramLabel = "DIR",
      description = "The repository. Default: the one around the current folder.")
  Path repo;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Read this configuration instead of .github/concertina.yml.")
  Path config;

  @Option(names = "--output", paramLabel = "FILE", description = "Write the result to this file.")
  Path output;

  @Option(
      names = "--dialect",
      paramLabel = "ENGINE",
      description = "postgresql, mysql or mariadb. Default: detected.")
  String dialect;

  @Option(
      names = "--db-version",
      paramLabel = "N",
      description = "The database's major version. Default: detected.")
  String version;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "error, warning or never: when to exit with 1. Default: error.")
  String failOn;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never.",
      defaultValue = "auto")
  String color;

  @Option(
      names = "--progress",
      paramLabel = "WHEN",
      description = "auto or never.",
      defaultValue = "auto")
  String progress;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      description = "The date by which suppressions expire. Default: today in UTC.")
  LocalDate today;

  @Option(
      names = {"-v", "--verbose"},
      description = "Say which changed files are no migrations.")
  boolean verbose;

  /** Refuses values that no default explains. */
  void validate() {
    oneOf("--color", color, WHEN);
    oneOf("--progress", progress, List.of("auto", "never"));
    if (failOn != null) {
      oneOf("--fail-on", failOn, List.of("error", "warning", "never"));
    }
    if (dialect != null) {
      oneOf("--dialect", dialect, List.of("postgresql", "mysql", "mariadb"));
    }
    if (version != null && !version.matches("[1-9][0-9]{0,2}(\\.[0-9]{1,3}){0,2}")) {
      throw new CommandFailure("--db-version: expected a number, found " + version);
    }
    if (head != null && base == null) {
      throw new CommandFailure("--head needs --base: from where is the range?");
    }
    if (base == null && paths.isEmpty()) {
      throw new CommandFailure(
          "nothing to check: name files or folders, or --base main for what a branch changes");
    }
    if (paths.contains("-") && (base != null || paths.size() > 1)) {
      throw new CommandFailure("- (standard input) can't be combined with other inputs");
    }
  }

  static void oneOf(String option, String value, List<String> known) {
    if (!known.contains(value)) {
      throw new CommandFailure(
          option + ": expected " + String.join(", ", known) + ", found " + value);
    }
  }

  /** The folder from which paths are meant and around which the repository is. */
  Path folder(Terminal terminal) {
    return repo == null ? terminal.folder() : terminal.folder().resolve(repo).normalize();
  }

  /** The major version, or 0 when none is given. */
  int majorVersion() {
    return version == null ? 0 : Integer.parseInt(version.split("\\.")[0]);
  }
}
