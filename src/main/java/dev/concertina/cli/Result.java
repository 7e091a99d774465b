package dev.concertina.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where a command's result goes: a file, else standard output. */
final class Result {
  private final Terminal terminal;
  private final Path file;

  Result(Terminal terminal, Path file) {
    this.terminal = terminal;
    this.file = file;
  }

  void write(String text) {
    if (file == null) {
      terminal.out().print(text);
      terminal.out().flush();
      if (terminal.out().checkError()) {
        throw new CommandFailure("can't write to standard output");
      }
      return;
    }
    Path target = terminal.folder().resolve(file);
    try {
      Files.write(target, text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new CommandFailure("--output: can't write " + file + ": its folder isn't there", e);
    } catch (IOException e) {
      throw new CommandFailure(
          "--output: can't write " + file + ": " + e.getMessage().replace(target + ": ", ""), e);
    }
  }
}
