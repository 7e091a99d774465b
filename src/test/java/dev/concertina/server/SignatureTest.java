package dev.concertina.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
  /** GitHub's own example: docs.github.com, "Validating webhook deliveries". */
  private static final String EXAMPLE =
      "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

  private static final byte[] BODY = "Hello, World!".getBytes(UTF_8);

  private final Signature signature = new Signature("It's a Secret to Everybody");

  @Test
  void is_the_one_that_github_writes() {
    assertThat(signature.of(BODY)).isEqualTo(EXAMPLE);
    assertThat(signature.fits(EXAMPLE, BODY)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "sha256=",
        "sha1=757107ea0eb2509fc211221cce984b8a37570b6d",
        "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e18",
        "sha256=757107EA0EB2509FC211221CCE984B8A37570B6D7586C22C46F4379C8B043E17"
      })
  void nothing_else_fits(String written) {
    assertThat(signature.fits(written, BODY)).isFalse();
  }

  @Test
  void neither_does_another_body_or_another_secret() {
    assertThat(signature.fits(EXAMPLE, "Hello, World".getBytes(UTF_8))).isFalse();
    assertThat(new Signature("another").fits(EXAMPLE, BODY)).isFalse();
  }
}
