package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service shows in a browser. */
class PagesTest {
  private static final String PASSWORD = "sesame";

  @TempDir Path folder;
  private Site site;

  @BeforeEach
  void start() {
    site = new Site(folder);
    site.environment.remove("CONCERTINA_APP_ID");
    site.environment.remove("CONCERTINA_PRIVATE_KEY");
    site.environment.put("CONCERTINA_ADMIN_PASSWORD", PASSWORD);
    site.run();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static String admin(String password) {
    return "Basic " + Base64.getEncoder().encodeToString(("admin:" + password).getBytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/rules",
        "/rules?q=index",
        "/rules/any/renamed-column",
        "/playground",
        "/setup"
      })
  void run_no_script(String path) {
    HttpResponse<String> page = site.get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'self'; ")
        .doesNotContain("unsafe", "script");
    assertThat(page.body()).contains("<h1>").doesNotContain("<script", "style=", "{{");
  }

  @Test
  void list_the_rules_that_are_searched_for() {
    assertThat(site.get("/rules").body()).contains("any/renamed-column", "postgres/blocking-index");
    assertThat(site.get("/rules?q=blocking-index").body())
        .contains("<a href=\"/rules/postgres/blocking-index\">")
        .doesNotContain("any/renamed-column");
    assertThat(site.get("/rules?q=%3Cscript%3Ealert(1)%3C/script%3E").body())
        .contains("0 rules with")
        .doesNotContain("<script");
    assertThat(site.get("/rules/any/no-such-rule").statusCode()).isEqualTo(404);
    assertThat(site.get("/rules/any/renamed-column").body())
        .contains("breaks the running version</h1>")
        .doesNotContain("severity:");
  }

  @Test
  void name_no_repository_to_strangers() {
    assertThat(site.get("/").body())
        .contains("None yet.", "shown to the <a href=\"/?names\">admin");
    assertThat(site.get("/?names").statusCode()).isEqualTo(401);
    assertThat(site.get("/?names", "Authorization", admin("guess")).statusCode()).isEqualTo(401);
    assertThat(site.get("/?names", "Authorization", admin(PASSWORD)).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> paste(String sql) {
    String form = "sql=" + URLEncoder.encode(sql, StandardCharsets.UTF_8);
    return site.send(
        site.request("/playground")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  @Test
  void check_what_is_pasted() {
    HttpResponse<String> page =
        paste("SELECT 1;\r\nALTER TABLE audio RENAME COLUMN length TO length_ms;\r\n");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<p class=\"verdict blocked\">")
        .contains("<a href=\"/rules/any/renamed-column\">", "line 2")
        .contains("ALTER TABLE audio <mark>RENAME COLUMN length TO length_ms</mark>;")
        .contains("The plan: 4 deploys", "ADD COLUMN length_ms");
    assertThat(paste("SELECT 1;").body()).contains("<p class=\"verdict safe\">");
    assertThat(paste("FROBNICATE audio;").body()).contains("<h2>Not analyzed</h2>", "line 1");
    assertThat(paste("").body()).contains("<textarea").doesNotContain("class=\"verdict");
    assertThat(site.scene.github.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</textarea><script>alert(1)</script>",
        "ALTER TABLE \"<img src=x onerror=alert(1)>\" DROP COLUMN \"`<b>`</code>\";",
        "DROP TABLE \"</code></pre><script>alert(1)</script>\"; -- <script>",
        "ALTER TABLE audio RENAME COLUMN \"{{sql}}{{{review}}}\" TO \"[x](javascript:alert(1))\";",
        "-- concertina: allow any/<script> because <script>\nDROP TABLE audio;",
        "CREATE INDEX \"&lt;script&gt;<script>\" ON audio (\"' onclick='x\");",
      })
  void show_what_is_pasted_as_text(String sql) {
    HttpResponse<String> page = paste(sql);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("class=\"verdict")
        .doesNotContain("<script", "<img", "<b>", "javascript:alert(1)\"", "onclick='")
        .containsOnlyOnce("<textarea")
        .containsOnlyOnce("</textarea");
  }

  @Test
  void show_no_characters_that_hide_what_is_pasted() {
    String review =
        paste("DROP TABLE \"a\u202Eb\u0007\u001b[31m\";").body().split("</textarea>")[1];
    assertThat(review).contains("a\uFFFDb").doesNotContain("\u202E", "\u0007", "\u001b");
  }

  @Test
  void check_no_more_than_a_page_of_sql() {
    String statement = "ALTER TABLE audio DROP COLUMN length;\n";
    HttpResponse<String> full = paste(statement.repeat((64 << 10) / statement.length()));
    assertThat(full.statusCode()).isEqualTo(200);
    assertThat(full.body()).contains("more findings");
    HttpResponse<String> more = paste(statement.repeat((64 << 10) / statement.length() + 1));
    assertThat(more.statusCode()).isEqualTo(413);
    assertThat(more.body()).contains("Expected at most 64 KB");
    assertThat(paste("é".repeat(200_000)).statusCode()).isEqualTo(413);
    assertThat(paste("(".repeat(60_000)).statusCode()).isEqualTo(200);
  }

  @Test
  void set_up_an_app() {
    HttpResponse<String> form = site.get("/setup?organization=octo");
    assertThat(form.body())
        .contains("https://github.example/organizations/octo/settings/apps/new?state&#x3D;")
        .contains("&quot;hook_attributes&quot;")
        .contains("Create the App for octo");
    assertThat(site.get("/setup?organization=%22%3E%3Cb").body()).doesNotContain("\"><b");
    String cookie = form.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    String state = cookie.substring(cookie.indexOf('=') + 1);
    String back = "/setup/created?code=c0de&state=";
    assertThat(site.get(back + state).statusCode()).isEqualTo(400);
    assertThat(site.get(back + "other", "Cookie", cookie).statusCode()).isEqualTo(400);
    HttpResponse<String> created = site.get(back + state, "Cookie", cookie);
    assertThat(created.statusCode()).isEqualTo(200);
    assertThat(created.body())
        .contains("CONCERTINA_APP_ID=1", "CONCERTINA_WEBHOOK_SECRET=", "BEGIN RSA PRIVATE KEY");
  }

  @Test
  void close_the_setup_when_it_is_done() {
    site.end();
    site.environment.put("CONCERTINA_TOKEN", "t0ken");
    site.run();
    assertThat(site.get("/setup").statusCode()).isEqualTo(401);
    assertThat(site.get("/setup", "Authorization", admin(PASSWORD)).statusCode()).isEqualTo(200);
    site.end();
    site.environment.remove("CONCERTINA_ADMIN_PASSWORD");
    site.run();
    assertThat(site.get("/setup").statusCode()).isEqualTo(404);
    assertThat(site.get("/", "Authorization", admin("")).body()).doesNotContain("/setup");
  }
}
