package dev.concertina.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.ecto.EctoMigration;
import dev.concertina.ecto.RepoSettings;
import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Program;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan says in the words of Ecto does what its SQL does. */
class EctoIdiomTest {

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private final Idiom idiom = new EctoIdiom();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ADD COLUMN name text|add :name, :text",
        "ADD COLUMN name varchar|add :name, :varchar",
        "ADD COLUMN name varchar(40)|add :name, :string, size: 40",
        "ADD COLUMN n bigint NOT NULL DEFAULT 0|add :n, :bigint, default: 0, null: false",
        "ADD COLUMN n boolean DEFAULT true|add :n, :boolean, default: true",
        "ADD COLUMN n text DEFAULT 'x#{y}'|add :n, :text, default: \"x\\#{y}\"",
        "ADD COLUMN n text DEFAULT 'it''s'|add :n, :text, default: fragment(\"'it''s'\")",
        "ADD COLUMN at timestamp|add :at, :utc_datetime_usec",
        "ADD COLUMN at timestamp(0) DEFAULT now()|add :at, :utc_datetime, default: fragment(\"now()\")",
        "ADD COLUMN at timestamp(3)|add :at, :utc_datetime_usec, precision: 3",
        "ADD COLUMN at timestamptz|add :at, :timestamptz",
        "ADD COLUMN at timestamptz(3)|add :at, :\"timestamptz(3)\"",
        "ADD COLUMN p numeric(10,2)|add :p, :decimal, precision: 10, scale: 2",
        "ADD COLUMN p numeric|add :p, :numeric",
        "ADD COLUMN p double precision|add :p, :\"double precision\"",
        "ADD COLUMN tags text[]|add :tags, {:array, :text}",
        "ADD COLUMN tags varchar(9)[]|add :tags, {:array, :string}, size: 9",
        "ADD COLUMN grid integer[][]|add :grid, :\"integer[][]\"",
        "ADD COLUMN doc jsonb|add :doc, :map",
        "ADD COLUMN n serial|add :n, :serial",
        "ADD COLUMN \"Odd\" mood|add :\"Odd\", :mood",
        "DROP COLUMN name|remove :name",
        "DROP COLUMN IF EXISTS name|remove_if_exists :name",
        "ALTER COLUMN n TYPE bigint|modify :n, :bigint"
      })
  void altersATable(String action, String call) {
    String sql = "ALTER TABLE users " + action;
    List<String> said = idiom.words(sql + ";", operation(sql));
    assertThat(said).containsExactly("alter table(:users) do", "  " + call, "end");
    assertThat(does(said)).isEqualTo(does(sql));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ALTER TABLE api.users RENAME COLUMN a TO b|rename table(:users, prefix: \"api\"), :a, to: :b",
        "DROP TABLE IF EXISTS users|drop_if_exists table(:users)",
        "CREATE INDEX CONCURRENTLY users_name_index ON users (name)|create index(:users, [:name], concurrently: true)",
        "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS x ON users (a, b) WHERE a > 1|create_if_not_exists unique_index(:users, [:a, :b], name: :x, where: \"a > 1\", concurrently: true )",
        "CREATE INDEX x ON api.users USING gin (tags)|create index(:users, [:tags], name: :x, using: :gin, prefix: \"api\")",
        "ALTER TABLE users ADD CONSTRAINT c CHECK (n > 0) NOT VALID|create constraint(:users, :c, check: \"n > 0\", validate: false)",
        "ALTER TABLE users ADD CONSTRAINT users_long_name_present CHECK (long_name IS NOT NULL) NOT VALID|create constraint(:users, :users_long_name_present, check: \"long_name IS NOT NULL\", validate: false )",
        "ALTER TABLE api.users DROP CONSTRAINT c|drop constraint(:users, :c, prefix: \"api\")",
        "ALTER TABLE users DROP CONSTRAINT IF EXISTS c|drop_if_exists constraint(:users, :c)"
      })
  void hasWordsThatDoTheSame(String sql, String words) {
    List<String> said = idiom.words(sql + ";", operation(sql));
    assertThat(String.join(" ", said.stream().map(String::strip).toList())).isEqualTo(words);
    assertThat(does(said)).isEqualTo(does(sql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX CONCURRENTLY x ON users (lower(name))",
        "CREATE INDEX CONCURRENTLY x ON users (name DESC)",
        "DROP INDEX CONCURRENTLY users_name_index",
        "ALTER TABLE users ALTER COLUMN n SET NOT NULL",
        "ALTER TABLE users ALTER COLUMN n SET DEFAULT 5",
        "ALTER TABLE users ALTER COLUMN n TYPE bigint USING n::bigint",
        "ALTER TABLE a ADD CONSTRAINT fk FOREIGN KEY (b_id) REFERENCES b (id) NOT VALID",
        "ALTER TABLE a VALIDATE CONSTRAINT fk",
        "ALTER TABLE users ADD CONSTRAINT u UNIQUE USING INDEX x",
        "ALTER TABLE users ADD COLUMN \"a#{b}\" text COLLATE \"C\"",
        "SET lock_timeout = '5s'",
        "CREATE VIEW old AS\n  SELECT * FROM new WHERE a = E'\\\\#{x}\"\"\"'"
      })
  void runsTheStatementItselfWhereEctoHasNoWords(String sql) {
    assertThat(idiom.words(sql + ";", operation(sql))).isEmpty();
    List<String> said = idiom.verbatim(sql + ";");
    assertThat(said.get(0)).startsWith("execute ");
    assertThat(does(said)).isEqualTo(does(sql));
  }

  @Test
  void standsInAMigrationThatTurnsBackWhereItCan() {
    List<String> added = idiom.words("", operation("ALTER TABLE users ADD COLUMN n integer"));
    assertThat(idiom.body(added, false))
        .containsExactly(
            "def change do", "  alter table(:users) do", "    add :n, :integer", "  end", "end");
    List<String> removed = idiom.words("", operation("ALTER TABLE users DROP COLUMN n"));
    assertThat(idiom.body(removed, false)).startsWith("def up do");
    assertThat(idiom.body(List.of("execute \"SELECT 1\""), true))
        .containsExactly(
            "@disable_ddl_transaction true",
            "@disable_migration_lock true",
            "",
            "def up do",
            "  execute \"SELECT 1\"",
            "end");
  }

  @Test
  void keepsTheColumnBehindAField() {
    Operation rename = operation("ALTER TABLE tracks RENAME COLUMN length TO length_ms");
    assertThat(idiom.alternatives(List.of("a view"), rename))
        .singleElement()
        .asString()
        .contains("`field :length_ms, …, source: :length`");
  }

  private Operation operation(String sql) {
    return reader.read(sql + ";").get(0).operations().get(0);
  }

  private String does(String sql) {
    return shape(reader.read(sql + ";"));
  }

  private String does(List<String> words) {
    String body = String.join("\n", idiom.body(words, false));
    String migration = "defmodule X do\n  use Ecto.Migration\n" + body + "\nend\n";
    return shape(
        EctoMigration.read(reader, migration, RepoSettings.DEFAULT).stream()
            .map(Program::statements)
            .flatMap(List::stream)
            .toList());
  }

  private static String shape(List<Statement> statements) {
    return statements.stream()
        .flatMap(statement -> statement.operations().stream())
        .map(operation -> operation.toString().replaceAll("(span=)?Span\\[[^]]*]", ""))
        .map(text -> text.replaceAll("\\s+", " "))
        .toList()
        .toString();
  }
}
