package dev.concertina.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code compose.yaml} hands to the service. */
class ComposeTest {
  private static final Path FILE = Path.of("compose.yaml");

  /** What Compose puts in the place of a variable that nobody has set. */
  private static final Pattern DEFAULT = Pattern.compile("\\$\\{[A-Z_]+:-([^}]*)}");

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private JsonNode compose;

  @BeforeEach
  void read() throws IOException {
    compose = new YAMLMapper().readTree(Files.readString(FILE));
    compose
        .at("/services/concertina/environment")
        .fields()
        .forEachRemaining(
            variable ->
                environment.put(
                    variable.getKey(),
                    DEFAULT.matcher(variable.getValue().asText()).replaceAll("$1")));
  }

  /** Remembers what was asked for. */
  private static final class Listening extends HashMap<String, String> {
    private static final long serialVersionUID = 1L;
    private final transient Set<String> asked = new HashSet<>();

    Listening(Map<String, String> variables) {
      super(variables);
    }

    @Override
    public String getOrDefault(Object name, String otherwise) {
      asked.add((String) name);
      return super.getOrDefault(name, otherwise);
    }
  }

  private ServiceSettings start(String key) throws IOException {
    environment.replaceAll((name, value) -> value.replace("/run/secrets", folder.toString()));
    Files.writeString(folder.resolve("webhook-secret"), "s3cret\n");
    Files.writeString(folder.resolve("database-password"), "barley\n");
    Files.writeString(folder.resolve("private-key.pem"), key);
    return ServiceSettings.read(environment);
  }

  @Test
  void sets_no_variable_that_the_service_does_not_read() {
    Listening variables = new Listening(Map.of("CONCERTINA_WEBHOOK_SECRET", "s3cret"));
    ServiceSettings.read(variables);
    assertThat(variables.asked).containsAll(environment.keySet());
  }

  @Test
  void starts_before_there_is_an_app_and_with_one() throws IOException {
    assertThat(start("").credentials()).isEmpty();
    environment.put("CONCERTINA_APP_ID", "7");
    ServiceSettings settings = start("k3y");
    assertThat(settings.credentials()).contains(new ServiceSettings.Credentials.OfApp("7", "k3y"));
    assertThat(settings.secret()).isEqualTo("s3cret");
    assertThat(settings.database())
        .contains(
            new ServiceSettings.DatabaseAddress(
                "jdbc:postgresql://database/concertina", "concertina", "barley"));
  }

  @Test
  void gives_each_secret_that_it_names_and_no_other() {
    Set<String> named =
        environment.values().stream()
            .filter(value -> value.startsWith("/run/secrets/"))
            .map(value -> value.substring("/run/secrets/".length()))
            .collect(Collectors.toSet());
    Set<String> given = new HashSet<>();
    compose.at("/services/concertina/secrets").forEach(name -> given.add(name.asText()));
    Set<String> defined = new HashSet<>();
    compose.path("secrets").fieldNames().forEachRemaining(defined::add);
    assertThat(given).isEqualTo(named).isEqualTo(defined);
  }
}
