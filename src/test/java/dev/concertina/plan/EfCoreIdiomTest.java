package dev.concertina.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.efcore.EfCoreMigration;
import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Program;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan says in the words of EF Core does what its SQL does. */
class EfCoreIdiomTest {

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private final Idiom idiom = new EfCoreIdiom();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ALTER TABLE \"Tracks\" ADD COLUMN \"Name\" text|AddColumn<string>(name: \"Name\", table: \"Tracks\", type: \"text\", nullable: true)",
        "ALTER TABLE app.t ADD COLUMN a varchar(40) NOT NULL|AddColumn<string>(name: \"a\", schema: \"app\", table: \"t\", type: \"character varying(40)\", nullable: false)",
        "ALTER TABLE t ADD COLUMN a bigint NOT NULL DEFAULT 0|AddColumn<long>(name: \"a\", table: \"t\", type: \"bigint\", nullable: false, defaultValue: 0)",
        "ALTER TABLE t ADD COLUMN a boolean DEFAULT true|AddColumn<bool>(name: \"a\", table: \"t\", type: \"boolean\", nullable: true, defaultValue: true)",
        "ALTER TABLE t ADD COLUMN a text DEFAULT '\"'|AddColumn<string>(name: \"a\", table: \"t\", type: \"text\", nullable: true, defaultValueSql: \"'\\\"'\")",
        "ALTER TABLE t ADD COLUMN a timestamptz(3) DEFAULT now()|AddColumn<DateTime>(name: \"a\", table: \"t\", type: \"timestamp(3) with time zone\", nullable: true, defaultValueSql: \"now()\")",
        "ALTER TABLE t ADD COLUMN a numeric(10, 2)|AddColumn<decimal>(name: \"a\", table: \"t\", type: \"numeric(10,2)\", nullable: true)",
        "ALTER TABLE t ADD COLUMN a uuid[]|AddColumn<Guid[]>(name: \"a\", table: \"t\", type: \"uuid[]\", nullable: true)",
        "ALTER TABLE app.t DROP COLUMN a|DropColumn(name: \"a\", schema: \"app\", table: \"t\")",
        "ALTER TABLE t RENAME COLUMN a TO b|RenameColumn(name: \"a\", table: \"t\", newName: \"b\")",
        "ALTER TABLE t RENAME TO u|RenameTable(name: \"t\", newName: \"u\")",
        "DROP TABLE app.t|DropTable(schema: \"app\", name: \"t\")",
        "CREATE INDEX x ON t (a)|CreateIndex(name: \"x\", table: \"t\", column: \"a\")",
        "CREATE INDEX CONCURRENTLY \"X\" ON \"T\" USING gin (\"A\")|CreateIndex(name: \"X\", table: \"T\", column: \"A\") .Annotation(\"Npgsql:IndexMethod\", \"gin\") .Annotation(\"Npgsql:CreatedConcurrently\", true)",
        "CREATE UNIQUE INDEX CONCURRENTLY x ON t (a, b) WHERE \"C\" > 1|CreateIndex(name: \"x\", table: \"t\", columns: new[] { \"a\", \"b\" }, unique: true, filter: \"\\\"C\\\" > 1\") .Annotation(\"Npgsql:CreatedConcurrently\", true)"
      })
  void hasACallThatDoesTheSame(String sql, String call) {
    List<String> said = idiom.words(sql + ";", operation(sql));
    String line = String.join(" ", said.stream().map(String::strip).toList());
    assertThat(line.replace("( ", "(")).isEqualTo("migrationBuilder." + call + ";");
    assertThat(shape(read(sql, said, false))).isEqualTo(shape(reader.read(sql + ";")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX CONCURRENTLY x ON t (lower(a))",
        "CREATE INDEX CONCURRENTLY x ON t (a DESC)",
        "CREATE INDEX CONCURRENTLY IF NOT EXISTS x ON t (a)",
        "DROP INDEX CONCURRENTLY \"IX_t_a\"",
        "ALTER TABLE t DROP CONSTRAINT c",
        "ALTER TABLE t ALTER COLUMN a SET NOT NULL",
        "ALTER TABLE t ADD CONSTRAINT c CHECK (a ~ 'a\\d$') NOT VALID",
        "ALTER TABLE t VALIDATE CONSTRAINT c",
        "ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (b_id) REFERENCES b (id) NOT VALID",
        "ALTER TABLE t ADD COLUMN a serial",
        "ALTER TABLE t ADD COLUMN a mood",
        "SET lock_timeout = '5s'",
        "CREATE VIEW old AS\n  SELECT '\n\n\"\"\"' FROM new",
        "CREATE VIEW old AS\n  SELECT * FROM new WHERE a = E'\\\\{x}'"
      })
  void runsTheStatementItselfWhereEfCoreHasNoWords(String sql) {
    assertThat(idiom.words(sql + ";", operation(sql))).isEmpty();
    List<String> said = idiom.verbatim(sql + ";");
    assertThat(said.get(0)).startsWith("migrationBuilder.Sql(");
    assertThat(shape(read(sql, said, false))).isEqualTo(shape(reader.read(sql + ";")));
  }

  @Test
  void takesEachStatementOutOfTheTransactionWhereItMust() {
    String set = "SET lock_timeout = '5s';";
    String drop = "DROP INDEX CONCURRENTLY \"X\";";
    List<ProgramBody.Part> parts =
        List.of(
            new ProgramBody.Part(set, idiom.verbatim(set)),
            new ProgramBody.Part(drop, idiom.verbatim(drop)));
    assertThat(idiom.migration(parts, true))
        .containsExactly(
            "protected override void Up(MigrationBuilder migrationBuilder)",
            "{",
            "    migrationBuilder.Sql(\"SET lock_timeout = '5s';\", suppressTransaction: true);",
            "    migrationBuilder.Sql(",
            "        \"\"\"",
            "        DROP INDEX CONCURRENTLY \"X\";",
            "        \"\"\",",
            "        suppressTransaction: true);",
            "}");
    assertThat(programs(String.join("\n", idiom.migration(parts, true))))
        .isNotEmpty()
        .noneMatch(Program::transactional);
    assertThat(programs(String.join("\n", idiom.migration(parts, false))))
        .allMatch(Program::transactional);
  }

  private Operation operation(String sql) {
    return reader.read(sql + ";").get(0).operations().get(0);
  }

  private List<Statement> read(String sql, List<String> words, boolean outside) {
    List<ProgramBody.Part> parts = List.of(new ProgramBody.Part(sql + ";", words));
    return programs(String.join("\n", idiom.migration(parts, outside))).stream()
        .flatMap(program -> program.statements().stream())
        .toList();
  }

  private List<Program> programs(String body) {
    return EfCoreMigration.read(reader, "public partial class X : Migration {\n" + body + "\n}\n");
  }

  /** What it does, without where that stands; Npgsql puts a default of SQL into parentheses. */
  private static String shape(List<Statement> statements) {
    return statements.stream()
        .flatMap(statement -> statement.operations().stream())
        .map(operation -> operation.toString().replaceAll("(span=)?Span\\[[^]]*]", ""))
        .map(text -> text.replaceAll("defaultValue=\\((.*?)\\), gen", "defaultValue=$1, gen"))
        .map(text -> text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
        .toList()
        .toString();
  }
}
