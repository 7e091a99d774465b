package dev.concertina.cli;

import dev.concertina.migration.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** SQL from standard input, as the only file of a tree. */
final class StandardInput implements Tree {
  /** What it is called in the result. */
  static final String NAME = "stdin.sql";

  private final byte[] bytes;

  private StandardInput(byte[] bytes) {
    this.bytes = bytes;
  }

  static Tree read(InputStream in) {
    try {
      byte[] bytes = in.readNBytes(ReadLimits.INPUT_BYTES + 1);
      if (bytes.length > ReadLimits.INPUT_BYTES) {
        throw new CommandFailure(
            "standard input is longer than " + (ReadLimits.INPUT_BYTES >> 20) + " MB");
      }
      return new StandardInput(bytes);
    } catch (IOException e) {
      throw new CommandFailure("can't read standard input: " + e.getMessage(), e);
    }
  }

  @Override
  public SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    files.put(NAME, "");
    return files;
  }

  @Override
  public Optional<byte[]> read(String path) {
    return path.equals(NAME) ? Optional.of(bytes) : Optional.empty();
  }

  @Override
  public Collection<String> containing(Collection<String> words) {
    return files().keySet();
  }
}
