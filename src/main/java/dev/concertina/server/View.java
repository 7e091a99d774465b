package dev.concertina.server;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes pages out of templates, which escape what is put into them. */
final class View {
  private static final String FOLDER = "pages/";

  private final Map<String, Template> templates = new ConcurrentHashMap<>();
  private final Mustache.Compiler compiler =
      Mustache.compiler().defaultValue("").emptyStringIsFalse(true);
  private final String version;
  private final boolean setup;

  /**
   * @param setup whether there is a way to the setup
   */
  View(String version, boolean setup) {
    this.version = version;
    this.setup = setup;
  }

  /** Shows a page. */
  void show(Context context, String title, String template, Map<String, ?> values) {
    html(context, title, template(template).execute(values));
  }

  /** Shows a page whose body is HTML already. */
  void html(Context context, String title, String body) {
    Map<String, Object> frame = new HashMap<>();
    frame.put("title", title);
    frame.put("version", version);
    frame.put("setup", setup);
    frame.put("body", body);
    context.contentType("text/html; charset=utf-8").result(template("frame.html").execute(frame));
  }

  private Template template(String name) {
    return templates.computeIfAbsent(name, file -> compiler.compile(resource(file)));
  }

  /** A file beside the templates. */
  static String resource(String name) {
    try (InputStream in = View.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no page " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
