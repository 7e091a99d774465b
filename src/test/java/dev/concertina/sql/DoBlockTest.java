package dev.concertina.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.CreateRoutine;
import dev.concertina.schema.Operation.DoBlock;
import dev.concertina.schema.Operation.NotAnalysed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoBlockTest {

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);

  @Test
  void staticSqlInEveryBranchIsRead() {
    DoBlock block =
        block(
            """
            <<outer>>
            #variable_conflict use_column
            DECLARE
              r record;
              n int := (SELECT 1);
            BEGIN
              IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'e') THEN
                CREATE TYPE e AS ENUM ('a');
              ELSIF n > 1 THEN
                ALTER TABLE t ADD COLUMN a int, DROP COLUMN b;
              ELSE
                RAISE NOTICE 'x %', n;
              END IF;
              CASE n WHEN 1 THEN DROP TABLE c; ELSE NULL; END CASE;
              r.a := 1;
              a[1] = 2;
            EXCEPTION
              WHEN duplicate_object OR unique_violation THEN
                DELETE FROM d WHERE x = 1;
            END
            """);
    assertThat(kinds(block.body()))
        .containsExactly("create-enum", "add-column", "drop-column", "drop-table", "delete");
    assertThat(block.loops()).isFalse();
    assertThat(block.commits()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN LOOP UPDATE t SET a = 1; COMMIT; EXIT WHEN NOT FOUND; END LOOP; END",
        "BEGIN WHILE true LOOP UPDATE t SET a = 1; COMMIT; END LOOP; END",
        "BEGIN FOR i IN 1..10 LOOP UPDATE t SET a = 1; COMMIT; END LOOP; END",
        "BEGIN FOREACH x SLICE 1 IN ARRAY a LOOP UPDATE t SET a = 1; COMMIT; END LOOP; END",
      })
  void loopsAndCommits(String body) {
    DoBlock block = block(body);
    assertThat(kinds(block.body())).containsExactly("update");
    assertThat(block.loops()).isTrue();
    assertThat(block.commits()).isTrue();
  }

  @Test
  void queriesOfLoopsAndCursorsAreRead() {
    DoBlock block =
        block(
            "DECLARE c CURSOR FOR SELECT 1 FROM a; BEGIN FOR r IN SELECT * FROM b FOR UPDATE LOOP"
                + " PERFORM f(r.id); END LOOP; OPEN d FOR SELECT 2; RETURN QUERY SELECT 3; END");
    assertThat(kinds(block.body()))
        .containsExactly("select", "select", "select", "call-routine", "select", "select");
  }

  @Test
  void executeOfALiteralIsRead() {
    DoBlock block =
        block(
            "BEGIN EXECUTE 'ALTER TABLE t DROP COLUMN a'; EXECUTE format('DROP TABLE b');"
                + " EXECUTE $q$DELETE FROM c WHERE id = $1$q$ USING 1; END");
    assertThat(kinds(block.body())).containsExactly("drop-column", "drop-table", "delete");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXECUTE 'DROP TABLE ' || n",
        "EXECUTE format('DROP TABLE %I', n)",
        "EXECUTE n",
        "FOR r IN EXECUTE n LOOP NULL; END LOOP",
        "RETURN QUERY EXECUTE n",
      })
  void executeOfABuiltStringIsNotAnalysed(String statement) {
    assertThat(block("BEGIN " + statement + "; END").body())
        .singleElement()
        .isInstanceOfSatisfying(
            NotAnalysed.class, n -> assertThat(n.reason()).contains("built at run time"));
  }

  @Test
  void selectIntoAVariableCreatesNoTable() {
    assertThat(kinds(block("BEGIN SELECT a INTO b FROM c; END").body())).containsExactly("select");
  }

  @Test
  void whatCantBeReadInABlockCostsItselfAlone() {
    assertThat(kinds(block("BEGIN FROB x; DROP TABLE a; IF x; DROP TABLE b; END").body()))
        .containsExactly("not-analysed", "drop-table", "not-analysed", "drop-table");
  }

  @Test
  void otherLanguagesAreOpaque() {
    List<Operation> operations = reader.read("DO LANGUAGE plpython3u 'x = 1'").get(0).operations();
    assertThat(kinds(operations)).containsExactly("do-block", "not-analysed");
    CreateRoutine routine = routine("CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'lib', 'f'");
    assertThat(routine.opaque()).isEqualTo("written in c");
  }

  @Test
  void aRoutineKeepsWhatItWouldExecute() {
    CreateRoutine routine =
        routine(
            "CREATE OR REPLACE PROCEDURE s.p(a int, OUT b text, INOUT c numeric(3), VARIADIC d"
                + " text[] DEFAULT '{}') LANGUAGE plpgsql AS $$ BEGIN LOOP DELETE FROM t; COMMIT;"
                + " END LOOP; END $$");
    assertThat(routine.arguments()).containsExactly("integer", "numeric(3)", "text[]");
    assertThat(kinds(routine.statements())).containsExactly("delete");
    assertThat(routine.commits()).isTrue();
    assertThat(routine.returns()).isNull();
  }

  @Test
  void sqlBodiesAreScripts() {
    assertThat(
            kinds(
                routine("CREATE FUNCTION f() RETURNS void AS 'DELETE FROM a; DELETE FROM b' STABLE")
                    .statements()))
        .containsExactly("delete", "delete");
    CreateRoutine atomic =
        routine(
            "CREATE FUNCTION f(double precision) RETURNS SETOF t IMMUTABLE BEGIN ATOMIC DELETE FROM"
                + " a; SELECT 1; END");
    assertThat(kinds(atomic.statements())).containsExactly("delete", "select");
    assertThat(atomic.returns()).isEqualTo("setof t");
    assertThat(atomic.volatility()).isEqualTo("immutable");
    assertThat(atomic.arguments()).containsExactly("double precision");
  }

  @Test
  void blocksInBlocksEndSomewhere() {
    String block = "DROP TABLE x";
    for (int i = 0; i < 30; i++) {
      block = "DO $q" + i + "$ BEGIN " + block + "; END $q" + i + "$";
    }
    String all = reader.read(block).get(0).operations().toString();
    assertThat(all).contains("nested too deeply");
  }

  private DoBlock block(String body) {
    return (DoBlock) reader.read("DO $do$ " + body + " $do$;").get(0).operations().get(0);
  }

  private CreateRoutine routine(String text) {
    List<Operation> operations = reader.read(text).get(0).operations();
    assertThat(operations).hasSize(1);
    return (CreateRoutine) operations.get(0);
  }

  private static List<String> kinds(List<Operation> operations) {
    return operations.stream().map(Operation::kind).toList();
  }
}
