package dev.concertina.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Costs as measured; {@code EffectsTest} in {@code proof} holds whole effects to servers. */
class TypeChangeTest {

  private static final Schema SCHEMA =
      Sql.base(
          """
          CREATE DOMAIN plain AS varchar(10);
          CREATE DOMAIN strict AS integer CHECK (VALUE > 0);
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          varchar(10)     | varchar(20)     | FREE
          varchar(10)     | varchar(5)      | REWRITE
          varchar(10)     | text            | FREE
          text            | varchar         | FREE
          text            | varchar(50)     | REWRITE
          text            | citext          | INDEX_REBUILD
          char(5)         | char(6)         | REWRITE
          char(5)         | text            | REWRITE
          numeric(10, 2)  | numeric(12, 2)  | FREE
          numeric(10, 2)  | numeric(12, 4)  | REWRITE
          numeric(10, 2)  | numeric         | FREE
          numeric         | numeric(10, 2)  | REWRITE
          numeric(10)     | numeric(12, 0)  | FREE
          integer         | bigint          | REWRITE
          integer         | integer         | FREE
          integer         | oid             | INDEX_REBUILD
          timestamp(3)    | timestamp(6)    | FREE
          timestamp(3)    | timestamp       | FREE
          timestamp       | timestamp(3)    | REWRITE
          timestamp       | timestamptz     | REWRITE
          interval        | interval(3)     | REWRITE
          cidr            | inet            | FREE
          inet            | cidr            | REWRITE
          bit(4)          | varbit          | INDEX_REBUILD
          bit(4)          | varbit(8)       | REWRITE
          json            | jsonb           | REWRITE
          varchar(10)[]   | varchar(20)[]   | REWRITE
          plain           | varchar(20)     | REWRITE
          plain           | text            | FREE
          varchar(10)     | plain           | FREE
          integer         | strict          | REWRITE
          strict          | integer         | FREE
          geometry(1)     | geometry(2)     | REWRITE
          """)
  void costs(String from, String to, TypeChange.Cost cost) {
    assertThat(of(type(from), type(to), Session.fresh(true), 16).cost()).isEqualTo(cost);
  }

  @Test
  void timeZoneDecidesFromVersion12() {
    DataType from = DataType.of("timestamp");
    DataType to = DataType.of("timestamptz");
    Session utc = Session.fresh(true).with("timezone", "UTC");
    Session berlin = Session.fresh(true).with("timezone", "Europe/Berlin");
    assertThat(of(from, to, utc, 12).cost()).isEqualTo(TypeChange.Cost.INDEX_REBUILD);
    assertThat(of(from, to, utc, 11).cost()).isEqualTo(TypeChange.Cost.REWRITE);
    assertThat(of(from, to, berlin, 18).cost()).isEqualTo(TypeChange.Cost.REWRITE);
    assertThat(of(from, to, berlin, 18).reason())
        .isEqualTo(
            "timestamp to timestamptz is free only while the session's TimeZone is set to UTC");
  }

  @Test
  void saysWhy() {
    Session session = Session.fresh(true);
    assertThat(of(type("varchar(10)"), type("varchar(20)"), session, 18).reason())
        .isEqualTo("varchar(10) to varchar(20) is free");
    assertThat(of(null, type("bigint"), session, 18).reason())
        .isEqualTo("the old type is not known, so a rewrite is assumed");
    assertThat(of(type("integer"), type("strict"), session, 18).reason())
        .isEqualTo("the domain strict has a constraint");
  }

  private static TypeChange of(DataType from, DataType to, Session session, int version) {
    return TypeChange.of(from, to, new Moment(version, SCHEMA, session));
  }

  private static DataType type(String sql) {
    return ((Operation.AddColumn) Sql.operation("ALTER TABLE t ADD COLUMN c " + sql))
        .column()
        .type();
  }
}
