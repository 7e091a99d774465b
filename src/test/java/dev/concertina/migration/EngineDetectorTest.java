package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which database, which release, and from where that is known. */
class EngineDetectorTest {

  @ParameterizedTest
  @CsvSource({
    "compose.yml, 'image: postgres:16-alpine', 16",
    "docker-compose.dev.yaml, '    image: \"postgis/postgis:15-3.4\"', 15",
    "compose.yaml, 'image: pgvector/pgvector:pg17', 17",
    "compose.yaml, 'image: timescale/timescaledb:2.14.2-pg16', 16",
    "compose.yaml, 'image: supabase/postgres:15.1.0.147', 15",
    ".github/workflows/ci.yml, 'image: postgres:13', 13",
    ".gitlab-ci.yml, '- postgres:12.4', 12",
    "Dockerfile.db, 'FROM postgres:14.2', 14",
    "supabase/config.toml, '[db]\nmajor_version = 15', 15",
    "src/test/java/DbTest.java, 'new PostgreSQLContainer(\"postgres:16\")', 16"
  })
  void finds_the_release(String path, String content, int version) {
    Engine engine = engine(InMemoryTree.of(path, content), "migrations/1_x.sql");
    assertThat(engine.name()).isEqualTo("postgresql");
    assertThat(engine.version()).isEqualTo(version);
    assertThat(engine.reason()).contains(path);
  }

  @Test
  void the_oldest_release_counts() {
    InMemoryTree tree =
        InMemoryTree.of("compose.yml", "image: postgres:16\n---\nimage: postgres:13\n");
    assertThat(engine(tree, "migrations/1_x.sql").version()).isEqualTo(13);
  }

  @Test
  void urls_and_matrices_are_no_release() {
    InMemoryTree tree =
        InMemoryTree.of(
            "compose.yml",
            "image: postgres:${V}\nimage: postgres:latest\nDB: postgres://u:5432/x\nx-postgres:16\n");
    assertThat(engine(tree, "migrations/1_x.sql")).isEqualTo(Engine.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "migrations/mysql/1_x.up.sql, mysql",
    "migrations/postgres/1_x.up.sql, postgresql",
    "db/pg/migrations/1_x.sql, postgresql",
    "migrations/1_x.mysql.up.sql, mysql",
    "schema/delta/1_x.sql.postgres, postgresql",
    "util/MySqlMigrations/Migrations/1_x.up.sql, mysql",
    "util/PostgresMigrations/Migrations/1_x.up.sql, postgresql",
    "src/App.Migrations.SqlServer/1_x.up.sql, sqlserver",
    "clickhouse/migrations/1_x.sql, clickhouse"
  })
  void a_path_says_the_engine(String path, String engine) {
    assertThat(engine(new InMemoryTree(), path).name()).isEqualTo(engine);
  }

  @Test
  void a_frameworks_files_say_the_engine() {
    InMemoryTree prisma =
        InMemoryTree.of("prisma/migrations/migration_lock.toml", "provider = \"mysql\"");
    assertThat(engine(prisma, "prisma/migrations/1_x/migration.sql").name()).isEqualTo("mysql");
    InMemoryTree drizzle =
        InMemoryTree.of(
            "drizzle.config.ts", "export default { dialect: 'postgresql' }",
            "drizzle/meta/_journal.json", "{}");
    assertThat(engine(drizzle, "drizzle/0001_x.sql").name()).isEqualTo("postgresql");
    InMemoryTree flyway =
        InMemoryTree.of(
            "src/main/resources/application.yml",
            "spring:\n  datasource:\n    url: jdbc:mariadb://x/y\n");
    assertThat(engine(flyway, "db/migration/V1__x.sql").name()).isEqualTo("mariadb");
  }

  @Test
  void configuration_beats_all() {
    Engine configured = new Engine("postgresql", 12, "configured");
    LayoutSettings settings =
        new LayoutSettings(List.of(), false, List.of(), configured, java.util.Set.of());
    InMemoryTree base = InMemoryTree.of("compose.yml", "image: postgres:16");
    Change change =
        Change.read(
            base, base, List.of(InMemoryTree.added("migrations/1_x.sql", "SELECT 1")), settings);
    assertThat(change.migrations().get(0).engine()).isEqualTo(configured);
  }

  private static Engine engine(InMemoryTree base, String path) {
    return Change.read(
            base, base, List.of(InMemoryTree.added(path, "SELECT 1;")), LayoutSettings.NONE)
        .migrations()
        .get(0)
        .engine();
  }
}
