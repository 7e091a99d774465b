package dev.concertina.cli;

import dev.concertina.migration.OneFile;
import java.io.IOException;
import java.io.InputStream;

/** SQL from standard input. */
final class StandardInput {
  /** What it is called in the result. */
  private static final String NAME = "stdin.sql";

  private StandardInput() {}

  static OneFile read(InputStream in) {
    try {
      byte[] bytes = in.readNBytes(ReadLimits.INPUT_BYTES + 1);
      if (bytes.length > ReadLimits.INPUT_BYTES) {
        throw new CommandFailure(
            "standard input is longer than " + (ReadLimits.INPUT_BYTES >> 20) + " MB");
      }
      return new OneFile(NAME, bytes);
    } catch (IOException e) {
      throw new CommandFailure("can't read standard input: " + e.getMessage(), e);
    }
  }
}
