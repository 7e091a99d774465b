package dev.concertina.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The names of all prefixes of a list of files: each depends on every file up to its own. */
final class Chain {

  private final List<String> keys = new ArrayList<>();
  private boolean complete = true;

  Chain(String start) {
    keys.add(digest(start));
  }

  void add(String path, String id) {
    complete &= !id.isEmpty();
    keys.add(digest(keys.get(keys.size() - 1) + "\n" + path + "\n" + id));
  }

  /** Whether the content of every file is known by its id. */
  boolean complete() {
    return complete;
  }

  int size() {
    return keys.size() - 1;
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
