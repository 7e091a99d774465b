package dev.concertina.cli;

import dev.concertina.rule.Spelling;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What {@code check} and {@code plan} are asked to look at, and how they are to answer. */
final class CheckOptions {
  /** When there are colours. */
  static final List<String> WHEN = List.of("auto", "always", "never");

  /** A database's version. */
  static final String VERSION = "[1-9][0-9]{0,2}(\\.[0-9]{1,3}){0,2}";

  final List<String> paths;
  final String base;
  final String head;
  final Path repo;
  final Path config;
  final Path output;
  final String dialect;
  final String version;
  final String failOn;
  final String color;
  final String progress;
  final LocalDate today;
  final boolean verbose;

  CheckOptions(Arguments given) {
    paths = given.operands();
    base = given.text("base", null);
    head = given.text("head", null);
    repo = given.path("repo");
    config = given.path("config");
    output = given.path("output");
    dialect = given.text("dialect", null);
    version = given.text("db-version", null);
    failOn = given.text("fail-on", null);
    color = given.text("color", "auto");
    progress = given.text("progress", "auto");
    today = date("--today", given.text("today", null));
    verbose = given.has("verbose");
    validate();
  }

  /** Adds these options, in the order in which the help shows them. */
  static Usage addTo(Usage usage) {
    return usage
        .operands(
            "PATH",
            "Files, folders or globs to check as if they were new; - reads SQL from standard input."
                + " With --base, only what the range changes in them.")
        .value("base", "REF", "Check what changed since this branch was left.")
        .value("head", "REF", "The end of the range. Without it: the work tree.")
        .value("repo", "DIR", "The repository. Default: the one around the current folder.")
        .value("config", "FILE", "Read this configuration instead of .github/concertina.yml.")
        .value("output", "FILE", "Write the result to this file.")
        .value("dialect", "ENGINE", "postgresql, mysql or mariadb. Default: detected.")
        .value("db-version", "N", "The database's major version. Default: detected.")
        .value(
            "fail-on", "SEVERITY", "error, warning or never: when to exit with 1. Default: error.")
        .value("color", "WHEN", "auto, always or never.")
        .value("progress", "WHEN", "auto or never.")
        .value("today", "DATE", "The date by which suppressions expire. Default: today in UTC.")
        .flag("v", "verbose", "Say which SQL files, and which named ones, are no migrations.");
  }

  private static LocalDate date(String option, String value) {
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new CommandFailure(option + ": expected a date as 2026-01-31, found " + value, e);
    }
  }

  /** Refuses values that no default explains. */
  private void validate() {
    oneOf("--color", color, WHEN);
    oneOf("--progress", progress, List.of("auto", "never"));
    if (failOn != null) {
      oneOf("--fail-on", failOn, List.of("error", "warning", "never"));
    }
    if (dialect != null) {
      oneOf("--dialect", dialect, List.of("postgresql", "mysql", "mariadb"));
    }
    if (version != null && !version.matches(VERSION)) {
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
          option
              + ": expected one of "
              + String.join(", ", known)
              + ", found "
              + value
              + Spelling.didYouMean(value, known));
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
