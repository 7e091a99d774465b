package dev.concertina.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A call does what the routine does, however many routines lie between. */
class CalledRoutinesTest {

  private static final String AUDIO = "CREATE TABLE audio (id bigint PRIMARY KEY, length int);\n";
  private final Dialect postgres = new Postgres(16);

  private Effect called(String routines) {
    return postgres.effect(
        new Operation.CallRoutine(Name.of("f1"), List.of(), Sql.operation("DROP TABLE t").span()),
        Sql.base(AUDIO + routines),
        new Session(true, Map.of()));
  }

  @Test
  void at_the_end_of_a_long_chain() {
    StringBuilder chain = new StringBuilder();
    for (int i = 1; i < 30; i++) {
      chain.append("CREATE FUNCTION f" + i + "() RETURNS void LANGUAGE sql AS 'SELECT f");
      chain.append(i + 1).append("()';\n");
    }
    chain.append("CREATE FUNCTION f30() RETURNS void LANGUAGE sql AS 'DROP TABLE audio';\n");
    assertThat(called(chain.toString()).lockOn(Name.of("audio"))).isEqualTo(Lock.ACCESS_EXCLUSIVE);
  }

  @Test
  void of_itself_and_of_one_another() {
    String routines =
        """
        CREATE FUNCTION f1() RETURNS void LANGUAGE sql AS 'SELECT f2(); SELECT f1()';
        CREATE FUNCTION f2() RETURNS void LANGUAGE sql AS 'SELECT f1(); TRUNCATE audio';
        """;
    assertThat(called(routines).lockOn(Name.of("audio"))).isEqualTo(Lock.ACCESS_EXCLUSIVE);
  }
}
