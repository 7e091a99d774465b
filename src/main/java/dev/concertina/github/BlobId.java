package dev.concertina.github;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Git's name for a content: what a tree promises, any copy of the bytes can be held to. */
final class BlobId {

  private BlobId() {}

  /** The id of some bytes in a repository whose ids have as many digits as {@code like}. */
  static String of(byte[] bytes, String like) {
    try {
      MessageDigest digest = MessageDigest.getInstance(like.length() == 64 ? "SHA-256" : "SHA-1");
      digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1 and SHA-256", e);
    }
  }
}
