package dev.concertina.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/** The names of all prefixes of a list of files: each depends on every file up to its own. */
final class Chain {

  private final Supplier<String> start;
  private final List<String> keys = new ArrayList<>();
  private boolean complete = true;

  /**
   * @param start what every name depends on; asked when there is a file
   */
  Chain(Supplier<String> start) {
    this.start = start;
  }

  void add(String path, String id) {
    if (keys.isEmpty()) {
      keys.add(digest(start.get()));
    }
    complete &= !id.isEmpty();
    keys.add(digest(keys.get(keys.size() - 1) + "\n" + path + "\n" + id));
  }

  /** Whether the content of every file is known by its id. */
  boolean complete() {
    return complete;
  }

  int size() {
    return Math.max(0, keys.size() - 1);
  }

  /** The name of the first {@code count} files. */
  String key(int count) {
    return keys.get(count);
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
