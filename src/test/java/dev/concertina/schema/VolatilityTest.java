package dev.concertina.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolatilityTest {

  private static final Schema SCHEMA =
      Sql.base(
          """
          CREATE FUNCTION app.code() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
          CREATE FUNCTION next_code() RETURNS int LANGUAGE sql AS 'SELECT 1';
          """);

  @ParameterizedTest
  @CsvSource({
    "now, STABLE",
    "pg_catalog.now, STABLE",
    "current_timestamp, STABLE",
    "lower, IMMUTABLE",
    "coalesce, IMMUTABLE",
    "random, VOLATILE",
    "gen_random_uuid, VOLATILE",
    "nextval, VOLATILE",
    "app.code, IMMUTABLE",
    "next_code, VOLATILE",
    "uuid_generate_v4, VOLATILE",
    "extensions.uuid_generate_v4, VOLATILE",
    "my_id, UNKNOWN",
    "other.now, UNKNOWN"
  })
  void knows(String function, Volatility volatility) {
    assertThat(Volatility.of(function, SCHEMA)).isEqualTo(volatility);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          now()                     |
          'x'                       |
          lower('X')                |
          gen_random_uuid()         | gen_random_uuid() is volatile
          my_id()                   | my_id() is not known to be stable
          my_id() + random()        | random() is volatile
          """)
  void saysWhyADefaultIsComputedForEveryRow(String value, String reason) {
    Operation.AddColumn added =
        (Operation.AddColumn) Sql.operation("ALTER TABLE t ADD COLUMN c text DEFAULT " + value);
    assertThat(Volatility.perRow(added.column().defaultValue(), SCHEMA)).isEqualTo(reason);
  }
}
