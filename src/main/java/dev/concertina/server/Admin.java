package dev.concertina.server;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** Knows the one who has the admin password. */
final class Admin {
  private static final String USER = "admin";

  private final Optional<String> password;

  Admin(Optional<String> password) {
    this.password = password;
  }

  /** Whether the request comes with it; never where none is set. */
  boolean is(Context context) {
    return password.isPresent()
        && MessageDigest.isEqual(
            header(password.get()),
            Optional.ofNullable(context.header("Authorization"))
                .orElse("")
                .getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] header(String password) {
    byte[] both = (USER + ":" + password).getBytes(StandardCharsets.UTF_8);
    return ("Basic " + Base64.getEncoder().encodeToString(both)).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether there is anything to ask for. */
  boolean exists() {
    return password.isPresent();
  }

  /** Asks for it. */
  void ask(Context context) {
    context
        .status(401)
        .header("WWW-Authenticate", "Basic realm=\"Concertina\", charset=\"UTF-8\"")
        .result("expected the admin password\n");
  }
}
