package dev.concertina.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every line of the dialect says something that is measured. */
class DialectLinesTest {

  /** About majors of which there are no binaries. */
  private static final List<String> OF_OLDER_MAJORS =
      List.of(
          "PostgresColumns: ? \"before PostgreSQL 11 a column with a default is written to every row\"",
          "PostgresColumns: footprint.refuse(\"generated columns exist from PostgreSQL 12 on\");",
          "PostgresColumns: footprint.refuse(\"DROP EXPRESSION exists from PostgreSQL 13 on\");",
          "PostgresIndexes: footprint.refuse(\"REINDEX CONCURRENTLY exists from PostgreSQL 12 on\");",
          "PostgresTypes: ? Effect.NONE.refused(");

  /** About what no server takes: an exclusion constraint in ADD COLUMN, INHERIT of nothing. */
  private static final List<String> OF_WHAT_CANNOT_BE =
      List.of(
          "PostgresConstraints: case Constraint.Exclusion key -> moment.build(footprint.because(building(key)), table);",
          "PostgresConstraints: default -> \"EXCLUDE\";",
          "PostgresConstraints: case Constraint.NotNull notNull -> {}",
          "PostgresTableOptions: ? footprint.effect()");

  /** About no effect. */
  private static final List<String> OF_THE_DIALECT_ITSELF =
      List.of("Postgres: return \"postgresql\";", "Postgres: return version;");

  /** About what no SQL says: the code of a migration, and what it tells its framework alone. */
  private static final List<String> OF_PROGRAMS =
      List.of(
          "Postgres: case Operation.RunCode o -> all(o.body(), before, session, followed);",
          "Postgres: case Operation.OneWay o -> Effect.NONE;",
          "Postgres: case Operation.ForgetColumn o -> Effect.NONE;",
          "Postgres: case Operation.ForgetTable o -> Effect.NONE;");

  @Test
  void everyLineIsReachedByACase() throws Exception {
    List<String> beyond = new ArrayList<>(OF_OLDER_MAJORS);
    beyond.addAll(OF_WHAT_CANNOT_BE);
    beyond.addAll(OF_THE_DIALECT_ITSELF);
    beyond.addAll(OF_PROGRAMS);
    assertThat(
            Unreached.lines(
                Predictions.class,
                "dev/concertina/schema",
                name -> name.startsWith("Postgres") || name.matches("(Moment|Footprint).*")))
        .containsExactlyInAnyOrderElementsOf(beyond);
  }

  /** Asks the dialect about every case on every major. */
  public static final class Predictions implements Runnable {
    @Override
    public void run() {
      for (EffectCases subject : EffectCases.all()) {
        for (EffectCase given : subject.cases()) {
          Majors.every()
              .filter(major -> major >= given.from())
              .forEach(major -> Prediction.of(given, major));
        }
      }
    }
  }
}
