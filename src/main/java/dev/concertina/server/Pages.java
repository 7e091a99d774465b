package dev.concertina.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** What people see in a browser. Nothing of it runs a script, and nothing comes from elsewhere. */
final class Pages {
  private final StatusPage status;
  private final RulePages rules;
  private final Playground playground;
  private final SetupPages setup;
  private final String policy;

  /**
   * @param github where the form of the setup may go
   */
  Pages(
      StatusPage status, RulePages rules, Playground playground, SetupPages setup, String github) {
    this.status = status;
    this.rules = rules;
    this.playground = playground;
    this.setup = setup;
    this.policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' "
            + github
            + "; base-uri 'none'; frame-ancestors 'none'";
  }

  /** Adds them. */
  void on(RoutesConfig routes) {
    routes.before(this::protect);
    routes.get("/", status::show);
    routes.get("/rules", rules::list);
    routes.get("/rules/{folder}/{name}", rules::page);
    routes.get("/playground", playground::form);
    routes.post("/playground", playground::check);
    routes.get("/setup", setup::form);
    routes.get("/setup/created", setup::created);
    file(routes, "style.css", "text/css; charset=utf-8");
    file(routes, "icon.svg", "image/svg+xml");
  }

  private static void file(RoutesConfig routes, String name, String type) {
    String text = View.resource(name);
    routes.get(
        "/" + name,
        context -> context.header("Cache-Control", "max-age=3600").contentType(type).result(text));
  }

  private void protect(Context context) {
    context.header("Content-Security-Policy", policy);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cache-Control", "no-store");
  }
}
