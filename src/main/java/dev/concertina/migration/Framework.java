package dev.concertina.migration;

import dev.concertina.migration.Migration.Transaction;
import java.util.Arrays;
import java.util.Optional;

/**
 * A migration framework as plain data: how it runs its files on PostgreSQL and what it minds. How
 * its files are named and split is {@link FileName} and {@link Sections}; which files are its own
 * is {@link Layout}.
 */
public enum Framework {
  FLYWAY(
      "flyway",
      "Flyway",
      Transaction.FILE,
      Transaction.NONE,
      true,
      false,
      "move the statement to a file of its own: Flyway runs a file with only CREATE or DROP INDEX"
          + " CONCURRENTLY outside a transaction by itself; for any other statement put"
          + " `executeInTransaction=false` into a file named like the migration with `.conf` at the"
          + " end",
      "db/migration"),
  GOLANG_MIGRATE(
      "golang-migrate",
      "golang-migrate",
      Transaction.IMPLICIT,
      Transaction.IMPLICIT,
      false,
      false,
      "keep this statement alone in its file: golang-migrate sends a file as one query, in which"
          + " several statements share a transaction",
      "migrations"),
  POP("pop", "Pop", Transaction.FILE, Transaction.FILE, false, true, null, "migrations"),
  GOOSE(
      "goose",
      "goose",
      Transaction.FILE,
      Transaction.NONE,
      false,
      false,
      "start the file with `-- +goose NO TRANSACTION`",
      "migrations"),
  SQL_MIGRATE(
      "sql-migrate",
      "sql-migrate",
      Transaction.FILE,
      Transaction.NONE,
      false,
      true,
      "begin the section with `-- +migrate Up notransaction`",
      "migrations"),
  DBMATE(
      "dbmate",
      "dbmate",
      Transaction.FILE,
      Transaction.IMPLICIT,
      false,
      true,
      "begin the section with `-- migrate:up transaction:false` and keep this statement alone in"
          + " it, because dbmate sends it as one query",
      "db/migrations"),
  SQLX(
      "sqlx",
      "sqlx",
      Transaction.FILE,
      Transaction.IMPLICIT,
      true,
      true,
      "make `-- no-transaction` the first line of the file and keep this statement alone in it,"
          + " because sqlx sends it as one query",
      "migrations"),
  DIESEL(
      "diesel",
      "Diesel",
      Transaction.FILE,
      Transaction.IMPLICIT,
      false,
      true,
      "put `run_in_transaction = false` into a `metadata.toml` beside `up.sql` and keep this"
          + " statement alone in it, because Diesel sends it as one query",
      "migrations"),
  PRISMA(
      "prisma",
      "Prisma",
      Transaction.IMPLICIT,
      Transaction.IMPLICIT,
      true,
      true,
      "keep this statement alone in its `migration.sql`: Prisma sends a file as one query, in which"
          + " several statements share a transaction",
      "prisma/migrations"),
  DRIZZLE(
      "drizzle",
      "Drizzle",
      Transaction.ALL_PENDING,
      Transaction.ALL_PENDING,
      false,
      false,
      "run the statement by hand before the deploy, since no file of Drizzle's runs outside its"
          + " transaction; an index that is there already is what `CREATE INDEX IF NOT EXISTS` in"
          + " the migration passes over",
      "drizzle"),
  SUPABASE(
      "supabase",
      "Supabase",
      Transaction.IMPLICIT,
      Transaction.NONE,
      false,
      false,
      "apply it with a Supabase CLI of 2.112 or newer, which runs such a statement outside the"
          + " transaction by itself",
      "supabase/migrations"),
  ATLAS(
      "atlas",
      "Atlas",
      Transaction.FILE,
      Transaction.NONE,
      true,
      false,
      "start the file with `-- atlas:txmode none` and an empty line",
      "migrations"),
  HASURA(
      "hasura",
      "Hasura",
      Transaction.FILE,
      Transaction.FILE,
      false,
      true,
      "run the statement by hand before the deploy, since Hasura runs every file in a transaction;"
          + " an index that is there already is what `CREATE INDEX IF NOT EXISTS` in the migration"
          + " passes over",
      "migrations"),
  NODE_PG_MIGRATE(
      "node-pg-migrate",
      "node-pg-migrate",
      Transaction.ALL_PENDING,
      Transaction.NONE,
      false,
      false,
      "write it as a JavaScript migration that calls `pgm.noTransaction()`: an SQL file has no such"
          + " switch",
      "migrations"),
  SQITCH(
      "sqitch",
      "Sqitch",
      Transaction.NONE,
      Transaction.NONE,
      false,
      false,
      "leave out BEGIN and COMMIT in the deploy script",
      "deploy"),
  REFINERY(
      "refinery",
      "refinery",
      Transaction.FILE,
      Transaction.FILE,
      true,
      false,
      "run the statement by hand before the deploy, since refinery runs every file in a transaction;"
          + " an index that is there already is what `CREATE INDEX IF NOT EXISTS` in the migration"
          + " passes over",
      "migrations"),
  TERN(
      "tern",
      "tern",
      Transaction.FILE,
      Transaction.NONE,
      false,
      false,
      "add the line `---- tern: disable-tx ----`",
      "migrations"),
  MYBATIS(
      "mybatis",
      "MyBatis Migrations",
      Transaction.FILE,
      Transaction.NONE,
      false,
      false,
      "set `auto_commit=true` in the environment's properties",
      "scripts"),
  /**
   * A folder of SQL files that no known framework owns: run as {@code psql -f} does, each statement
   * by itself, since a runner that wraps them usually shows by BEGIN and COMMIT in the files.
   */
  SQL("sql", "SQL files", Transaction.NONE, Transaction.NONE, false, true, null, "migrations"),

  DJANGO(
      "django",
      "Django",
      Transaction.FILE,
      Transaction.NONE,
      false,
      true,
      "set `atomic = False` in the migration's class, and keep the operation alone in it",
      "migrations"),
  RAILS(
      "rails",
      "Rails",
      Transaction.FILE,
      Transaction.NONE,
      false,
      true,
      "call `disable_ddl_transaction!` in the migration's class, and keep the statement alone in it",
      "db/migrate"),
  ALEMBIC(
      "alembic",
      "Alembic",
      Transaction.ALL_PENDING,
      Transaction.NONE,
      false,
      true,
      "put it into `with op.get_context().autocommit_block():`",
      "versions"),
  LIQUIBASE(
      "liquibase",
      "Liquibase",
      Transaction.FILE,
      Transaction.NONE,
      true,
      true,
      "give it a change set of its own with `runInTransaction` set to `false`",
      "db/changelog"),
  KNEX(
      "knex",
      "Knex",
      Transaction.FILE,
      Transaction.NONE,
      false,
      true,
      "export `config = { transaction: false }` from the migration, and keep the statement alone in"
          + " it",
      "migrations"),
  TYPEORM(
      "typeorm",
      "TypeORM",
      Transaction.ALL_PENDING,
      Transaction.NONE,
      false,
      true,
      "set `transaction = false` in the migration's class, and run migrations with"
          + " `--transaction each`",
      "migrations"),
  SEQUELIZE(
      "sequelize",
      "Sequelize",
      // Those that a migration opens itself: it begins in none.
      Transaction.FILE,
      Transaction.NONE,
      false,
      true,
      "don't hand it the transaction that the migration opens",
      "migrations"),
  MIKROORM(
      "mikroorm",
      "MikroORM",
      Transaction.ALL_PENDING,
      Transaction.NONE,
      false,
      true,
      "let `isTransactional()` of the migration return `false`, and set `allOrNothing: false`",
      "migrations"),
  ECTO(
      "ecto",
      "Ecto",
      Transaction.FILE,
      Transaction.NONE,
      false,
      true,
      "set `@disable_ddl_transaction true` and `@disable_migration_lock true` in the migration",
      "priv/repo/migrations"),
  EFCORE(
      "efcore",
      "EF Core",
      Transaction.FILE,
      Transaction.NONE,
      false,
      true,
      "send it by `migrationBuilder.Sql(…, suppressTransaction: true)`",
      "Migrations"),
  LARAVEL(
      "laravel",
      "Laravel",
      Transaction.FILE,
      Transaction.NONE,
      false,
      true,
      "set `public $withinTransaction = false;` in the migration, and keep the statement alone in"
          + " it",
      "database/migrations"),
  PHINX(
      "phinx",
      "Phinx",
      Transaction.FILE,
      Transaction.NONE,
      false,
      true,
      "let the migration do nothing else, and send `COMMIT` before it and `BEGIN` after it by"
          + " `$this->execute`",
      "db/migrations");

  private final String id;
  private final String title;
  private final Transaction transaction;
  private final Transaction withoutTransaction;
  private final boolean checksummed;
  private final boolean lateAllowed;
  private final String wayOut;
  private final String home;

  Framework(
      String id,
      String title,
      Transaction transaction,
      Transaction withoutTransaction,
      boolean checksummed,
      boolean lateAllowed,
      String wayOut,
      String home) {
    this.id = id;
    this.title = title;
    this.transaction = transaction;
    this.withoutTransaction = withoutTransaction;
    this.checksummed = checksummed;
    this.lateAllowed = lateAllowed;
    this.wayOut = wayOut;
    this.home = home;
  }

  /** The framework with that id, if there is one. */
  public static Optional<Framework> of(String id) {
    return Arrays.stream(values()).filter(framework -> framework.id.equals(id)).findFirst();
  }

  /** The name in configuration and reports: {@code golang-migrate}. */
  public String id() {
    return id;
  }

  /** The name in prose: {@code Flyway}. */
  public String title() {
    return title;
  }

  /** How it runs a file that says nothing about transactions. */
  public Transaction transaction() {
    return transaction;
  }

  /** How it runs a file that opts out of its transaction. */
  public Transaction withoutTransaction() {
    return withoutTransaction;
  }

  /** Whether it refuses to go on after a migration that has run was edited. */
  public boolean checksummed() {
    return checksummed;
  }

  /** Whether it takes a migration of another name for another migration, or for an edited one. */
  public boolean remembersNames() {
    return switch (this) {
      case FLYWAY, REFINERY, ATLAS, PRISMA, NODE_PG_MIGRATE, SQL_MIGRATE, SQITCH -> true;
      case DJANGO, LIQUIBASE, KNEX, TYPEORM, SEQUELIZE, MIKROORM, EFCORE, LARAVEL -> true;
      default -> false;
    };
  }

  /** Whether it runs, without being asked to, a migration that sorts before one that has run. */
  public boolean lateAllowed() {
    return lateAllowed;
  }

  /**
   * What to do so that a statement of a file runs outside a transaction, as an order to the reader;
   * null when there is no way.
   */
  public String wayOut(String path) {
    return this == FLYWAY && path.endsWith(".java")
        ? "let `canExecuteInTransaction()` of the migration return `false`, and keep the statement"
            + " alone in it"
        : wayOut;
  }

  /** Where its migrations live when nobody says otherwise. */
  public String home() {
    return home;
  }
}
