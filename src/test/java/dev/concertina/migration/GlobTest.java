package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns mean what people expect of them. */
class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "db/post/**, db/post/a.sql, true",
    "db/post/**, db/post/x/a.sql, true",
    "**/post/**, post/a.sql, true",
    "**/post/**, a/b/post/c/d.sql, true",
    "**/post/**, a/bpost/c.sql, false",
    "db/V9*, db/V9__x.sql, true",
    "db/V9*, db/V9/x.sql, false",
    "db/V?__*, db/V1__x.sql, true",
    "services/billing, services/billing/a/b.sql, true",
    "services/billing/, services/billing/a/b.sql, true",
    "./services, services/a.sql, true",
    "services/bill, services/billing/a.sql, false",
    "., a/b.sql, true",
    "*.sql, a.sql, true",
    "*.sql, a/b.sql, false",
    "**/*.sql, b.sql, true",
    "audit_*, audit_log, true"
  })
  void matches(String glob, String path, boolean expected) {
    assertThat(Glob.matches(glob, path)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {db,sql}/*.sql       | db/a.sql    | true
          {db,sql}/*.sql       | sql/a.sql   | true
          {db,sql}/*.sql       | app/a.sql   | false
          {a,b{c,d}}.sql       | bd.sql      | true
          {a,b{c,d}}.sql       | b.sql       | false
          V{1,2}{,0}__*.sql    | V20__x.sql  | true
          V{1,2}{,0}__*.sql    | V2__x.sql   | true
          {audit,play}_log     | play_log    | true
          db/{a.sql            | db/{a.sql   | true
          """)
  void braces_are_alternatives(String glob, String path, boolean expected) {
    assertThat(Glob.matches(glob, path)).isEqualTo(expected);
  }

  @Test
  void many_braces_take_no_exponential_time() {
    assertThat(Glob.matches("{a,b}".repeat(60), "c".repeat(60))).isFalse();
  }

  @Test
  void many_stars_take_no_exponential_time() {
    assertThat(Glob.matches("*a".repeat(60) + "b", "a".repeat(400))).isFalse();
  }
}
