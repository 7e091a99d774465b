package dev.concertina.server;

import dev.concertina.check.Checker;
import dev.concertina.check.Intake;
import dev.concertina.check.Report;
import dev.concertina.check.RepositoryConfiguration;
import dev.concertina.migration.OneFile;
import dev.concertina.review.HtmlWriter;
import dev.concertina.server.Bodies.RefusedException;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Checks SQL that somebody pastes, and keeps none of it. */
final class Playground {
  private static final String TITLE = "Playground";
  private static final String FIELD = "sql=";
  private static final String NAME = "pasted.sql";
  private static final int MOST_BYTES = 64 << 10;

  /** In a form, a byte may take three. */
  private static final int MOST_ENCODED = 3 * MOST_BYTES + 1024;

  private static final Duration TIME = Duration.ofSeconds(10);

  /** Reviews of pull requests go before. */
  private static final int MOST_AT_A_TIME = 2;

  private final Bodies bodies;
  private final Clock clock;
  private final View view;
  private final HtmlWriter writer = new HtmlWriter("/rules/");
  private final ShortWork checks = new ShortWork("playground", MOST_AT_A_TIME, TIME);

  Playground(Bodies bodies, Clock clock, View view) {
    this.bodies = bodies;
    this.clock = clock;
    this.view = view;
  }

  void form(Context context) {
    show(context, "", "", "");
  }

  void check(Context context) throws IOException {
    try {
      String sql =
          bodies.read(
              context.req().getInputStream(),
              context.req().getContentLengthLong(),
              MOST_ENCODED,
              Playground::sql);
      byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
      if (bytes.length > MOST_BYTES) {
        throw new RefusedException(413, "");
      }
      show(context, sql, review(bytes), "");
    } catch (RefusedException e) {
      Bodies.leave(context);
      context.status(e.status());
      boolean large = e.status() == 413;
      show(context, "", "", large ? "Expected at most 64 KB of SQL, found more." : e.getMessage());
    }
  }

  private void show(Context context, String sql, String review, String problem) {
    Map<String, Object> values = new HashMap<>();
    values.put("sql", sql);
    values.put("review", review);
    values.put("problem", problem);
    view.show(context, TITLE, "playground.html", values);
  }

  /** What the form's field holds; its lines end as files' do. */
  private static String sql(byte[] form) {
    for (String field : new String(form, StandardCharsets.ISO_8859_1).split("&")) {
      if (field.startsWith(FIELD)) {
        try {
          return URLDecoder.decode(field.substring(FIELD.length()), StandardCharsets.UTF_8)
              .replace("\r\n", "\n");
        } catch (IllegalArgumentException e) {
          return "";
        }
      }
    }
    return "";
  }

  private String review(byte[] sql) throws RefusedException {
    return sql.length == 0 ? "" : checks.done(() -> writer.write(report(sql)));
  }

  private Report report(byte[] sql) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    RepositoryConfiguration none =
        RepositoryConfiguration.read(null, (RepositoryConfiguration.File) null, today);
    Intake.Taken taken = Intake.text(new OneFile(NAME, sql), none, null, today);
    return new Checker(none.book(), none.settings()).check(taken.request());
  }
}
