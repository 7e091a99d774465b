package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.migration.ReplayCache;
import dev.concertina.server.Server;
import dev.concertina.server.ServiceSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
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
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> environment = new HashMap<>();
  private Scene scene;
  private Server server;

  @BeforeEach
  void start() {
    scene = new Scene(folder.resolve("scene"));
    environment.put("CONCERTINA_WEBHOOK_SECRET", "s3cret");
    environment.put("CONCERTINA_ADMIN_PASSWORD", PASSWORD);
    environment.put("CONCERTINA_GITHUB_URL", scene.github.endpoints().api().toString());
    environment.put("CONCERTINA_GITHUB_WEB_URL", "https://github.example");
    environment.put("CONCERTINA_DATA", folder.resolve("data").toString());
    environment.put("CONCERTINA_HOST", "127.0.0.1");
    environment.put("PORT", "0");
    run();
  }

  private void run() {
    server =
        new Server(
            ServiceSettings.read(environment), "1.0", "https://rules.example/", ReplayCache.NONE);
  }

  @AfterEach
  void stop() {
    server.close();
    scene.close();
  }

  private HttpResponse<String> get(String path, String... headers) {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String admin(String password) {
    return "Basic " + Base64.getEncoder().encodeToString(("admin:" + password).getBytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/rules", "/rules?q=index", "/rules/any/renamed-column", "/setup"})
  void run_no_script(String path) {
    HttpResponse<String> page = get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'self'; ")
        .doesNotContain("unsafe", "script");
    assertThat(page.body()).contains("<h1>").doesNotContain("<script", "style=", "{{");
  }

  @Test
  void list_the_rules_that_are_searched_for() {
    assertThat(get("/rules").body()).contains("any/renamed-column", "postgres/blocking-index");
    assertThat(get("/rules?q=blocking-index").body())
        .contains("<a href=\"/rules/postgres/blocking-index\">")
        .doesNotContain("any/renamed-column");
    assertThat(get("/rules?q=%3Cscript%3Ealert(1)%3C/script%3E").body())
        .contains("0 rules with")
        .doesNotContain("<script");
    assertThat(get("/rules/any/no-such-rule").statusCode()).isEqualTo(404);
    assertThat(get("/rules/any/renamed-column").body())
        .contains("breaks the running version</h1>")
        .doesNotContain("severity:");
  }

  @Test
  void name_no_repository_to_strangers() {
    assertThat(get("/").body()).contains("None yet.", "shown to the <a href=\"/?names\">admin");
    assertThat(get("/?names").statusCode()).isEqualTo(401);
    assertThat(get("/?names", "Authorization", admin("guess")).statusCode()).isEqualTo(401);
    assertThat(get("/?names", "Authorization", admin(PASSWORD)).statusCode()).isEqualTo(200);
  }

  @Test
  void set_up_an_app() {
    HttpResponse<String> form = get("/setup?organization=octo");
    assertThat(form.body())
        .contains("https://github.example/organizations/octo/settings/apps/new?state&#x3D;")
        .contains("&quot;hook_attributes&quot;")
        .contains("Create the App for octo");
    assertThat(get("/setup?organization=%22%3E%3Cb").body()).doesNotContain("\"><b");
    String cookie = form.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    String state = cookie.substring(cookie.indexOf('=') + 1);
    String back = "/setup/created?code=c0de&state=";
    assertThat(get(back + state).statusCode()).isEqualTo(400);
    assertThat(get(back + "other", "Cookie", cookie).statusCode()).isEqualTo(400);
    HttpResponse<String> created = get(back + state, "Cookie", cookie);
    assertThat(created.statusCode()).isEqualTo(200);
    assertThat(created.body())
        .contains("CONCERTINA_APP_ID=1", "CONCERTINA_WEBHOOK_SECRET=", "BEGIN RSA PRIVATE KEY");
  }

  @Test
  void close_the_setup_when_it_is_done() {
    server.close();
    environment.put("CONCERTINA_TOKEN", "t0ken");
    run();
    assertThat(get("/setup").statusCode()).isEqualTo(401);
    assertThat(get("/setup", "Authorization", admin(PASSWORD)).statusCode()).isEqualTo(200);
    server.close();
    environment.remove("CONCERTINA_ADMIN_PASSWORD");
    run();
    assertThat(get("/setup").statusCode()).isEqualTo(404);
    assertThat(get("/", "Authorization", admin("")).body()).doesNotContain("/setup");
  }
}
