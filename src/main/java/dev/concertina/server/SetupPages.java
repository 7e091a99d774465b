package dev.concertina.server;

import dev.concertina.github.AppManifest;
import dev.concertina.github.Endpoints;
import dev.concertina.github.GitHubException;
import dev.concertina.github.Pace;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Makes the GitHub App in the browser of whoever sets the service up. */
final class SetupPages {
  private static final String STATE = "setup-state";
  private static final int STATE_SECONDS = 3600;

  private final Endpoints endpoints;
  private final Pace pace;
  private final boolean open;
  private final Admin admin;
  private final View view;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param open whether nobody has set it up yet, so that everybody may
   */
  SetupPages(Endpoints endpoints, Pace pace, boolean open, Admin admin, View view) {
    this.endpoints = endpoints;
    this.pace = pace;
    this.open = open;
    this.admin = admin;
    this.view = view;
  }

  /** Whether the request may pass; answers it where it may not. */
  private boolean passes(Context context) {
    if (open || admin.is(context)) {
      return true;
    }
    if (admin.exists()) {
      admin.ask(context);
    } else {
      context.status(404).result("the service is set up already\n");
    }
    return false;
  }

  void form(Context context) {
    if (!passes(context)) {
      return;
    }
    String organization = context.queryParam("organization");
    String name =
        organization != null && organization.matches("[A-Za-z0-9-]{1,39}") ? organization : "";
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String state = HexFormat.of().formatHex(bytes);
    Cookie cookie = new Cookie(STATE, state);
    cookie.setHttpOnly(true);
    cookie.setPath("/setup");
    cookie.setMaxAge(STATE_SECONDS);
    cookie.setSameSite(SameSite.LAX);
    context.cookie(cookie);
    String service = service(context);
    Map<String, Object> values = new HashMap<>();
    values.put("organization", name);
    values.put(
        "action",
        endpoints.web()
            + (name.isEmpty() ? "" : "/organizations/" + name)
            + "/settings/apps/new?state="
            + state);
    values.put("manifest", AppManifest.of(service));
    values.put("webhook", service + "/webhook");
    view.show(context, "Setup", "setup.html", values);
  }

  /** Where the browser reached us, perhaps through a proxy. */
  private static String service(Context context) {
    String forwarded = context.header("X-Forwarded-Proto");
    boolean https = "https".equals(forwarded) || "https".equals(context.scheme());
    String host = context.host();
    boolean plain = host != null && host.matches("[A-Za-z0-9.:\\[\\]-]{1,255}");
    return (https ? "https" : "http") + "://" + (plain ? host : "localhost");
  }

  void created(Context context) {
    if (!passes(context)) {
      return;
    }
    String state = context.queryParam("state");
    String expected = context.cookie(STATE);
    String code = context.queryParam("code");
    if (code == null || state == null || expected == null || !same(state, expected)) {
      context.status(400).result("this does not come from the setup page; begin there again\n");
      return;
    }
    try {
      AppManifest.Made made = AppManifest.made(code, endpoints, pace);
      context.removeCookie(STATE, "/setup");
      view.show(
          context,
          "The App is there",
          "created.html",
          Map.of(
              "name", made.name(),
              "id", made.id(),
              "secret", made.secret(),
              "pem", made.pem(),
              "install", made.page()));
    } catch (GitHubException e) {
      context.status(502).result("GitHub gave no App: " + e.getMessage() + "\n");
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(), other.getBytes());
  }
}
