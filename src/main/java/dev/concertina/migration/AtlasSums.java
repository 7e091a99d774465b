package dev.concertina.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Whether the files of a folder are those that {@code atlas.sum} was made of. */
final class AtlasSums {

  private AtlasSums() {}

  /** The first file whose sum is another than the listed one, or null. */
  static String firstStale(String history, RepositoryFiles files) {
    String listed = files.text(Path.in(history, "atlas.sum"));
    MessageDigest digest = sha256();
    for (String name : files.names(history)) {
      String path = Path.in(history, name);
      byte[] bytes = name.endsWith(".sql") ? files.bytes(path).orElse(null) : null;
      if (bytes == null) {
        continue;
      }
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      if (new String(bytes, StandardCharsets.UTF_8).startsWith("-- atlas:sum ignore")) {
        continue;
      }
      digest.update(bytes);
      boolean known = ("\n" + listed).contains("\n" + name + " h1:");
      if (known && !listed.contains(name + " h1:" + sum(digest) + "\n")) {
        return path;
      }
    }
    return null;
  }

  /** Each file's sum goes on from the one before. */
  private static String sum(MessageDigest digest) {
    try {
      return Base64.getEncoder().encodeToString(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
