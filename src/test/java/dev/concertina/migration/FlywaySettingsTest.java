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
    "src/Db.java, 'c.put(\"flyway.postgresql.transactional.lock\", \"false\")'",
    "k8s.yml, '- name: FLYWAY_POSTGRESQL_TRANSACTIONAL_LOCK\n  value: \"false\"'",
    "build.gradle, 'flyway { postgresqlTransactionalLock = false }'",
    "build.gradle, 'implementation \"org.flywaydb:flyway-core:8.5.13\"'",
    "build.gradle.kts, 'plugins { id(\"org.flywaydb.flyway\") version \"9.0.4\" }'",
    "pom.xml, '<properties><flyway.version>9.1.1</flyway.version></properties>'",
    "pom.xml, '<artifactId>flyway-core</artifactId>\n  <version>7.15</version>'"
  })
  void the_lock_is_looked_for_everywhere(String path, String text) {
    InMemoryTree base = InMemoryTree.of(path, text);
    assertThat(read(base, "CREATE INDEX CONCURRENTLY i ON t (a)").transactionalLock()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "flyway.conf, 'flyway.postgresql.transactional.lock=true\nflyway.group=false'",
    "build.gradle, 'implementation \"org.flywaydb:flyway-core:9.1.2\"'",
    "build.gradle, 'implementation \"org.flywaydb:flyway-core:11.14.0\"'",
    "pom.xml, '<artifactId>flyway-core</artifactId></dependency><version>1.2.3</version>'"
  })
  void the_lock_stays_where_nobody_switches_it_off(String path, String text) {
    InMemoryTree base = InMemoryTree.of(path, text);
    assertThat(read(base, "CREATE INDEX CONCURRENTLY i ON t (a)").transactionalLock()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "migrate.sh, 'flyway -url=$URL -mixed=true migrate'",
    "compose.yml, 'FLYWAY_MIXED: true'",
    "src/Db.java, 'Flyway.configure().mixed(true)'"
  })
  void mixed_is_looked_for_everywhere(String path, String text) {
    assertThat(transaction(InMemoryTree.of(path, text))).isEqualTo(Migration.Transaction.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "flyway.toml, '[flyway]\nexecuteInTransaction = false', NONE",
    "db/migration/V1__x.sql.conf, executeInTransaction=false, NONE",
    "db/migration/V1__x.sql.conf, executeInTransaction=true, FILE",
    "db/migration/V1__y.sql.conf, executeInTransaction=true, REFUSED",
    "flyway.conf, flyway.mixed=false, REFUSED"
  })
  void a_mixed_file_is_refused_unless_somebody_decides(
      String path, String text, Migration.Transaction expected) {
    assertThat(transaction(InMemoryTree.of(path, text))).isEqualTo(expected);
  }

  private static Migration.Transaction transaction(InMemoryTree base) {
    String sql = "SET lock_timeout = 0; CREATE INDEX CONCURRENTLY i ON t (a)";
    return change(base, sql).migrations().get(0).transaction();
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
    return change(base, sql).flyway();
  }

  private static Change change(InMemoryTree base, String sql) {
    return Change.read(
        base,
        base,
        List.of(InMemoryTree.added("db/migration/V1__x.sql", sql)),
        LayoutSettings.NONE);
  }
}
