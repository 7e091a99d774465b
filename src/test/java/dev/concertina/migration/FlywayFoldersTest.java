package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which folders Flyway runs as one sequence, and which only outside of production. */
class FlywayFoldersTest {

  private static final String SQL = "CREATE TABLE t (id int);";

  @Test
  void folders_beside_the_migrations_share_their_versions() {
    InMemoryTree base =
        InMemoryTree.of(
            "app/db/migration/V1__a.sql", SQL,
            "app/db/prod/V2__b.sql", SQL,
            "app/db/migration/V4__c.sql", SQL);
    Change change = change(base, "app/db/prod/V3__late.sql");
    assertThat(change.histories()).containsExactly("app/db");
    assertThat(change.late())
        .extracting(Change.Late::newest)
        .containsExactly("app/db/migration/V4__c.sql");
    History history = new History(base, LayoutSettings.NONE, ReplayCache.NONE);
    assertThat(history.paths("app/db")).hasSize(3);
  }

  @Test
  void folders_that_number_by_themselves_are_histories_of_their_own() {
    InMemoryTree base =
        InMemoryTree.of(
            "db/migration/V1__a.sql", SQL,
            "db/migration/V2__a.sql", SQL,
            "db/tenant/V1__a.sql", SQL,
            "db/tenant/V2__a.sql", SQL);
    assertThat(change(base, "db/tenant/V3__b.sql").histories()).containsExactly("db/tenant");
    assertThat(change(base, "db/migration/V3__b.sql").histories()).containsExactly("db/migration");
  }

  @ParameterizedTest
  @CsvSource({
    "db/dev/V3__a.sql, dev",
    "db/migration/dev+test/V3__a.sql, dev+test",
    "db/migration/local/R__a.sql, local",
    "db/migration/test-only/V3__a.sql, test-only"
  })
  void what_production_never_runs_is_not_judged(String path, String environment) {
    InMemoryTree base = InMemoryTree.of("db/migration/V1__a.sql", SQL);
    Change change = change(base, path);
    assertThat(change.migrations()).isEmpty();
    assertThat(change.ignored().get(0).reason()).endsWith("environment " + environment + " alone");
  }

  @ParameterizedTest
  @CsvSource({"db/prod/V3__a.sql", "db/migration/devices/V3__a.sql", "dev/db/migration/V3__a.sql"})
  void other_folders_are_judged(String path) {
    InMemoryTree base = InMemoryTree.of("db/migration/V1__a.sql", SQL);
    assertThat(change(base, path).migrations()).hasSize(1);
  }

  @Test
  void migrations_may_begin_with_another_letter_or_none() {
    InMemoryTree base =
        InMemoryTree.of(
            "src/main/resources/application.yml",
            "spring: {flyway: {sql-migration-prefix: '', locations: 'classpath:db/migration/all'}}",
            "db/migration/all/20260101000000__a.sql",
            SQL,
            "db/migration/more/20260102000000__b.sql",
            SQL);
    Change change = change(base, "db/migration/all/20260103000000__c.sql");
    Migration migration = change.migrations().get(0);
    assertThat(migration.framework()).isEqualTo("flyway");
    assertThat(migration.version()).isEqualTo("20260103000000");
    assertThat(migration.history()).isEqualTo("db/migration");
  }

  private static Change change(InMemoryTree base, String path) {
    return Change.read(base, base, List.of(InMemoryTree.added(path, SQL)), LayoutSettings.NONE);
  }
}
