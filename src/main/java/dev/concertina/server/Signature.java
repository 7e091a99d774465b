package dev.concertina.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Knows deliveries that were signed with the webhook's secret from those that were not. */
final class Signature {
  /** The header that holds it. */
  static final String HEADER = "X-Hub-Signature-256";

  private static final String PREFIX = "sha256=";
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  Signature(String secret) {
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /**
   * Whether a body was signed so. Takes the same time wherever a wrong one differs.
   *
   * @param written the header, or null
   */
  boolean fits(String written, byte[] body) {
    byte[] expected = of(body).getBytes(StandardCharsets.US_ASCII);
    byte[] found = (written == null ? "" : written).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, found);
  }

  /** What GitHub writes for a body. */
  String of(byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return PREFIX + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
