package dev.concertina.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;

/** What stands behind a command's name: its options, by name without the dashes, and operands. */
final class Arguments {
  private final CommandLine line;

  Arguments(CommandLine line) {
    this.line = line;
  }

  boolean has(String option) {
    return line.hasOption(option);
  }

  /** The value of an option, or {@code otherwise} where it is not given. */
  String text(String option, String otherwise) {
    return line.getOptionValue(option, otherwise);
  }

  /** The value of an option, or null. */
  Path path(String option) {
    String value = line.getOptionValue(option);
    try {
      return value == null ? null : Path.of(value);
    } catch (InvalidPathException e) {
      throw new CommandFailure("--" + option + ": " + e.getMessage(), e);
    }
  }

  List<String> operands() {
    return line.getArgList();
  }
}
