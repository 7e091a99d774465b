package dev.concertina.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A git command at work: what it prints is gathered while the caller does something else. */
final class GitCommand {
  private final Process process;
  private final String description;
  private final Gathering output;
  private final Gathering complaint;

  /**
   * @param input what it reads
   * @param description for messages: {@code git ls-tree in /repository}
   */
  GitCommand(Process process, byte[] input, String description) {
    this.process = process;
    this.description = description;
    output = new Gathering(process.getInputStream(), ReadLimits.OUTPUT_BYTES);
    complaint = new Gathering(process.getErrorStream(), ReadLimits.COMPLAINT_BYTES);
    try (OutputStream to = process.getOutputStream()) {
      to.write(input);
    } catch (IOException e) {
      // It ended without reading all of it; its status says why.
    }
  }

  /** What came out, once it has ended or {@code limit} is over. */
  Git.Outcome outcome(Duration limit) {
    try {
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      String said = new String(complaint.bytes(), StandardCharsets.UTF_8).strip();
      byte[] printed = output.bytes();
      if (output.overflowed()) {
        throw new CommandFailure(description + " prints too much");
      }
      return new Git.Outcome(ended ? process.exitValue() : -1, printed, ended ? said : "no answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new CommandFailure("interrupted", e);
    }
  }

  /** What came out. */
  Git.Outcome outcome() {
    return outcome(ReadLimits.GIT);
  }

  /** What came out of a command that must succeed. */
  Git.Outcome success() {
    Git.Outcome outcome = outcome();
    if (!outcome.worked()) {
      throw new CommandFailure(description + " failed: " + Git.reason(outcome));
    }
    return outcome;
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
