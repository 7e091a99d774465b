package dev.concertina.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.laravel.LaravelMigration;
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

/** What a plan says in the words of Laravel does what its SQL does. */
class LaravelIdiomTest {

  private static final String TABLE = "Schema::table('users', function (Blueprint $table) {";

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private final Idiom idiom = new LaravelIdiom();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ADD COLUMN name text|text('name')->nullable()",
        "ADD COLUMN name varchar(40)|string('name', 40)->nullable()",
        "ADD COLUMN n bigint NOT NULL DEFAULT 0|bigInteger('n')->default(0)",
        "ADD COLUMN n boolean NOT NULL DEFAULT true|boolean('n')->default(true)",
        "ADD COLUMN n text DEFAULT 'it''s'|text('n')->nullable()->default(DB::raw('\\'it\\'\\'s\\''))",
        "ADD COLUMN at timestamp(0) DEFAULT now()|timestamp('at', 0)->nullable()->default(DB::raw('now()'))",
        "ADD COLUMN at timestamptz(6)|timestampTz('at', 6)->nullable()",
        "ADD COLUMN p numeric(10,2)|decimal('p', 10, 2)->nullable()",
        "ADD COLUMN \"o'dd\" uuid NOT NULL|uuid('o\\'dd')",
        "DROP COLUMN name|dropColumn('name')",
        "RENAME COLUMN a TO b|renameColumn('a', 'b')",
        "ADD CONSTRAINT users_b_id_foreign FOREIGN KEY (b_id) REFERENCES b (id) ON DELETE CASCADE NOT VALID|foreign('b_id')->references('id')->on('b')->cascadeOnDelete()->notValid()",
        "ADD CONSTRAINT fk FOREIGN KEY (b_id) REFERENCES api.b (id) NOT VALID|foreign('b_id', 'fk')->references('id')->on('api.b')->notValid()"
      })
  void hasABlueprintThatDoesTheSame(String action, String call) {
    String sql = "ALTER TABLE users " + action;
    List<String> said = idiom.words(sql + ";", operation(sql));
    assertThat(said).containsExactly(TABLE, "    $table->" + call + ";", "});");
    assertThat(does(said)).isEqualTo(does(sql));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE users RENAME TO people|Schema::rename('users', 'people');",
        "DROP TABLE api.users|Schema::drop('api.users');",
        "DROP TABLE IF EXISTS users|Schema::dropIfExists('users');"
      })
  void hasWordsForTables(String sql, String words) {
    List<String> said = idiom.words(sql + ";", operation(sql));
    assertThat(said).containsExactly(words);
    assertThat(does(said)).isEqualTo(does(sql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX CONCURRENTLY x ON users (lower(name))",
        "CREATE INDEX CONCURRENTLY \"x$y\" ON users (name) WHERE name <> 'a'",
        "DROP INDEX CONCURRENTLY users_name_index",
        "ALTER TABLE users DROP CONSTRAINT c",
        "ALTER TABLE users ALTER COLUMN n SET NOT NULL",
        "ALTER TABLE users ALTER COLUMN n SET DEFAULT 'it''s'",
        "ALTER TABLE users ADD CONSTRAINT c CHECK (n ~ 'a\\d$') NOT VALID",
        "ALTER TABLE users VALIDATE CONSTRAINT c",
        "ALTER TABLE a ADD CONSTRAINT fk FOREIGN KEY (b_id) REFERENCES b (id) DEFERRABLE NOT VALID",
        "ALTER TABLE a ADD CONSTRAINT fk FOREIGN KEY (b_id) REFERENCES b NOT VALID",
        "ALTER TABLE users ADD COLUMN n timestamp",
        "ALTER TABLE users ADD COLUMN n serial",
        "ALTER TABLE users ADD COLUMN n text[]",
        "ALTER TABLE users RENAME CONSTRAINT a TO b",
        "SET lock_timeout = '5s'",
        "CREATE VIEW old AS\n  SELECT '\n\nSQL' FROM new",
        "CREATE VIEW old AS\n  SELECT * FROM new WHERE a = E'\\\\$x{$y}'"
      })
  void runsTheStatementItselfWhereLaravelHasNoWords(String sql) {
    assertThat(idiom.words(sql + ";", operation(sql))).isEmpty();
    List<String> said = idiom.verbatim(sql + ";");
    assertThat(said.get(0)).startsWith("DB::statement(");
    assertThat(does(said)).isEqualTo(does(sql));
  }

  @Test
  void bindsNothingToAQuestionMark() {
    assertThat(idiom.verbatim("CREATE INDEX x ON t (a) WHERE b ? 'c';"))
        .containsExactly("DB::unprepared(\"CREATE INDEX x ON t (a) WHERE b ? 'c'\");");
  }

  @Test
  void leavesTheTransactionWhereItMust() {
    List<String> words = List.of("DB::statement('SELECT 1');");
    List<String> up =
        List.of("public function up(): void", "{", "    DB::statement('SELECT 1');", "}");
    assertThat(idiom.body(words, false)).isEqualTo(up);
    assertThat(idiom.body(words, true))
        .startsWith("public $withinTransaction = false;", "")
        .endsWith(up.toArray(String[]::new));
    assertThat(read(words, false).transactional()).isTrue();
    assertThat(read(words, true).transactional()).isFalse();
  }

  private Operation operation(String sql) {
    return reader.read(sql + ";").get(0).operations().get(0);
  }

  private String does(String sql) {
    return shape(reader.read(sql + ";"));
  }

  private String does(List<String> words) {
    return shape(read(words, false).statements());
  }

  private Program read(List<String> words, boolean outside) {
    String body = String.join("\n", idiom.body(words, outside));
    String migration = "<?php\nreturn new class extends Migration {\n" + body + "\n};\n";
    return LaravelMigration.read(reader, migration).get(0);
  }

  /** What it does, without where that stands; Laravel writes a plain default as a text. */
  private static String shape(List<Statement> statements) {
    return statements.stream()
        .flatMap(statement -> statement.operations().stream())
        .map(operation -> operation.toString().replaceAll("(span=)?Span\\[[^]]*]", ""))
        .map(text -> text.replaceAll("defaultValue='?(0|1)'?,", "defaultValue=$1,"))
        .map(text -> text.replace("defaultValue=1,", "defaultValue=true,").replaceAll("\\s+", " "))
        .toList()
        .toString();
  }
}
