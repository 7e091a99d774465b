package dev.concertina.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs git in one folder, so that nothing of the repository is ever executed: no hooks, filters,
 * external diffs, text conversions, pagers or prompts, and no environment of a git that may have
 * called us.
 */
final class Git {
  private static final List<String> COMMAND =
      List.of(
          "git",
          "--no-pager",
          "-c",
          "core.quotepath=off",
          "-c",
          "core.fsmonitor=false",
          "-c",
          "core.hooksPath=/dev/null",
          "-c",
          "diff.external=",
          "-c",
          "protocol.ext.allow=never");

  /** What a user sets to make git work at all; everything else of git's environment is dropped. */
  private static final Set<String> KEPT =
      Set.of(
          "GIT_EXEC_PATH",
          "GIT_CONFIG_GLOBAL",
          "GIT_CONFIG_SYSTEM",
          "GIT_CONFIG_NOSYSTEM",
          "GIT_CEILING_DIRECTORIES",
          "GIT_DISCOVERY_ACROSS_FILESYSTEM");

  private final Path folder;

  Git(Path folder) {
    this.folder = folder;
  }

  /**
   * What a git command did.
   *
   * @param status its exit status; -1 when it took too long
   * @param output its standard output
   * @param complaint its standard error, trimmed
   */
  record Outcome(int status, byte[] output, String complaint) {
    boolean worked() {
      return status == 0;
    }

    /** The output as one line, trimmed. */
    String line() {
      return new String(output, StandardCharsets.UTF_8).strip();
    }

    /** The output as lines. */
    List<String> lines() {
      return line().lines().toList();
    }

    /** The output cut at NUL characters. */
    List<String> fields() {
      List<String> fields = new ArrayList<>();
      int start = 0;
      for (int i = 0; i < output.length; i++) {
        if (output[i] == 0) {
          fields.add(new String(output, start, i - start, StandardCharsets.UTF_8));
          start = i + 1;
        }
      }
      return fields;
    }
  }

  /** Starts a command and does not wait for it. */
  GitCommand begin(String... arguments) {
    return begin(new byte[0], arguments);
  }

  /** Starts a command that reads {@code input}. */
  GitCommand begin(byte[] input, String... arguments) {
    String description = "git " + subcommand(arguments) + " in " + folder;
    return new GitCommand(start(arguments), input, description);
  }

  /**
   * Begins to look for the text files that hold any of some words, whatever their case.
   *
   * @param where a commit, or {@code --untracked} for the work tree
   */
  GitCommand beginSearch(Collection<String> words, String where) {
    return begin(
        String.join("\n", words).getBytes(StandardCharsets.UTF_8),
        "grep",
        "-l",
        "-I",
        "-i",
        "-F",
        "-z",
        "--no-color",
        "--full-name",
        "--no-recurse-submodules",
        "--no-textconv",
        "-f",
        "-",
        where);
  }

  /** Runs a command that may fail. */
  Outcome attempt(String... arguments) {
    return begin(arguments).outcome();
  }

  /** Begins to find out which filters the configuration names. */
  GitCommand beginFilters() {
    String names = "^filter\\..*\\.(clean|process|required)$";
    return begin("config", "-z", "--name-only", "--get-regexp", names);
  }

  /**
   * The arguments of a command that might run contents through the clean filters of the
   * configuration (git-lfs and the like), with those switched off.
   *
   * @param filters from {@link #beginFilters}
   */
  static String[] without(GitCommand filters, String... command) {
    List<String> arguments = new ArrayList<>();
    for (String name : filters.outcome().fields()) {
      arguments.add("-c");
      arguments.add(name + (name.endsWith(".required") ? "=false" : "="));
    }
    arguments.addAll(List.of(command));
    return arguments.toArray(String[]::new);
  }

  /** Starts a command whose streams the caller reads, writes and closes. */
  Process start(String... arguments) {
    List<String> command = new ArrayList<>(COMMAND);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    cleanEnvironment(builder.environment());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new CommandFailure("can't run git in " + folder + ": is git installed?", e);
    }
  }

  /** What git said, as one line, with advice where there is any. */
  static String reason(Outcome outcome) {
    String said = outcome.complaint().lines().findFirst().orElse("status " + outcome.status());
    if (outcome.complaint().contains("dubious ownership")) {
      return "the repository belongs to another user; git config --global --add safe.directory PATH"
          + " tells git to trust it";
    }
    return said.startsWith("fatal: ") ? said.substring("fatal: ".length()) : said;
  }

  private static String subcommand(String... arguments) {
    int i = 0;
    while (arguments[i].equals("-c")) {
      i += 2;
    }
    return arguments[i];
  }

  private static void cleanEnvironment(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(
            name ->
                name.startsWith("GIT_")
                    && !KEPT.contains(name)
                    && !name.startsWith("GIT_CONFIG_COUNT")
                    && !name.startsWith("GIT_CONFIG_KEY_")
                    && !name.startsWith("GIT_CONFIG_VALUE_"));
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    environment.put("GIT_NO_REPLACE_OBJECTS", "1");
    // Messages that reason() knows, and bytes instead of a locale's characters when it searches.
    environment.put("LC_ALL", "C");
    environment.remove("LANGUAGE");
  }
}
