package dev.concertina.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concertina.server.ServiceSettings.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceSettingsTest {

  @TempDir Path folder;

  private static ServiceSettings read(String... namesAndValues) {
    Map<String, String> environment = new HashMap<>(Map.of("CONCERTINA_WEBHOOK_SECRET", "s3cret"));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return ServiceSettings.read(environment);
  }

  @Test
  void have_defaults_for_all_but_the_secret() {
    ServiceSettings settings = read();
    assertThat(settings.host()).isEqualTo("0.0.0.0");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.data()).isEqualTo(Path.of("data"));
    assertThat(settings.lease()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.workers()).isPositive();
    assertThat(settings.credentials()).isEmpty();
    assertThat(settings.database()).isEmpty();
    assertThat(settings.endpoints().api()).hasToString("https://api.github.com");
  }

  @Test
  void name_everything_that_is_wrong_at_once_and_no_secret() {
    assertThatThrownBy(
            () ->
                ServiceSettings.read(
                    Map.of(
                        "PORT", "eighty",
                        "CONCERTINA_WORKERS", "0",
                        "CONCERTINA_TOKEN", "t0ken",
                        "CONCERTINA_APP_ID", "7",
                        "CONCERTINA_DATABASE_URL", "jdbc:oracle:thin:scott/tiger@db")))
        .isInstanceOf(UnusableSettingsException.class)
        .hasMessageContainingAll(
            "CONCERTINA_WEBHOOK_SECRET: expected",
            "PORT: expected a number from 0 to 65535, found eighty",
            "CONCERTINA_WORKERS: expected a number from 1 to 256, found 0",
            "CONCERTINA_TOKEN: expected either",
            "CONCERTINA_DATABASE_URL: expected jdbc:postgresql")
        .message()
        .doesNotContain("t0ken", "tiger", "\n");
  }

  @Test
  void take_the_key_from_a_variable_or_a_file() throws IOException {
    Path file = Files.writeString(folder.resolve("key.pem"), "-----BEGIN\nabc\n-----END\n");
    assertThat(read("CONCERTINA_APP_ID", "7", "CONCERTINA_PRIVATE_KEY", "a\\nb").credentials())
        .contains(new Credentials.OfApp("7", "a\nb"));
    assertThat(
            read("CONCERTINA_APP_ID", "7", "CONCERTINA_PRIVATE_KEY_FILE", file.toString())
                .credentials())
        .contains(new Credentials.OfApp("7", "-----BEGIN\nabc\n-----END"));
    assertThatThrownBy(() -> read("CONCERTINA_APP_ID", "7"))
        .hasMessageContaining("CONCERTINA_PRIVATE_KEY: expected the App's key");
    assertThatThrownBy(
            () -> read("CONCERTINA_APP_ID", "7", "CONCERTINA_PRIVATE_KEY_FILE", "/no/such/file"))
        .hasMessageContaining("CONCERTINA_PRIVATE_KEY_FILE: /no/such/file can't be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONCERTINA_WEBHOOK_SECRET",
        "CONCERTINA_TOKEN",
        "CONCERTINA_DATABASE_PASSWORD",
        "CONCERTINA_ADMIN_PASSWORD"
      })
  void take_every_secret_from_a_file_as_well(String name) throws IOException {
    String file = Files.writeString(folder.resolve("secret"), "from a file\n").toString();
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "CONCERTINA_WEBHOOK_SECRET", "s3cret",
                "CONCERTINA_DATABASE_URL", "jdbc:postgresql://db/c"));
    environment.put(name + "_FILE", file);
    environment.put(name, "");
    ServiceSettings settings = ServiceSettings.read(environment);
    assertThat(
            switch (name) {
              case "CONCERTINA_WEBHOOK_SECRET" -> settings.secret();
              case "CONCERTINA_TOKEN" ->
                  ((Credentials.OfToken) settings.credentials().orElseThrow()).token();
              case "CONCERTINA_DATABASE_PASSWORD" -> settings.database().orElseThrow().password();
              default -> settings.adminPassword().orElseThrow();
            })
        .isEqualTo("from a file");
    environment.put(name, "by itself");
    assertThatThrownBy(() -> ServiceSettings.read(environment))
        .hasMessage(name + "_FILE: expected either this or " + name + ", found both");
  }

  @Test
  void say_what_is_wrong_with_a_file_and_nothing_of_what_is_in_it() throws IOException {
    Path large = Files.writeString(folder.resolve("large"), "s3cret ".repeat(10_000));
    assertThatThrownBy(() -> read("CONCERTINA_DATABASE_PASSWORD_FILE", large.toString()))
        .hasMessage("CONCERTINA_DATABASE_PASSWORD_FILE: expected a secret, found a large file");
    assertThatThrownBy(
            () -> ServiceSettings.read(Map.of("CONCERTINA_WEBHOOK_SECRET_FILE", "/no/such/file")))
        .hasMessage("CONCERTINA_WEBHOOK_SECRET_FILE: /no/such/file can't be read");
  }

  @Test
  void know_where_an_enterprise_server_has_its_apis() {
    var endpoints = read("CONCERTINA_GITHUB_URL", "https://git.example/api/v3/").endpoints();
    assertThat(endpoints.api()).hasToString("https://git.example/api/v3");
    assertThat(endpoints.graphql()).hasToString("https://git.example/api/graphql");
    assertThat(endpoints.web()).isEqualTo("https://git.example");
  }

  @Test
  void show_no_secret_when_printed() {
    ServiceSettings settings =
        read(
            "CONCERTINA_TOKEN", "t0ken",
            "CONCERTINA_ADMIN_PASSWORD", "sesame",
            "CONCERTINA_DATABASE_URL", "jdbc:postgresql://db/c?password=open",
            "CONCERTINA_DATABASE_PASSWORD", "barley");
    assertThat(settings + " " + settings.credentials() + " " + settings.database())
        .doesNotContain("t0ken", "sesame", "open", "barley", "s3cret");
    assertThat(new Credentials.OfApp("7", "k3y").toString()).doesNotContain("k3y");
  }
}
