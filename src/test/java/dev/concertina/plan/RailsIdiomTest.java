package dev.concertina.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.rails.RailsMigration;
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

/** What a plan says in the words of Rails does what its SQL does. */
class RailsIdiomTest {

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private final Idiom idiom = new RailsIdiom();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ALTER TABLE users ADD COLUMN name text|add_column :users, :name, :text",
        "ALTER TABLE users ADD COLUMN name varchar(40)|add_column :users, :name, :string, limit: 40",
        "ALTER TABLE users ADD COLUMN n bigint NOT NULL DEFAULT 0|add_column :users, :n, :bigint, default: 0, null: false",
        "ALTER TABLE users ADD COLUMN n text DEFAULT 'x'|add_column :users, :n, :text, default: -> { \"'x'\" }",
        "ALTER TABLE users ADD COLUMN at timestamp(6)|add_column :users, :at, :datetime, precision: 6",
        "ALTER TABLE users ADD COLUMN at timestamp|add_column :users, :at, :datetime, precision: nil",
        "ALTER TABLE users ADD COLUMN at timestamptz|add_column :users, :at, \"timestamptz\"",
        "ALTER TABLE users ADD COLUMN p numeric(10,2)|add_column :users, :p, :decimal, precision: 10, scale: 2",
        "ALTER TABLE users ADD COLUMN tags text[]|add_column :users, :tags, :text, array: true",
        "ALTER TABLE api.keys ADD COLUMN \"Odd\" mood|add_column \"api.keys\", :\"Odd\", \"mood\"",
        "ALTER TABLE users DROP COLUMN name|remove_column :users, :name",
        "ALTER TABLE users ALTER COLUMN name SET NOT NULL|change_column_null :users, :name, false",
        "ALTER TABLE users ALTER COLUMN name DROP NOT NULL|change_column_null :users, :name, true",
        "ALTER TABLE users ALTER COLUMN n SET DEFAULT 5|change_column_default :users, :n, 5",
        "ALTER TABLE users ALTER COLUMN n SET DEFAULT now()|change_column_default :users, :n, -> { \"now()\" }",
        "ALTER TABLE users ALTER COLUMN n DROP DEFAULT|change_column_default :users, :n, nil",
        "ALTER TABLE users ALTER COLUMN n TYPE bigint USING n::bigint|change_column :users, :n, :bigint, using: \"n::bigint\"",
        "CREATE INDEX CONCURRENTLY index_users_on_name ON users (name)|add_index :users, :name, algorithm: :concurrently",
        "CREATE UNIQUE INDEX CONCURRENTLY x ON users (a, b) WHERE a > 1|add_index :users, [:a, :b], name: \"x\", unique: true, where: \"a > 1\", algorithm: :concurrently",
        "CREATE INDEX x ON users USING gin (tags)|add_index :users, :tags, name: \"x\", using: :gin",
        "ALTER TABLE users ADD CONSTRAINT c CHECK (n > 0) NOT VALID|add_check_constraint :users, \"n > 0\", name: \"c\", validate: false",
        "ALTER TABLE a ADD CONSTRAINT fk FOREIGN KEY (b_id) REFERENCES b (id) ON DELETE CASCADE NOT VALID|add_foreign_key :a, :b, column: :b_id, name: \"fk\", on_delete: :cascade, validate: false",
        "ALTER TABLE a VALIDATE CONSTRAINT fk|validate_constraint :a, :fk"
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
        "DROP INDEX CONCURRENTLY index_users_on_name",
        "ALTER TABLE users DROP CONSTRAINT c",
        "ALTER TABLE a ADD CONSTRAINT fk FOREIGN KEY (b_id) REFERENCES b (id) DEFERRABLE NOT VALID",
        "ALTER TABLE a ADD CONSTRAINT fk FOREIGN KEY (b_id) REFERENCES b NOT VALID",
        "ALTER TABLE users ADD CONSTRAINT u UNIQUE USING INDEX x",
        "ALTER TABLE users ADD COLUMN n serial",
        "ALTER TABLE users ADD COLUMN \"a#{b}\" text COLLATE \"C\"",
        "SET lock_timeout = '5s'",
        "CREATE VIEW old AS\n  SELECT * FROM new WHERE a = E'\\\\#{x}'"
      })
  void runsTheStatementItselfWhereRailsHasNoWords(String sql) {
    assertThat(idiom.words(sql + ";", operation(sql))).isEmpty();
    List<String> said = idiom.verbatim(sql + ";");
    assertThat(said.get(0)).startsWith("execute ");
    assertThat(does(said)).isEqualTo(does(sql));
  }

  @Test
  void standsInAMigrationThatTurnsBackWhereItCan() {
    List<String> words = List.of("add_column :users, :name, :text");
    assertThat(idiom.body(words, false))
        .containsExactly("def change", "  add_column :users, :name, :text", "end");
    assertThat(idiom.body(List.of("execute \"SELECT 1\""), true))
        .containsExactly("disable_ddl_transaction!", "", "def up", "  execute \"SELECT 1\"", "end");
  }

  private Operation operation(String sql) {
    return reader.read(sql + ";").get(0).operations().get(0);
  }

  private String does(String sql) {
    return shape(reader.read(sql + ";"));
  }

  private String does(List<String> words) {
    String body = String.join("\n", idiom.body(words, false));
    String migration = "class X < ActiveRecord::Migration[7.1]\n" + body + "\nend\n";
    return shape(
        RailsMigration.read(migration).stream()
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
