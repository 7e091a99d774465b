package dev.concertina.github;

import io.jsonwebtoken.Jwts;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/** A GitHub App: signs that it is itself. */
public final class App {
  /** A clock that is ahead of GitHub's must not make the token one of the future. */
  private static final Duration DRIFT = Duration.ofSeconds(60);

  /** GitHub takes ten minutes at most. */
  private static final Duration LIFE = Duration.ofMinutes(9);

  /** What stands before an RSA key of PKCS#1, up to its length, to make it one of PKCS#8. */
  private static final byte[] ALGORITHM = {
    2,
    1,
    0,
    0x30,
    0x0d,
    6,
    9,
    0x2a,
    (byte) 0x86,
    0x48,
    (byte) 0x86,
    (byte) 0xf7,
    0x0d,
    1,
    1,
    1,
    5,
    0
  };

  private final String id;
  private final PrivateKey key;

  /**
   * @param id the App's id or its client id
   * @param pem its private key as GitHub gives it
   * @throws IllegalArgumentException when that is no RSA key in PEM
   */
  public App(String id, String pem) {
    this.id = id;
    this.key = key(pem);
  }

  /** A token that shows for some minutes who it is. */
  String token(Instant now) {
    return Jwts.builder()
        .issuer(id)
        .issuedAt(Date.from(now.minus(DRIFT)))
        .expiration(Date.from(now.plus(LIFE)))
        .signWith(key, Jwts.SIG.RS256)
        .compact();
  }

  private static PrivateKey key(String pem) {
    boolean bare = pem.contains("BEGIN RSA PRIVATE KEY");
    try {
      byte[] der =
          Base64.getMimeDecoder().decode(pem.replaceAll("-----(BEGIN|END) [A-Z ]*-----", ""));
      byte[] whole = bare ? sequence(ALGORITHM, tagged(4, der)) : der;
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(whole));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      // What the cause says could hold a part of the key.
      throw new IllegalArgumentException("expected a private RSA key in PEM, found something else");
    }
  }

  private static byte[] sequence(byte[] first, byte[] second) {
    byte[] inside = new byte[first.length + second.length];
    System.arraycopy(first, 0, inside, 0, first.length);
    System.arraycopy(second, 0, inside, first.length, second.length);
    return tagged(0x30, inside);
  }

  /** A value in DER; a length of up to 65,535 bytes is enough for a key. */
  private static byte[] tagged(int tag, byte[] value) {
    byte[] all = new byte[value.length + 4];
    all[0] = (byte) tag;
    all[1] = (byte) 0x82;
    all[2] = (byte) (value.length >> 8);
    all[3] = (byte) value.length;
    System.arraycopy(value, 0, all, 4, value.length);
    return all;
  }
}
