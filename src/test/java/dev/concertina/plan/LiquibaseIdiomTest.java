package dev.concertina.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements of plans in the words of changelogs, and as SQL where there are none. */
class LiquibaseIdiomTest {

  private static String written(String path, boolean outside, String... statements) {
    LiquibaseIdiom idiom = new LiquibaseIdiom(path, "me:7");
    List<ProgramBody.Part> parts =
        List.of(statements).stream()
            .map(sql -> new ProgramBody.Part(sql, lines(idiom, sql)))
            .toList();
    return new ProgramBody(idiom, parts, outside).text();
  }

  private static List<String> lines(LiquibaseIdiom idiom, String sql) {
    Operation operation = new SqlReader(SqlSyntax.POSTGRESQL).read(sql).get(0).operations().get(0);
    List<String> words = idiom.words(sql, operation);
    return words.isEmpty() ? idiom.verbatim(sql) : words;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE audio ADD COLUMN n integer;|<addColumn tableName=\"audio\">",
        "ALTER TABLE audio ADD COLUMN n text NOT NULL DEFAULT 'x';|<column name=\"n\" type=\"text\" defaultValue=\"x\">",
        "ALTER TABLE audio ADD COLUMN n bigint DEFAULT 3;|defaultValueNumeric=\"3\"",
        "ALTER TABLE audio ADD COLUMN n timestamptz DEFAULT now();|defaultValueComputed=\"now()\"",
        "ALTER TABLE audio ADD COLUMN n text[];|<column name=\"n\" type=\"text[]\"/>",
        "ALTER TABLE audio ADD COLUMN n varchar(5)[];|<sql>ALTER TABLE audio ADD COLUMN n varchar(5)[];</sql>",
        "ALTER TABLE audio ADD COLUMN n bytea;|<column name=\"n\" type=\"bytea\"/>",
        "ALTER TABLE audio ADD COLUMN n money;|<sql>ALTER TABLE audio ADD COLUMN n money;</sql>",
        "ALTER TABLE audio ADD COLUMN IF NOT EXISTS n integer;|<sql>",
        "ALTER TABLE music.audio DROP COLUMN n;|<dropColumn schemaName=\"music\" tableName=\"audio\" columnName=\"n\"/>",
        "ALTER TABLE \"AUDIO\" DROP COLUMN n;|<sql>ALTER TABLE \"AUDIO\" DROP COLUMN n;</sql>",
        "ALTER TABLE audio DROP COLUMN n CASCADE;|<sql>",
        "ALTER TABLE audio RENAME COLUMN a TO b;|<renameColumn tableName=\"audio\" oldColumnName=\"a\" newColumnName=\"b\"/>",
        "ALTER TABLE audio ALTER COLUMN n SET NOT NULL;|<addNotNullConstraint tableName=\"audio\" columnName=\"n\"/>",
        "ALTER TABLE audio ALTER COLUMN n DROP NOT NULL;|<dropNotNullConstraint tableName=\"audio\" columnName=\"n\"/>",
        "ALTER TABLE audio ALTER COLUMN n DROP DEFAULT;|<dropDefaultValue tableName=\"audio\" columnName=\"n\"/>",
        "ALTER TABLE audio ADD CONSTRAINT u UNIQUE (a, b);|<addUniqueConstraint tableName=\"audio\" columnNames=\"a, b\" constraintName=\"u\"/>",
        "ALTER TABLE audio ADD CONSTRAINT u UNIQUE USING INDEX u;|<sql>",
        "ALTER TABLE play ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES audio (id) NOT VALID;|referencedColumnNames=\"id\" validate=\"false\"/>",
        "ALTER TABLE play ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES audio (id) DEFERRABLE NOT VALID;|<sql>",
        "ALTER TABLE play ADD CONSTRAINT c CHECK (a < 3) NOT VALID;|<sql><![CDATA[ALTER TABLE play",
        "ALTER TABLE play VALIDATE CONSTRAINT c;|<sql>ALTER TABLE play VALIDATE CONSTRAINT c;</sql>",
        "CREATE INDEX CONCURRENTLY i ON audio (a);|<sql>CREATE INDEX CONCURRENTLY i ON audio (a);</sql>",
        "CREATE INDEX i ON audio (a);|<createIndex tableName=\"audio\" indexName=\"i\" unique=\"false\">",
        "CREATE INDEX i ON audio (lower(a));|<sql>",
        "DROP TABLE audio;|<dropTable tableName=\"audio\"/>"
      })
  void says_it_in_xml(String sql, String words) {
    assertThat(written("db/changelog/1.xml", false, sql)).contains(words);
  }

  @Test
  void one_change_set_for_each_change_and_a_setting_with_its_change() {
    assertThat(
            written(
                "1.xml",
                false,
                "SET lock_timeout = '5s';",
                "ALTER TABLE audio DROP COLUMN a;",
                "ALTER TABLE audio DROP COLUMN b;"))
        .isEqualTo(
            """
            <changeSet id="drop-audio-a" author="me">
              <sql>SET lock_timeout = '5s';</sql>
              <dropColumn tableName="audio" columnName="a"/>
            </changeSet>

            <changeSet id="drop-audio-b" author="me">
              <dropColumn tableName="audio" columnName="b"/>
            </changeSet>""");
  }

  @Test
  void outside_a_transaction_in_each_format() {
    String index = "CREATE INDEX CONCURRENTLY i ON audio (a);";
    assertThat(written("1.xml", true, index))
        .startsWith("<changeSet id=\"create-i\" author=\"me\" runInTransaction=\"false\">");
    assertThat(written("1.yaml", true, index))
        .isEqualTo(
            """
            - changeSet:
                id: create-i
                author: me
                runInTransaction: false
                changes:
                  - sql:
                      sql: CREATE INDEX CONCURRENTLY i ON audio (a);""");
    assertThat(written("1.sql", true, index))
        .isEqualTo("--changeset me:create-i runInTransaction:false\n" + index);
  }
}
