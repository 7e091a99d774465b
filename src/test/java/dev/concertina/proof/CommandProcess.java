package dev.concertina.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program of the system's, with what it says kept in a file. */
final class CommandProcess implements BatchCommand.Started {

  /** What a program answers that ends on SIGTERM. */
  private static final int TERMINATED = 128 + 15;

  private final List<String> command;
  private final Process process;
  private final Path said;

  private CommandProcess(List<String> command, Process process, Path said) {
    this.command = command;
    this.process = process;
    this.said = said;
  }

  static CommandProcess start(Path folder, Map<String, String> environment, List<String> command) {
    try {
      Path said = Files.createTempFile(folder, "said", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile());
      builder.environment().putAll(environment);
      return new CommandProcess(command, builder.start(), said);
    } catch (IOException e) {
      throw new UncheckedIOException("could not start " + command, e);
    }
  }

  @Override
  public void interrupt() {
    process.destroy();
  }

  @Override
  public String end() {
    try {
      int status = process.waitFor();
      String text = Files.readString(said);
      if (status != 0 && status != TERMINATED) {
        throw new AssertionError(command + " ended with " + status + ": " + text);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + command, e);
    }
  }
}
