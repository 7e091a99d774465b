package dev.concertina.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.phinx.PhinxMigration;
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

/** What a plan says in the words of Phinx does what its SQL does. */
class PhinxIdiomTest {

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private final Idiom idiom = new PhinxIdiom();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ALTER TABLE users ADD COLUMN name text|users')->addColumn('name', 'text', ['null' => true])",
        "ALTER TABLE app.users ADD COLUMN name varchar(40) NOT NULL|app.users')->addColumn('name', 'string', ['limit' => 40, 'null' => false])",
        "ALTER TABLE users DROP COLUMN name|users')->removeColumn('name')",
        "ALTER TABLE users RENAME COLUMN a TO b|users')->renameColumn('a', 'b')",
        "ALTER TABLE users RENAME TO people|users')->rename('people')",
        "DROP TABLE users|users')->drop()"
      })
  void hasACallThatDoesTheSame(String sql, String call) {
    List<String> said = idiom.words(sql + ";", operation(sql));
    assertThat(said).containsExactly("$this->table('" + call + "->update();");
    assertThat(shape(read(said, false))).isEqualTo(shape(reader.read(sql + ";")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX CONCURRENTLY x ON users (name) WHERE a ? 'b'",
        "ALTER TABLE users ALTER COLUMN n SET NOT NULL",
        "ALTER TABLE users ADD CONSTRAINT c CHECK (n ~ 'a\\d$') NOT VALID",
        "ALTER TABLE users ADD COLUMN n varchar",
        "ALTER TABLE users ADD COLUMN n timestamptz",
        "ALTER TABLE users ADD COLUMN n integer DEFAULT 1",
        "CREATE VIEW old AS\n  SELECT * FROM new WHERE a = 'b'"
      })
  void runsTheStatementItselfWhereItHasNoWords(String sql) {
    assertThat(idiom.words(sql + ";", operation(sql))).isEmpty();
    List<String> said = idiom.verbatim(sql + ";");
    assertThat(said.get(0)).startsWith("$this->execute(");
    assertThat(shape(read(said, false))).isEqualTo(shape(reader.read(sql + ";")));
  }

  @Test
  void leavesTheTransactionWhereItMust() {
    List<Program> read = programs(idiom.verbatim("DROP INDEX CONCURRENTLY i;"), true);
    assertThat(read).singleElement().matches(program -> !program.transactional());
    assertThat(read.get(0).statements())
        .extracting(Statement::sql)
        .containsExactly("DROP INDEX CONCURRENTLY i");
  }

  private Operation operation(String sql) {
    return reader.read(sql + ";").get(0).operations().get(0);
  }

  private List<Statement> read(List<String> words, boolean outside) {
    return programs(words, outside).get(0).statements();
  }

  private List<Program> programs(List<String> words, boolean outside) {
    String body = String.join("\n", idiom.body(words, outside));
    String migration = "<?php\nfinal class X extends AbstractMigration {\n" + body + "\n}\n";
    return PhinxMigration.read(reader, migration, false);
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
