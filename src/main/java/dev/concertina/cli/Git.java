package dev.concertina.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

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

  /** Runs a command that must succeed. */
  Outcome run(String... arguments) {
    Outcome outcome = attempt(arguments);
    if (!outcome.worked()) {
      throw new CommandFailure(
          "git " + subcommand(arguments) + " failed in " + folder + ": " + reason(outcome));
    }
    return outcome;
  }

  /** Runs a command that may fail. */
  Outcome attempt(String... arguments) {
    return attempt(new byte[0], ReadLimits.GIT, arguments);
  }

  /** Runs a command that reads {@code input}. */
  Outcome attempt(byte[] input, Duration limit, String... arguments) {
    Process process = start(arguments);
    Gathering output = new Gathering(process.getInputStream(), ReadLimits.OUTPUT_BYTES);
    Gathering complaint = new Gathering(process.getErrorStream(), ReadLimits.COMPLAINT_BYTES);
    try {
      try (OutputStream to = process.getOutputStream()) {
        to.write(input);
      } catch (IOException e) {
        // It ended without reading all of it; its status says why.
      }
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      String said = new String(complaint.bytes(), StandardCharsets.UTF_8).strip();
      byte[] printed = output.bytes();
      if (output.overflowed()) {
        throw new CommandFailure(
            "git " + subcommand(arguments) + " in " + folder + " prints too much");
      }
      return new Outcome(ended ? process.exitValue() : -1, printed, ended ? said : "no answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new CommandFailure("interrupted", e);
    }
  }

  /**
   * The arguments of a command that might run contents through the clean filters of the
   * configuration (git-lfs and the like), with those switched off.
   */
  String[] withoutFilters(String... command) {
    List<String> arguments = new ArrayList<>();
    String names = "^filter\\..*\\.(clean|process|required)$";
    for (String name : attempt("config", "-z", "--name-only", "--get-regexp", names).fields()) {
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

  /** Reads a stream to its end on a thread of its own, keeping a bounded part of it. */
  private static final class Gathering {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread thread;
    private volatile boolean overflow;

    Gathering(InputStream from, int limit) {
      thread = new Thread(() -> gather(from, limit), "git output");
      thread.setDaemon(true);
      thread.start();
    }

    private void gather(InputStream from, int limit) {
      byte[] buffer = new byte[1 << 16];
      try (from) {
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
          int room = Math.min(n, limit - kept.size());
          kept.write(buffer, 0, room);
          overflow |= room < n;
        }
      } catch (IOException e) {
        // The process was ended; what it printed so far is kept.
      }
    }

    byte[] bytes() throws InterruptedException {
      thread.join();
      return kept.toByteArray();
    }

    boolean overflowed() {
      return overflow;
    }
  }
}
