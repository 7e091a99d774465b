package dev.concertina.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.alembic.AlembicRevision;
import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AlembicIdiomTest {

  private final Idiom idiom = new AlembicIdiom();
  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);

  private static final List<String> WORDS =
      List.of(
          "ALTER TABLE a ADD COLUMN b varchar(50)",
          "op.add_column(\"a\", sa.Column(\"b\", sa.String(length=50), nullable=True))",
          "ALTER TABLE hr.a ADD COLUMN b timestamptz DEFAULT now() NOT NULL",
          "op.add_column(\"a\", sa.Column(\"b\", sa.DateTime(timezone=True),"
              + " server_default=sa.text(\"now()\"), nullable=False), schema=\"hr\")",
          "ALTER TABLE a ADD COLUMN b text[] DEFAULT '{}'",
          "op.add_column(\"a\", sa.Column(\"b\", postgresql.ARRAY(sa.Text()),"
              + " server_default=sa.text(\"'{}'\"), nullable=True))",
          "ALTER TABLE a ADD COLUMN b order_status",
          "op.execute(\"ALTER TABLE a ADD COLUMN b order_status\")",
          "ALTER TABLE a ADD COLUMN IF NOT EXISTS b integer",
          "op.execute(\"ALTER TABLE a ADD COLUMN IF NOT EXISTS b integer\")",
          "ALTER TABLE a ADD COLUMN b integer REFERENCES c (id)",
          "op.execute(\"ALTER TABLE a ADD COLUMN b integer REFERENCES c (id)\")",
          "ALTER TABLE a DROP COLUMN b",
          "op.drop_column(\"a\", \"b\")",
          "ALTER TABLE a DROP COLUMN b CASCADE",
          "op.execute(\"ALTER TABLE a DROP COLUMN b CASCADE\")",
          "ALTER TABLE a RENAME COLUMN b TO c",
          "op.alter_column(\"a\", \"b\", new_column_name=\"c\")",
          "ALTER TABLE a ALTER COLUMN b TYPE bigint USING b::bigint",
          "op.alter_column(\"a\", \"b\", type_=sa.BigInteger(), postgresql_using=\"b::bigint\")",
          "ALTER TABLE a ALTER COLUMN b SET NOT NULL",
          "op.alter_column(\"a\", \"b\", nullable=False)",
          "ALTER TABLE a ALTER COLUMN b DROP NOT NULL",
          "op.alter_column(\"a\", \"b\", nullable=True)",
          "ALTER TABLE a ALTER COLUMN b SET DEFAULT 1",
          "op.alter_column(\"a\", \"b\", server_default=sa.text(\"1\"))",
          "ALTER TABLE a ALTER COLUMN b DROP DEFAULT",
          "op.alter_column(\"a\", \"b\", server_default=None)",
          "CREATE UNIQUE INDEX CONCURRENTLY i ON a (b, c) WHERE b > 0",
          "op.create_index(\"i\", \"a\", [\"b\", \"c\"], unique=True,"
              + " postgresql_where=sa.text(\"b > 0\"), postgresql_concurrently=True)",
          "CREATE INDEX i ON a USING gin (b)",
          "op.create_index(\"i\", \"a\", [\"b\"], postgresql_using=\"gin\")",
          "CREATE INDEX i ON a (b DESC)",
          "op.execute(\"CREATE INDEX i ON a (b DESC)\")",
          "CREATE INDEX i ON a (b) INCLUDE (c)",
          "op.execute(\"CREATE INDEX i ON a (b) INCLUDE (c)\")",
          "DROP INDEX CONCURRENTLY i",
          "op.drop_index(\"i\", postgresql_concurrently=True)",
          "ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES c (id) ON DELETE CASCADE NOT"
              + " VALID",
          "op.create_foreign_key(\"f\", \"a\", \"c\", [\"b\"], [\"id\"], ondelete=\"CASCADE\","
              + " postgresql_not_valid=True)",
          "ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES c (id) DEFERRABLE",
          "op.execute(\"ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES c (id)"
              + " DEFERRABLE\")",
          "ALTER TABLE a ADD CONSTRAINT k CHECK (b IS NOT NULL) NOT VALID",
          "op.create_check_constraint(\"k\", \"a\", \"b IS NOT NULL\","
              + " postgresql_not_valid=True)",
          "ALTER TABLE a ADD CONSTRAINT u UNIQUE (b)",
          "op.create_unique_constraint(\"u\", \"a\", [\"b\"])",
          "ALTER TABLE a ADD CONSTRAINT u UNIQUE USING INDEX i",
          "op.execute(\"ALTER TABLE a ADD CONSTRAINT u UNIQUE USING INDEX i\")",
          "ALTER TABLE a VALIDATE CONSTRAINT k",
          "op.execute(\"ALTER TABLE a VALIDATE CONSTRAINT k\")",
          "ALTER TABLE a DROP CONSTRAINT k",
          "op.drop_constraint(\"k\", \"a\")",
          "ALTER TABLE a RENAME TO c",
          "op.rename_table(\"a\", \"c\")",
          "DROP TABLE a",
          "op.drop_table(\"a\")",
          "ALTER TABLE a ADD CONSTRAINT k CHECK (b <> ':x')",
          "op.create_check_constraint(\"k\", \"a\", \"b <> '\\\\:x'\")",
          "SET LOCAL lock_timeout = '2s'",
          "op.execute(\"SET LOCAL lock_timeout = '2s'\")");

  static Stream<Arguments> words() {
    return IntStream.range(0, WORDS.size() / 2)
        .mapToObj(i -> Arguments.of(WORDS.get(2 * i), WORDS.get(2 * i + 1)));
  }

  @ParameterizedTest
  @MethodSource("words")
  void saysAStatement(String sql, String words) {
    assertThat(unbroken(lines(sql))).isEqualTo(words);
  }

  @ParameterizedTest
  @MethodSource("words")
  void whatItSaysSendsTheStatement(String sql, String words) {
    String revision = "def upgrade():\n" + String.join("\n", indented(lines(sql))) + "\n";
    String head =
        "import sqlalchemy as sa\nfrom alembic import op\nfrom sqlalchemy.dialects import"
            + " postgresql\n\n";
    List<Statement> sent = AlembicRevision.read(head + revision).get(0).statements();
    assertThat(sent).hasSize(1);
    assertThat(said(reader.read(sent.get(0).sql()))).isEqualTo(said(reader.read(sql)));
  }

  private List<String> lines(String sql) {
    Operation only = reader.read(sql).get(0).operations().get(0);
    List<String> words = idiom.words(sql + ";", only);
    return words.isEmpty() ? idiom.verbatim(sql + ";") : words;
  }

  private static List<String> indented(List<String> lines) {
    return lines.stream().map(line -> "    " + line).toList();
  }

  private static String unbroken(List<String> lines) {
    return String.join(" ", lines.stream().map(String::strip).toList())
        .replace("( ", "(")
        .replace(", )", ")")
        .replace(" )", ")")
        .replace("\" \"", " ")
        .replace("  ", " ");
  }

  /** All that the operations say but where they stand. */
  private static String said(List<Statement> statements) {
    return statements.get(0).operations().toString().replaceAll("span=Span\\[[^]]*\\]", "");
  }

  @Test
  void leavesTheTransactionForWhatMayNotBeInOne() {
    assertThat(idiom.body(List.of("op.drop_index(\"i\")"), true))
        .containsExactly("with op.get_context().autocommit_block():", "    op.drop_index(\"i\")");
    assertThat(idiom.body(List.of("op.drop_index(\"i\")"), false))
        .containsExactly("op.drop_index(\"i\")");
  }
}
