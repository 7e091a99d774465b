package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.migration.Migration.Direction;
import dev.concertina.schema.Operation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a migration and what is none. */
class DetectionTest {

  private static final String SQL = "CREATE TABLE t (id int);";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "queries/users.sql",
        "src/main/resources/sql/find_user.sql",
        "db/schema.sql",
        "db/structure.sql",
        "db/animals_structure.sql",
        "db/seeds.sql",
        "db/seeds/001_users.sql",
        "node_modules/x/migrations/001_t.sql",
        "vendor/x/migrations/001_t.up.sql",
        "internal/testdata/migrations/001_t.up.sql",
        "spec/fixtures/migrations/001_t.sql",
        "src/test/resources/db/migration/V1__t.sql",
        "migrations/seed.sql",
        "migrations/sqlite/001_t.up.sql",
        "migrations/001_t.sqlite.sql",
        "README.md",
        "src/main.py",
        "app/models/migration.rb"
      })
  void ignores(String path) {
    Change change = change(path, SQL);
    assertThat(change.migrations()).isEmpty();
    if (path.endsWith(".sql")) {
      assertThat(change.ignored()).extracting(Change.Ignored::path).containsExactly(path);
      assertThat(change.ignored().get(0).reason()).isNotBlank();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "src/main/kotlin/db/migration/V2__X.kt, 'class V2__X', flyway",
    "migrations/00002_x.go, 'goose.AddMigrationContext(up, down)', goose"
  })
  void reports_what_is_not_read_yet(String path, String content, String framework) {
    Change change = change(path, content);
    assertThat(change.migrations()).hasSize(1);
    Migration migration = change.migrations().get(0);
    assertThat(migration.framework()).isEqualTo(framework);
    assertThat(migration.statements()).hasSize(1);
    Operation operation = migration.statements().get(0).operations().get(0);
    assertThat(operation).isInstanceOf(Operation.NotAnalysed.class);
    assertThat(((Operation.NotAnalysed) operation).reason()).contains("not read yet");
  }

  @Test
  void a_program_for_SQLite_is_none_of_a_rollout() {
    String path = "util/SqliteMigrations/Migrations/20260101000000_X.cs";
    String text = "class X : Migration { void Up(MigrationBuilder b) {} }";
    assertThat(change(path, text).migrations()).isEmpty();
    assertThat(change(path.replace("Sqlite", "Postgres"), text).migrations()).hasSize(1);
  }

  @Test
  void a_migration_of_South_is_none_of_Django() {
    String path = "shop/migrations/0002_x.py";
    String south = "from south.v2 import SchemaMigration\n\nclass Migration(SchemaMigration):\n";
    assertThat(change(path, south).migrations()).isEmpty();
    assertThat(change(path, south.replace("south.v2", "shop.base")).migrations()).hasSize(1);
  }

  @Test
  void a_description_of_the_schema_is_no_migration_where_there_are_migrations() {
    InMemoryTree base = InMemoryTree.of("db/migrations/0001_t.sql", "-- +goose Up\n" + SQL);
    Change beside =
        Change.read(
            base,
            base,
            List.of(InMemoryTree.added("sql/schema/v1-core.sql", SQL)),
            LayoutSettings.NONE);
    assertThat(beside.migrations()).isEmpty();
    assertThat(beside.ignored().get(0).reason()).contains("describes the schema");
    assertThat(change("sql/schema/v1-core.sql", SQL).migrations()).hasSize(1);
  }

  @Test
  void pop_names_its_files_as_golang_migrate_does() {
    InMemoryTree base = InMemoryTree.of("go.mod", "require github.com/gobuffalo/pop/v6 v6.1.1");
    List<ChangedFile> files = List.of(InMemoryTree.added("migrations/1_t.up.sql", SQL));
    Migration migration = Change.read(base, base, files, LayoutSettings.NONE).migrations().get(0);
    assertThat(migration.framework()).isEqualTo("pop");
    assertThat(migration.transaction()).isEqualTo(Migration.Transaction.FILE);
  }

  @Test
  void diesel_orders_old_and_new_names_and_minds_every_digit() {
    InMemoryTree base =
        InMemoryTree.of(
            "diesel.toml", "",
            "migrations/20140924113530_first/up.sql", SQL,
            "migrations/2026-05-27-120000-0000_third/up.sql", SQL,
            "migrations/2016-05-27-120000_second/up.sql", SQL);
    History history = new History(base, LayoutSettings.NONE, ReplayCache.NONE);
    assertThat(history.paths("migrations"))
        .extracting(path -> path.replaceAll(".*_(\\w+)/up.sql", "$1"))
        .containsExactly("first", "second", "third");
    List<ChangedFile> files =
        List.of(InMemoryTree.added("migrations/2026-05-27-120000_fourth/up.sql", SQL));
    assertThat(Change.read(base, base, files, LayoutSettings.NONE).collisions()).isEmpty();
  }

  @Test
  void folders_of_releases_are_one_history() {
    InMemoryTree base =
        InMemoryTree.of(
            "store/migration/postgres/0.9/00__a.sql",
            SQL,
            "store/migration/postgres/LATEST.sql",
            SQL);
    Change change =
        Change.read(
            base,
            base,
            List.of(
                InMemoryTree.added("store/migration/postgres/0.10/01__b.sql", SQL),
                InMemoryTree.added("store/migration/postgres/0.10/00__b.sql", SQL),
                InMemoryTree.added("store/migration/postgres/NOTES.sql", SQL)),
            LayoutSettings.NONE);
    assertThat(change.migrations())
        .extracting(Migration::version)
        .containsExactly("0.10/00", "0.10/01");
    assertThat(change.histories()).containsExactly("store/migration/postgres");
    assertThat(change.ignored()).hasSize(1);
    assertThat(
            new History(base, LayoutSettings.NONE, ReplayCache.NONE)
                .paths("store/migration/postgres"))
        .containsExactly("store/migration/postgres/0.9/00__a.sql");
  }

  @Test
  void a_drizzle_journal_orders_its_files() {
    InMemoryTree base =
        InMemoryTree.of(
            "drizzle/meta/_journal.json",
            "{\"entries\": [{\"idx\": 0, \"tag\": \"0001_b\"}, {\"idx\": 1, \"tag\": \"0000_a\"}]}");
    Change change =
        Change.read(
            base,
            base,
            List.of(
                InMemoryTree.added("drizzle/0000_a.sql", SQL),
                InMemoryTree.added("drizzle/0001_b.sql", SQL),
                InMemoryTree.added("drizzle/0002_c.sql", SQL)),
            LayoutSettings.NONE);
    assertThat(change.migrations())
        .extracting(Migration::version)
        .containsExactly("0001", "0000", "0002");
  }

  @ParameterizedTest
  @CsvSource({
    "migrations/1_x.up.sql, true",
    "migrations/1_x.down.sql, true",
    "migrations/sqlite/1_x.up.sql, true",
    "migrations/notes.sql, true",
    "db/structure.sql, true",
    "db/schema.rb, true",
    "drizzle/meta/0001_snapshot.json, true",
    "Data/Migrations/AppModelSnapshot.cs, true",
    "schema.prisma, false",
    "queries/find.sql, false",
    "src/app.py, false"
  })
  void migrations_and_snapshots_are_no_source(String path, boolean expected) {
    InMemoryTree tree = InMemoryTree.of("migrations/0_x.up.sql", SQL, path, SQL);
    assertThat(new MigrationPaths(tree, LayoutSettings.NONE).test(path)).isEqualTo(expected);
  }

  @Test
  void content_beats_path() {
    String path = "supabase/migrations/20260101000000_t.sql";
    assertThat(change(path, "-- +goose Up\n" + SQL).migrations().get(0).framework())
        .isEqualTo("goose");
  }

  @ParameterizedTest
  @CsvSource({
    "migrations/1_t.down.sql, DOWN",
    "db/migration/U1__t.sql, DOWN",
    "migrations/2026-01-01-000000_t/down.sql, DOWN",
    "migrations/001_t.rollback.sql, DOWN",
    "migrations/down/001_t.sql, DOWN",
    "migrations/001_break_down.sql, DOWN",
    "migrations/001_shutdown.sql, UP"
  })
  void knows_the_direction(String path, Direction direction) {
    assertThat(change(path, SQL).migrations())
        .extracting(Migration::direction)
        .containsExactly(direction);
  }

  @Test
  void verify_scripts_of_sqitch_are_none() {
    InMemoryTree base = InMemoryTree.of("sqitch.plan", "users 2026\n");
    Change change =
        Change.read(
            base,
            base,
            List.of(
                InMemoryTree.added("verify/users.sql", "SELECT 1"),
                InMemoryTree.added("revert/users.sql", "DROP TABLE t"),
                InMemoryTree.added("deploy/users.sql", SQL)),
            LayoutSettings.NONE);
    assertThat(change.migrations())
        .extracting(Migration::path, Migration::direction)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("deploy/users.sql", Direction.UP),
            org.assertj.core.groups.Tuple.tuple("revert/users.sql", Direction.DOWN));
  }

  @Test
  void explicit_files_are_migrations_whatever_they_are_called() {
    InMemoryTree tree = InMemoryTree.of("b.sql", SQL, "a.sql", SQL, "tests/c.sql", SQL);
    LayoutSettings settings =
        LayoutSettings.NONE.withExplicit(Set.of("a.sql", "b.sql", "tests/c.sql"));
    Change change = Change.ofFiles(tree, List.of("tests/c.sql", "b.sql", "a.sql"), settings);
    assertThat(change.migrations())
        .extracting(Migration::path)
        .containsExactly("a.sql", "b.sql", "tests/c.sql");
    assertThat(change.migrations()).extracting(Migration::framework).containsOnly("sql");
  }

  @Test
  void configuration_names_a_projects_framework() {
    LayoutSettings settings =
        new LayoutSettings(
            List.of(new LayoutSettings.Project("services/x", Framework.GOLANG_MIGRATE, null)),
            false,
            List.of("**/post/**"),
            null,
            Set.of());
    InMemoryTree base = new InMemoryTree();
    Change change =
        Change.read(
            base,
            base,
            List.of(
                InMemoryTree.added("services/x/ddl/7_t.up.sql", SQL),
                InMemoryTree.added("services/x/post/8_t.up.sql", SQL)),
            settings);
    assertThat(change.migrations()).extracting(Migration::framework).containsOnly("golang-migrate");
    assertThat(change.migrations()).extracting(Migration::postDeploy).containsExactly(false, true);
  }

  private static Change change(String path, String content) {
    InMemoryTree base = new InMemoryTree();
    return Change.read(base, base, List.of(InMemoryTree.added(path, content)), LayoutSettings.NONE);
  }
}
