package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flyway is set up in many kinds of file. */
class FlywaySettingsTest {

  @ParameterizedTest
  @CsvSource({
    "flyway.conf, 'flyway.mixed=true'",
    "conf/flyway.toml, '[flyway]\nmixed = true'",
    "src/main/resources/application.yml, 'spring:\n  flyway:\n    mixed: true'",
    "src/main/resources/application-prod.properties, 'spring.flyway.mixed = true'",
    "pom.xml, '<artifactId>flyway-maven-plugin</artifactId><mixed>true</mixed>'",
    "build.gradle.kts, 'flyway {\n  mixed = true\n}'"
  })
  void mixed(String path, String text) {
    FlywaySettings settings = read(InMemoryTree.of(path, text), "SELECT 1");
    assertThat(settings.mixed()).isTrue();
    assertThat(settings.group()).isFalse();
    assertThat(settings.transactionalLock()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "flyway.conf, 'flyway.postgresql.transactional.lock=false'",
    "flyway.toml, '[flyway.postgresql]\ntransactional.lock = false'",
    "application.yaml, 'spring:\n  flyway:\n    postgresql:\n      transactional-lock: false'",
    "application.properties, 'spring.flyway.postgresql.transactional-lock=false'",
    "compose.yml, '    FLYWAY_POSTGRESQL_TRANSACTIONAL_LOCK: \"false\"'",
    "src/Db.java, 'c.put(\"flyway.postgresql.transactional.lock\", \"false\")'"
  })
  void the_lock_is_looked_for_everywhere(String path, String text) {
    InMemoryTree base = InMemoryTree.of(path, text);
    assertThat(read(base, "CREATE INDEX CONCURRENTLY i ON t (a)").transactionalLock()).isFalse();
  }

  @Test
  void nothing_set_is_the_default() {
    assertThat(read(new InMemoryTree(), "CREATE INDEX CONCURRENTLY i ON t (a)"))
        .isEqualTo(FlywaySettings.DEFAULT);
  }

  @Test
  void tests_and_what_is_no_yaml_set_nothing() {
    InMemoryTree base =
        InMemoryTree.of(
            "src/test/resources/application.yml", "spring: {flyway: {group: true}}",
            "application.yml", "a: [b\n<<<<<<< HEAD\n\t}: x",
            "flyway.conf", "\0\0");
    assertThat(read(base, "SELECT 1")).isEqualTo(FlywaySettings.DEFAULT);
  }

  @Test
  void locations_decide_what_is_one_history() {
    InMemoryTree base =
        InMemoryTree.of(
            "application.yml",
            "spring:\n  flyway:\n    locations: classpath:/sql/{vendor},filesystem:./ops/pg-scripts\n");
    FlywaySettings settings = read(base, "SELECT 1");
    assertThat(settings.locations()).containsExactly("sql", "ops/pg-scripts");
    Change change =
        Change.read(
            base,
            base,
            List.of(
                InMemoryTree.added("src/main/resources/sql/2026/V1__a.sql", "SELECT 1"),
                InMemoryTree.added("src/main/resources/sql/2027/V2__a.sql", "SELECT 1")),
            LayoutSettings.NONE);
    assertThat(change.histories()).containsExactly("src/main/resources/sql");
  }

  private static FlywaySettings read(InMemoryTree base, String sql) {
    return Change.read(
            base,
            base,
            List.of(InMemoryTree.added("db/migration/V1__x.sql", sql)),
            LayoutSettings.NONE)
        .flyway();
  }
}
