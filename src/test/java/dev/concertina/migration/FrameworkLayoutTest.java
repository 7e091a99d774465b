package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.migration.Migration.Direction;
import dev.concertina.migration.Migration.Transaction;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each framework's files are found, ordered, divided and wrapped as the framework does it. */
class FrameworkLayoutTest {

  private static final String TABLE = "CREATE TABLE t (id int);\n";
  private static final String INDEX = "CREATE INDEX CONCURRENTLY i ON t (id);\n";

  static Stream<Arguments> frameworks() {
    return Stream.of(
        row("flyway", "src/main/resources/db/migration", "1.1", Transaction.FILE)
            .files("src/main/resources/db/migration/V1_1__t.sql".replace("1_1", "1.1"), TABLE)
            .arguments(),
        row("flyway", "src/main/resources/db/migration", "2", Transaction.NONE)
            .files("src/main/resources/db/migration/V2__index.sql", INDEX)
            .arguments(),
        row("flyway", "sql", "3", Transaction.NONE)
            .files(
                "sql/V3__vacuum.sql",
                "VACUUM t;",
                "sql/V3__vacuum.sql.conf",
                "executeInTransaction=false")
            .arguments(),
        row("flyway", "db/migration", "4", Transaction.ALL_PENDING)
            .files("db/migration/V4__t.sql", TABLE, "flyway.conf", "flyway.group=true\n")
            .arguments(),
        row("golang-migrate", "migrations", "000001", Transaction.IMPLICIT)
            .files("migrations/000001_t.up.sql", TABLE)
            .arguments(),
        row("goose", "db/goose", "00001", Transaction.FILE)
            .files(
                "db/goose/00001_t.sql", "-- +goose Up\n" + TABLE + "-- +goose Down\nDROP TABLE t;")
            .arguments(),
        row("goose", "db/goose", "00002", Transaction.NONE)
            .files("db/goose/00002_i.sql", "-- +goose NO TRANSACTION\n-- +goose Up\n" + INDEX)
            .arguments(),
        row("sql-migrate", "migrations", "1", Transaction.NONE)
            .files("migrations/1-t.sql", "-- +migrate Up notransaction\n" + INDEX)
            .arguments(),
        row("dbmate", "db/migrations", "20260101000000", Transaction.FILE)
            .files(
                "db/migrations/20260101000000_t.sql",
                "-- migrate:up\n" + TABLE + "\n-- migrate:down\nDROP TABLE t;\n")
            .arguments(),
        row("dbmate", "db/migrations", "20260101000001", Transaction.IMPLICIT)
            .files(
                "db/migrations/20260101000001_i.sql", "-- migrate:up transaction:false\n" + INDEX)
            .arguments(),
        row("sqlx", "migrations", "20260101000000", Transaction.FILE)
            .files("migrations/20260101000000_t.sql", TABLE, "Cargo.toml", "sqlx = \"0.8\"")
            .arguments(),
        row("sqlx", "migrations", "20260101000000", Transaction.IMPLICIT)
            .files(
                "migrations/20260101000000_i.up.sql",
                "-- no-transaction\n" + INDEX,
                "Cargo.toml",
                "sqlx = \"0.8\"")
            .arguments(),
        row("diesel", "migrations", "20260101000000", Transaction.FILE)
            .files("migrations/2026-01-01-000000_t/up.sql", TABLE, "diesel.toml", "")
            .arguments(),
        row("diesel", "migrations", "20260102000000", Transaction.IMPLICIT)
            .files(
                "migrations/2026-01-02-000000_i/up.sql",
                INDEX,
                "migrations/2026-01-02-000000_i/metadata.toml",
                "run_in_transaction = false")
            .arguments(),
        row("prisma", "prisma/migrations", "20260101000000", Transaction.IMPLICIT)
            .files(
                "prisma/migrations/20260101000000_t/migration.sql",
                TABLE,
                "prisma/migrations/migration_lock.toml",
                "provider = \"postgresql\"")
            .arguments(),
        row("drizzle", "drizzle", "0000", Transaction.ALL_PENDING)
            .files("drizzle/0000_t.sql", TABLE, "drizzle/meta/_journal.json", "{\"entries\":[]}")
            .arguments(),
        row("drizzle", "drizzle", "0001", Transaction.ALL_PENDING)
            .files("drizzle/0001_t.sql", TABLE + "--> statement-breakpoint\n" + TABLE)
            .arguments(),
        row("drizzle", "drizzle", "20260101000000", Transaction.ALL_PENDING)
            .files(
                "drizzle/20260101000000_t/migration.sql",
                TABLE,
                "drizzle/20260101000000_t/snapshot.json",
                "{}")
            .arguments(),
        row("supabase", "supabase/migrations", "20260101000000", Transaction.IMPLICIT)
            .files("supabase/migrations/20260101000000_t.sql", TABLE)
            .arguments(),
        row("atlas", "migrations", "20260101000000", Transaction.FILE)
            .files("migrations/20260101000000_t.sql", TABLE, "migrations/atlas.sum", "h1:x=")
            .arguments(),
        row("atlas", "migrations", "20260101000001", Transaction.NONE)
            .files(
                "migrations/20260101000001_i.sql",
                "-- atlas:txmode none\n\n" + INDEX,
                "migrations/atlas.sum",
                "h1:x=")
            .arguments(),
        row("hasura", "migrations/default", "1700000000000", Transaction.FILE)
            .files("migrations/default/1700000000000_t/up.sql", TABLE)
            .arguments(),
        row("node-pg-migrate", "migrations", "1700000000000", Transaction.ALL_PENDING)
            .files(
                "migrations/1700000000000_t.sql",
                "-- Up Migration\n" + TABLE + "-- Down Migration\nDROP TABLE t;")
            .arguments(),
        row("node-pg-migrate", "migrations", "1700000000001", Transaction.NONE)
            .files(
                "migrations/1700000000001_t.js",
                "exports.up = (pgm) => { pgm.noTransaction(); pgm.createTable('t', { a: 'int' }); };")
            .arguments(),
        row("knex", "migrations", "20260101000000", Transaction.FILE)
            .files(
                "migrations/20260101000000_t.js",
                "exports.up = (knex) => knex.schema.createTable('t', (t) => t.increments());")
            .arguments(),
        row("typeorm", "src/migrations", "1700000000000", Transaction.ALL_PENDING)
            .files(
                "src/migrations/1700000000000-T.ts",
                "export class T implements MigrationInterface {"
                    + " async up(q) { await q.query('CREATE TABLE t (id int)'); } }")
            .arguments(),
        row("sequelize", "migrations", "20260101000000", Transaction.NONE)
            .files(
                "migrations/20260101000000-t.js",
                "module.exports = { up: (queryInterface, Sequelize) =>"
                    + " queryInterface.createTable('t', { a: Sequelize.TEXT }) };")
            .arguments(),
        row("sqitch", "deploy", "users", Transaction.NONE)
            .files(
                "deploy/users.sql",
                "BEGIN;\n" + TABLE + "COMMIT;\n",
                "sqitch.plan",
                "%syntax-version=1.0.0\n%project=x\n\nusers 2026-01-01T00:00:00Z A <a@b> # x\n")
            .arguments(),
        row("refinery", "migrations", "1", Transaction.FILE)
            .files("migrations/V1__t.sql", TABLE, "Cargo.toml", "refinery = \"0.8\"")
            .arguments(),
        row("tern", "migrations", "001", Transaction.FILE)
            .files(
                "migrations/001_t.sql",
                TABLE + "---- create above / drop below ----\nDROP TABLE t;")
            .arguments(),
        row("mybatis", "scripts", "20260101000000", Transaction.FILE)
            .files("scripts/20260101000000_t.sql", TABLE + "-- //@UNDO\nDROP TABLE t;")
            .arguments(),
        row("sql", "db/migrate", "003", Transaction.NONE)
            .files("db/migrate/003_t.sql", TABLE)
            .arguments(),
        row("sql", "db/migrations", "2026-01-02", Transaction.NONE)
            .files("db/migrations/up/2026-01-02-t.sql", TABLE)
            .arguments());
  }

  @ParameterizedTest(name = "{0} {2} {3}")
  @MethodSource("frameworks")
  void finds_and_wraps(
      String framework, String history, String version, Transaction transaction, String[] files) {
    InMemoryTree base = new InMemoryTree();
    for (int i = 2; i < files.length; i += 2) {
      base.with(files[i], files[i + 1]);
    }
    Change change =
        Change.read(
            base, base, List.of(InMemoryTree.added(files[0], files[1])), LayoutSettings.NONE);
    assertThat(change.ignored()).isEmpty();
    Migration up = change.migrations().get(0);
    assertThat(up.framework()).isEqualTo(framework);
    assertThat(up.history()).isEqualTo(history);
    assertThat(up.version()).isEqualTo(version);
    assertThat(up.transaction()).isEqualTo(transaction);
    assertThat(up.direction()).isEqualTo(Direction.UP);
    assertThat(up.statements()).isNotEmpty();
    assertThat(up.statements().toString())
        .doesNotContain("DROP TABLE")
        .doesNotContain("NotAnalysed");
  }

  @Test
  void every_framework_says_where_its_migrations_live() {
    assertThat(Framework.values())
        .allSatisfy(
            framework -> {
              assertThat(framework.home()).isNotBlank();
              assertThat(Framework.of(framework.id())).contains(framework);
            });
  }

  private record Row(
      String framework, String history, String version, Transaction transaction, String[] files) {
    Row files(String... all) {
      return new Row(framework, history, version, transaction, all);
    }

    Arguments arguments() {
      return Arguments.of(framework, history, version, transaction, files);
    }
  }

  private static Row row(
      String framework, String history, String version, Transaction transaction) {
    return new Row(framework, history, version, transaction, null);
  }
}
