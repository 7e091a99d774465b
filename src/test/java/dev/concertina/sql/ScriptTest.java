package dev.concertina.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

  @Test
  void cutsAtSemicolonsAndLeavesOutWhatIsEmpty() {
    assertThat(split("a; ;b;;\n-- c;\n;d")).containsExactly("a", "b", "d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DO $$ BEGIN a; END $$",
        "SELECT ';', \";\", $x$;$x$ /* ; */ + 1",
        "CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; DELETE FROM b)",
        "CREATE OR REPLACE RULE r AS ON INSERT TO t DO (NOTIFY a; NOTIFY b;)",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END",
        "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; END",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN CASE WHEN true THEN 1 END",
      })
  void oneStatement(String statement) {
    assertThat(split("x; " + statement + "; y")).containsExactly("x", statement, "y");
  }

  @Test
  void anUnclosedParenthesisCostsOneStatement() {
    assertThat(split("ALTER TABLE t ADD CHECK ((a; DROP TABLE b; c"))
        .containsExactly("ALTER TABLE t ADD CHECK ((a", "DROP TABLE b", "c");
  }

  @Test
  void anUnclosedRuleOrBodyCostsOneStatement() {
    assertThat(split("CREATE RULE r AS ON INSERT TO t DO (a; b; c"))
        .containsExactly("CREATE RULE r AS ON INSERT TO t DO (a", "b", "c");
    assertThat(split("CREATE FUNCTION f() BEGIN ATOMIC a; b; DROP TABLE c"))
        .containsExactly("CREATE FUNCTION f() BEGIN ATOMIC a", "b", "DROP TABLE c");
  }

  @Test
  void beginAloneOpensATransactionAndNoBody() {
    assertThat(split("BEGIN; CREATE TABLE f (a int); END; x"))
        .containsExactly("BEGIN", "CREATE TABLE f (a int)", "END", "x");
  }

  @Test
  void metaCommandsAreStatementsOfTheirOwn() {
    assertThat(split("\\set ON_ERROR_STOP on\na; b \\gexec\nc"))
        .containsExactly("\\set ON_ERROR_STOP on", "a", "b", "\\gexec", "c");
  }

  @Test
  void aMetaCommandEndsWhatItStandsIn() {
    assertThat(split("CREATE RULE r AS ON INSERT TO t DO (a; b \\set c\nDROP TABLE d (e; f"))
        .containsExactly(
            "CREATE RULE r AS ON INSERT TO t DO (a; b", "\\set c", "DROP TABLE d (e", "f");
    assertThat(split("CREATE RULE r AS ON INSERT TO t DO (a; b \\set c\nCREATE RULE s AS (d; e"))
        .containsExactly(
            "CREATE RULE r AS ON INSERT TO t DO (a; b", "\\set c", "CREATE RULE s AS (d", "e");
  }

  private static List<String> split(String text) {
    return new SqlReader(SqlSyntax.POSTGRESQL).read(text).stream().map(Statement::text).toList();
  }
}
