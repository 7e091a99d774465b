package dev.concertina.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunningVersionTest {

  private static final Schema BASE =
      Sql.base(
          """
          CREATE TABLE t (id int PRIMARY KEY, a int, d int NOT NULL DEFAULT 1, v varchar(10),
            k int, CONSTRAINT known CHECK (k IS NOT NULL));
          CREATE UNIQUE INDEX ix ON t (a);
          CREATE TYPE e AS ENUM ('x');
          CREATE VIEW w AS SELECT id, a FROM t;
          CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
          CREATE DOMAIN dom AS int;
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALTER TABLE t DROP COLUMN a                                | reads writes rollback
          ALTER TABLE t DROP COLUMN IF EXISTS a                      | reads writes rollback
          ALTER TABLE t DROP COLUMN IF EXISTS nowhere                | nothing
          ALTER TABLE t RENAME COLUMN a TO b                         | reads writes rollback
          ALTER TABLE t RENAME TO u                                  | reads writes rollback
          ALTER TABLE t SET SCHEMA other                             | reads writes rollback
          ALTER INDEX ix RENAME TO iy                                | nothing
          DROP TABLE t                                               | reads writes rollback
          DROP VIEW w                                                | reads writes rollback
          DROP TYPE e                                                | reads writes rollback
          DROP STATISTICS st                                         | nothing
          ALTER TYPE e RENAME VALUE 'x' TO 'y'                       | reads writes rollback
          ALTER TYPE e ADD VALUE 'y'                                 | nothing
          ALTER TABLE t ADD COLUMN c int                             | nothing
          ALTER TABLE t ADD COLUMN c int NOT NULL                    | writes rollback
          ALTER TABLE t ADD COLUMN c int NOT NULL DEFAULT 1          | nothing
          ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS IDENTITY| nothing
          ALTER TABLE t ALTER a SET NOT NULL                         | writes rollback
          ALTER TABLE t ALTER k SET NOT NULL                         | nothing
          ALTER TABLE t ALTER d SET NOT NULL                         | nothing
          ALTER TABLE t ALTER a DROP NOT NULL                        | nothing
          ALTER TABLE t ALTER a TYPE bigint                          | rollback
          ALTER TABLE t ALTER a TYPE text                            | reads writes rollback
          ALTER TABLE t ALTER v TYPE varchar(5)                      | writes rollback
          ALTER TABLE t ALTER v TYPE varchar(20)                     | nothing
          ALTER TABLE t ALTER d DROP DEFAULT                         | writes
          ALTER TABLE t ALTER d SET DEFAULT 2                        | writes
          ALTER TABLE t ALTER d SET DEFAULT 1                        | nothing
          ALTER TABLE t ALTER a SET DEFAULT 2                        | nothing
          ALTER TABLE t ADD CHECK (a > 0) NOT VALID                  | writes
          ALTER TABLE t ADD CHECK (a > 0) NOT ENFORCED               | nothing
          ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX ix       | nothing
          ALTER TABLE t ADD CONSTRAINT p PRIMARY KEY USING INDEX ix  | writes rollback
          ALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID        | writes rollback
          ALTER TABLE t RENAME CONSTRAINT known TO unknown           | writes
          ALTER TABLE t VALIDATE CONSTRAINT known                    | nothing
          CREATE UNIQUE INDEX ON t (v)                               | writes
          CREATE INDEX ON t (v)                                      | nothing
          ALTER DOMAIN dom ADD CHECK (VALUE > 0) NOT VALID           | writes
          CREATE OR REPLACE VIEW w AS SELECT id FROM t               | reads writes rollback
          CREATE OR REPLACE VIEW w AS SELECT id, a, v FROM t         | nothing
          CREATE OR REPLACE FUNCTION f(int) RETURNS text LANGUAGE sql AS 'SELECT 1' | reads writes rollback
          CREATE OR REPLACE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 2'  | nothing
          CREATE OR REPLACE FUNCTION f(text) RETURNS text LANGUAGE sql AS 'SELECT 1'| nothing
          REVOKE SELECT ON t FROM app                                | reads writes rollback
          ALTER TABLE t ENABLE ROW LEVEL SECURITY                    | reads writes rollback
          CREATE POLICY p ON t AS RESTRICTIVE USING (a > 0)          | reads writes rollback
          TRUNCATE t                                                 | reads rollback
          DO $$ BEGIN ALTER TABLE t DROP COLUMN a; END $$            | reads writes rollback
          """)
  void says(String sql, String breaks) {
    Compatibility seen = RunningVersion.after(Sql.operation(sql), BASE, BASE);
    String words =
        (seen.breaksReads() ? "reads " : "")
            + (seen.breaksWrites() ? "writes " : "")
            + (seen.breaksRollback() ? "rollback" : "");
    assertThat(words.isEmpty() ? "nothing" : words.strip()).isEqualTo(breaks);
    assertThat(seen.reason().isEmpty()).isEqualTo(breaks.equals("nothing"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALTER TABLE t ADD COLUMN c int      | ALTER TABLE t DROP COLUMN c
          ALTER TABLE t ADD COLUMN c int      | ALTER TABLE t ALTER c TYPE text
          ALTER TABLE t ADD COLUMN c int      | ALTER TABLE t ADD UNIQUE (c)
          ALTER TYPE e ADD VALUE 'y'          | ALTER TYPE e RENAME VALUE 'y' TO 'z'
          CREATE TABLE n (id int)             | DROP TABLE n
          CREATE VIEW n AS SELECT 1 AS one    | DROP VIEW n
          """)
  void whatTheChangeMadeConcernsNobody(String first, String second) {
    assertThat(second(first, second)).isEqualTo(Compatibility.FULL);
  }

  @Test
  void whatIsDroppedAndCreatedAgainIsComparedWithWhatWasThere() {
    assertThat(second("DROP VIEW w", "CREATE VIEW w AS SELECT id FROM t").reason())
        .isEqualTo("column \"a\" does not exist");
    assertThat(second("DROP VIEW w", "CREATE VIEW w AS SELECT * FROM t"))
        .isEqualTo(Compatibility.FULL);
    assertThat(second("DROP FUNCTION f", "CREATE FUNCTION f(text) RETURNS int RETURN 1").reason())
        .isEqualTo("f() takes other arguments");
  }

  private static Compatibility second(String first, String second) {
    Schema before = BASE.after(Sql.operation(first));
    return RunningVersion.after(Sql.operation(second), before, BASE);
  }
}
