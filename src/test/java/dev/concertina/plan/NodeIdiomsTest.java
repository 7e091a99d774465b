package dev.concertina.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.node.Modules;
import dev.concertina.node.NodeMigrations;
import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Program;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What plans write as migrations of the frameworks for Node does what their SQL says: it is read
 * back.
 */
class NodeIdiomsTest {

  private static final SqlReader READER = new SqlReader(SqlSyntax.POSTGRESQL);
  private static final String PATH = "migrations/1-a.ts";

  private static final List<String> STATEMENTS =
      List.of(
          "SET lock_timeout = '5s';",
          "ALTER TABLE tracks ADD COLUMN length_ms integer;",
          "ALTER TABLE \"Music\".tracks DROP COLUMN \"length\";",
          "ALTER TABLE tracks ALTER COLUMN length SET NOT NULL;",
          "ALTER TABLE tracks ALTER COLUMN length DROP NOT NULL;",
          "ALTER TABLE tracks ADD CONSTRAINT c CHECK (a ~ 'x`\\d${') NOT VALID;",
          "DROP INDEX i;");

  @ParameterizedTest
  @ValueSource(strings = {"knex", "typeorm", "sequelize", "node-pg-migrate", "mikroorm"})
  void areReadBackAsTheSqlThatTheyStandFor(String framework) {
    for (boolean outside : List.of(true, false)) {
      List<Program> programs = read(framework, STATEMENTS, outside);
      assertThat(programs).extracting(Program::transactional).containsOnly(!outside);
      List<String> read =
          programs.stream()
              .flatMap(program -> program.statements().stream())
              .map(NodeIdiomsTest::said)
              .toList();
      assertThat(read)
          .isEqualTo(STATEMENTS.stream().map(sql -> said(READER.read(sql).get(0))).toList());
    }
  }

  /** What it does, without where that stands. */
  private static String said(Statement statement) {
    return statement.operations().toString().replaceAll("Span\\[[^]]*]", "");
  }

  private static List<Program> read(String framework, List<String> statements, boolean outside) {
    Idiom idiom =
        switch (framework) {
          case "knex" -> new KnexIdiom();
          case "typeorm" -> new TypeOrmIdiom();
          case "sequelize" -> new SequelizeIdiom();
          case "mikroorm" -> new MikroOrmIdiom();
          default -> new PgMigrateIdiom();
        };
    List<String> lines = new ArrayList<>();
    for (String sql : statements) {
      Operation operation = READER.read(sql).get(0).operations().get(0);
      List<String> words = idiom.words(sql, operation);
      lines.addAll(words.isEmpty() ? idiom.verbatim(sql) : words);
    }
    String body = String.join("\n", idiom.body(lines, outside));
    NodeMigrations migrations = new NodeMigrations(new SqlReader(SqlSyntax.POSTGRESQL));
    return switch (framework) {
      case "knex" -> migrations.knex(PATH, body, Modules.NONE);
      case "typeorm" ->
          migrations.typeOrm(
              PATH, "class A implements MigrationInterface {\n" + body + "\n}", Modules.NONE);
      case "sequelize" ->
          migrations.sequelize(PATH, "module.exports = {\n" + body + "\n};", Modules.NONE);
      case "mikroorm" ->
          migrations.mikroOrm(PATH, "class A extends Migration {\n" + body + "\n}", Modules.NONE);
      default -> migrations.nodePgMigrate(PATH, body, Modules.NONE);
    };
  }
}
