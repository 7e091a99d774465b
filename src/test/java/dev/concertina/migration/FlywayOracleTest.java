package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.migration.Migration.Transaction;
import dev.concertina.proof.Majors;
import dev.concertina.proof.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.internal.info.MigrationInfoImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of Flyway is what a real one does. */
@ResourceLock(Server.LOCK)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlywayOracleTest {

  private static final String PROBE =
      "INSERT INTO probe SELECT current_setting('lock_timeout'), pg_current_xact_id()::text;";

  private Server server;
  private Path folder;

  @BeforeAll
  void start() {
    server = Server.start(Majors.NEWEST);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void empty(@TempDir Path fresh) throws SQLException {
    folder = fresh;
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public");
      statement.execute("CREATE TABLE probe (lock_timeout text, transaction text)");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "CREATE TABLE t (a int)",
        "ALTER TABLE t ADD b int",
        "CREATE INDEX i ON t (a)",
        "CREATE INDEX CONCURRENTLY i ON t (a)",
        "CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)",
        "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a)",
        "create index concurrently i on t (a)",
        "CREATE /* c */ INDEX\n CONCURRENTLY i ON t (a)",
        "-- first\nCREATE INDEX CONCURRENTLY i ON t (a)",
        "DROP INDEX i",
        "DROP INDEX CONCURRENTLY i",
        "DROP INDEX CONCURRENTLY IF EXISTS i",
        "CREATE INDEX CONCURRENTLY i ON t (a); CREATE INDEX CONCURRENTLY j ON t (b)",
        "REINDEX INDEX i",
        "REINDEX INDEX CONCURRENTLY i",
        "REINDEX TABLE t",
        "REINDEX TABLE CONCURRENTLY t",
        "REINDEX SCHEMA public",
        "REINDEX DATABASE postgres",
        "REINDEX SYSTEM postgres",
        "VACUUM",
        "VACUUM t",
        "VACUUM FULL t",
        "VACUUM ANALYZE t",
        "ANALYZE t",
        "ALTER SYSTEM SET work_mem = '8MB'",
        "CREATE DATABASE d",
        "DROP DATABASE d",
        "CREATE TABLESPACE s LOCATION '/x'",
        "DROP TABLESPACE s",
        "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p",
        "DROP SUBSCRIPTION s",
        "ALTER SUBSCRIPTION s DISABLE",
        "DISCARD ALL",
        "DISCARD PLANS",
        "ALTER TYPE e ADD VALUE 'x'",
        "ALTER TABLE p DETACH PARTITION t CONCURRENTLY",
        "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
        "CLUSTER t",
        "LOCK TABLE t",
        "DO $$ BEGIN PERFORM 1; END $$",
        "CREATE TABLE t (a int); CREATE INDEX CONCURRENTLY i ON t (a)",
        "CREATE INDEX CONCURRENTLY i ON t (a); ALTER TABLE t ADD b int",
        "SET lock_timeout = 0; CREATE INDEX CONCURRENTLY i ON t (a)",
        "SELECT 1; VACUUM t",
        "COMMENT ON TABLE t IS 'CREATE INDEX CONCURRENTLY i'",
        "CREATE INDEX \"CONCURRENTLY\" ON t (a)",
        "INSERT INTO t VALUES (1); DROP INDEX CONCURRENTLY i"
      })
  void runs_a_file_in_a_transaction_or_not(String sql) throws IOException {
    Files.writeString(folder.resolve("V1__x.sql"), sql + ";\n");
    assertThat(of(tree().with("db/migration/V1__x.sql", sql + ";\n"))).isEqualTo(flyways(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "executeInTransaction=false, CREATE TABLE t (a int)",
    "executeInTransaction=true, CREATE TABLE t (a int)",
    "executeInTransaction=false, CREATE INDEX CONCURRENTLY i ON t (a)",
    "executeInTransaction=true, CREATE INDEX CONCURRENTLY i ON t (a)",
    "executeInTransaction=false, SET a.b = 1; CREATE INDEX CONCURRENTLY i ON t (a)"
  })
  void goes_by_the_settings_beside_a_script(String conf, String sql) throws IOException {
    Files.writeString(folder.resolve("V1__x.sql"), sql + ";\n");
    Files.writeString(folder.resolve("V1__x.sql.conf"), conf + "\n");
    InMemoryTree tree =
        tree().with("db/migration/V1__x.sql", sql).with("db/migration/V1__x.sql.conf", conf);
    assertThat(of(tree)).isEqualTo(flyways(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "flyway.mixed=true, SELECT 1; CREATE INDEX CONCURRENTLY i ON t (a)",
    "flyway.mixed=true, SELECT 1",
    "flyway.executeInTransaction=false, CREATE TABLE t (a int)",
    "flyway.executeInTransaction=false, SELECT 1; CREATE INDEX CONCURRENTLY i ON t (a)"
  })
  void goes_by_the_settings_of_the_project(String setting, String sql) throws IOException {
    Files.writeString(folder.resolve("V1__x.sql"), sql + ";\n");
    String[] pair = setting.split("=");
    InMemoryTree tree = tree().with("db/migration/V1__x.sql", sql).with("flyway.conf", setting);
    assertThat(of(tree)).isEqualTo(flyways(Map.of(pair[0], pair[1])));
  }

  /** What Flyway itself says of the one migration in the folder. */
  private Transaction flyways(Map<String, String> settings) {
    try {
      MigrationInfo info = flyway(settings).info().all()[0];
      boolean inTransaction =
          ((MigrationInfoImpl) info).getResolvedMigration().getExecutor().canExecuteInTransaction();
      return inTransaction ? Transaction.FILE : Transaction.NONE;
    } catch (FlywayException refused) {
      assertThat(refused).hasMessageContaining("both transactional and non-transactional");
      return Transaction.REFUSED;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "V1__x.sql",
        "V1_2__x.sql",
        "V1.2.3__two words.sql",
        "V20260102030405__x.sql",
        "V001__x.sql",
        "V1.sql",
        "V1_.sql",
        "V1_x.sql",
        "V__x.sql",
        "Vx__y.sql",
        "V1-1__x.sql",
        "v1__x.sql",
        "R__x.sql",
        "R__1.sql",
        "R_x.sql",
        "R1__x.sql",
        "1__x.sql",
        "x.sql",
        "beforeMigrate.sql",
        "beforeMigrate__x.sql",
        "afterMigrate.sql",
        "afterEachMigrateError.sql",
        "beforeClean.sql",
        "beforemigrate.sql",
        "beforeSomething.sql",
        "V1__x.txt",
        "V1__x.SQL",
        "V1__.sql"
      })
  void names_are_taken_for_what_flyway_takes_them(String name) throws IOException {
    Files.writeString(folder.resolve(name), "SELECT 1;\n");
    List<String> flyways = new ArrayList<>();
    for (MigrationInfo info : flyway(Map.of()).info().all()) {
      flyways.add(info.getVersion() == null ? "repeatable" : info.getVersion().getVersion());
    }
    FlywayNaming naming = FlywayNaming.DEFAULT;
    List<String> ours =
        naming
            .of(name)
            .filter(file -> FileName.isSql(name) && naming.event(name).isEmpty())
            .map(file -> file.version() == null ? "repeatable" : file.version().replace('_', '.'))
            .stream()
            .toList();
    assertThat(ours).isEqualTo(flyways);
  }

  @ParameterizedTest
  @CsvSource({
    "${schema}, public",
    "${SCHEMA}, public",
    "${Schema}, public",
    "${ schema}, refused",
    "${my-schema}, app",
    "${my_schema}, refused",
    "${unknown}, refused"
  })
  void placeholders_are_filled_in_as_flyway_does(String placeholder, String expected)
      throws IOException, SQLException {
    Files.writeString(
        folder.resolve("V1__x.sql"), "INSERT INTO probe VALUES ('" + placeholder + "', '');\n");
    String seen;
    try {
      flyway(Map.of("flyway.placeholders.schema", "public", "flyway.placeholders.my-schema", "app"))
          .migrate();
      seen = probed().get(0);
    } catch (FlywayException refused) {
      seen = "refused";
    }
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void a_migration_finds_what_init_sql_and_callbacks_have_set() throws IOException, SQLException {
    assertThat(lockTimeout("", Map.of())).isEqualTo("0");
    assertThat(lockTimeout("SET lock_timeout = '7s'", Map.of())).isEqualTo("7s");
    assertThat(lockTimeout("", Map.of("beforeMigrate.sql", "SET lock_timeout = '5s'")))
        .isEqualTo("0");
    assertThat(lockTimeout("", Map.of("afterConnect.sql", "SET lock_timeout = '5s'")))
        .isEqualTo("5s");
    assertThat(
            lockTimeout(
                "SET lock_timeout = '7s'",
                Map.of(
                    "beforeMigrate.sql", "SET lock_timeout = '5s'",
                    "beforeEachMigrate__timeouts.sql", "SET lock_timeout = '3s'")))
        .isEqualTo("3s");
    assertThat(lockTimeout("", Map.of("beforeEachMigrate.sql", "SET LOCAL lock_timeout = '2s'")))
        .isEqualTo("2s");
    assertThat(lockTimeout("", Map.of("afterMigrate.sql", "SET lock_timeout = '9s'")))
        .isEqualTo("0");
  }

  /** What a migration finds, which must be what is known of it. */
  private String lockTimeout(String initSql, Map<String, String> callbacks)
      throws IOException, SQLException {
    clear();
    InMemoryTree tree = tree().with("db/migration/V1__x.sql", PROBE);
    Files.writeString(folder.resolve("V1__x.sql"), PROBE);
    for (Map.Entry<String, String> callback : callbacks.entrySet()) {
      Files.writeString(folder.resolve(callback.getKey()), callback.getValue() + ";\n");
      tree = tree.with("db/migration/" + callback.getKey(), callback.getValue());
    }
    if (!initSql.isEmpty()) {
      tree = tree.with("flyway.conf", "flyway.initSql=" + initSql);
    }
    flyway(initSql.isEmpty() ? Map.of() : Map.of("flyway.initSql", initSql)).migrate();
    String found = probed().get(0);
    String known = migration(tree).session().getOrDefault("lock_timeout", "0");
    assertThat(known).isEqualTo(found);
    return found;
  }

  private void clear() throws IOException, SQLException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public");
      statement.execute("CREATE TABLE probe (lock_timeout text, transaction text)");
    }
  }

  private List<String> probed() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT lock_timeout FROM probe")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private Flyway flyway(Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put("flyway.locations", "filesystem:" + folder);
    all.put("flyway.url", url());
    all.put("flyway.user", "postgres");
    all.put("flyway.baselineOnMigrate", "true");
    all.put("flyway.baselineVersion", "0");
    return Flyway.configure().configuration(all).load();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), "postgres", "");
  }

  private String url() {
    return "jdbc:postgresql://localhost:" + server.port() + "/postgres";
  }

  private static InMemoryTree tree() {
    return new InMemoryTree();
  }

  private static Transaction of(InMemoryTree tree) {
    return migration(tree).transaction();
  }

  private static Migration migration(InMemoryTree tree) {
    return Change.ofFiles(tree, List.of("db/migration/V1__x.sql"), LayoutSettings.NONE)
        .migrations()
        .get(0);
  }
}
