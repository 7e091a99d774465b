package dev.concertina.github;

/** Where the token of a request comes from. */
public interface TokenSource {

  /** Asks without a token. */
  TokenSource NONE = of("");

  /** The token to send now; empty for none. */
  String token();

  /**
   * Gets another token after GitHub refused one as expired.
   *
   * @return whether there is another one to try
   */
  boolean renew(String refused);

  /** One token for good. */
  static TokenSource of(String token) {
    return new TokenSource() {
      @Override
      public String token() {
        return token;
      }

      @Override
      public boolean renew(String refused) {
        return false;
      }
    };
  }
}
