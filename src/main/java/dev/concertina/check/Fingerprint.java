package dev.concertina.check;

import dev.concertina.rule.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Knows a finding again after a push, a rebase or moved lines: the rule, the path and the clause
 * with its white space collapsed and its comments gone, but no line number. A cryptographic digest,
 * because an allowed fingerprint must not be reached by another statement on purpose.
 */
public final class Fingerprint {

  private static final int LENGTH = 32;

  private Fingerprint() {}

  /**
   * The fingerprint of a finding.
   *
   * @param occurrence how many findings of the same rule, path and clause stand before it: 0 for
   *     the first
   */
  public static String of(Finding finding, int occurrence) {
    return of(key(finding), occurrence);
  }

  /** The fingerprint of something else that a key tells apart, likewise. */
  public static String of(String key, int occurrence) {
    return digest(key + (occurrence == 0 ? "" : "\0" + occurrence));
  }

  /** What two findings have in common that only their occurrence tells apart. */
  public static String key(Finding finding) {
    return finding.rule() + '\0' + finding.file() + '\0' + Clause.normalise(finding.clause());
  }

  private static String digest(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
