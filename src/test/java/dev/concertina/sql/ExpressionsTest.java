package dev.concertina.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Expression;
import dev.concertina.schema.Expression.Operator;
import dev.concertina.schema.Name;
import dev.concertina.schema.Query;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

  private final Expressions expressions = new Expressions(SqlSyntax.POSTGRESQL, Limits.DEFAULT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "-1",
        "'x'::character varying(3)",
        "true",
        "ARRAY[]::text[]",
        "'{}'::jsonb",
        "interval '1 day' * 3",
        "date '2020-01-01'",
        "E'it\\'s'",
        "cast('1' as int)",
        "1 + 2 * (3)",
      })
  void constants(String text) {
    Expression.Detail detail = expressions.expression(text);
    assertThat(detail.understood()).isTrue();
    assertThat(detail.constant()).isTrue();
    assertThat(detail.nullLiteral()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NULL", "null::text", "((NULL))", "NULL::character varying(3)[]"})
  void nulls(String text) {
    assertThat(expressions.expression(text).nullLiteral()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "now() | now",
        "pg_catalog.now() AT TIME ZONE 'utc' | now",
        "CURRENT_TIMESTAMP(3) | current_timestamp",
        "nextval('s'::regclass) | nextval",
        "app.next_id() | app.next_id",
        "extract(epoch from now()) | extract,now",
        "coalesce(gen_random_uuid()::text, '') | coalesce,gen_random_uuid",
      })
  void functions(String text, String names) {
    Expression.Detail detail = expressions.expression(text);
    assertThat(detail.constant()).isFalse();
    assertThat(detail.columns()).isEmpty();
    assertThat(detail.functions()).containsExactlyInAnyOrder(names.split(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A.b + \"C\" | b,C",
        "CASE WHEN a IS NULL THEN 1 ELSE b END | a,b",
        "substring(x from 1 for 2) | x",
        "lower(trim(both from x)) | x",
        "(SELECT max(b) FROM t WHERE t.id = x.id) | b,id",
        "a COLLATE \"C\" = b | a,b",
        "x::date IS NOT DISTINCT FROM y | x,y",
        "sum(x) OVER (PARTITION BY y) | x,y",
      })
  void columns(String text, String names) {
    Expression.Detail detail = expressions.expression(text);
    assertThat(detail.understood()).isTrue();
    assertThat(detail.constant()).isFalse();
    assertThat(detail.columns()).containsExactlyInAnyOrder(names.split(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a IS NOT NULL | a | IS_NOT_NULL | []",
        "NOT (t.a IS NULL) | a | IS_NOT_NULL | []",
        "a NOTNULL | a | IS_NOT_NULL | []",
        "a IS NULL | a | IS_NULL | []",
        "a = 5 | a | EQUAL | [5]",
        "5 < a | a | GREATER | [5]",
        "a <= now() - interval '1 day' | a | LESS_OR_EQUAL | []",
        "a IN ('x', 'y') | a | IN | ['x', 'y']",
        "(a)::text = ANY ((ARRAY['x'::text, 'y'::text])::text[]) | a | IN | ['x', 'y']",
        "true |  | TRUE | []",
        "1 = 1 |  | TRUE | []",
        "a = 1 OR b = 2 |  | OTHER | []",
        "a = 1 IS NOT TRUE |  | OTHER | []",
        "NOT a = 1 |  | OTHER | []",
        "a NOT IN (1) |  | OTHER | []",
      })
  void conjuncts(String text, String column, Operator operator, String values) {
    // CSV takes the quotes of a value for its own.
    Expression.Detail detail = expressions.expression(text);
    assertThat(detail.conjuncts())
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.column()).isEqualTo(column);
              assertThat(c.operator()).isEqualTo(operator);
              assertThat(c.values().toString()).isEqualTo(values);
            });
  }

  @Test
  void conjunctionsAreCutAtEveryDepth() {
    Expression.Detail detail =
        expressions.expression("(a > 1 AND (b IS NOT NULL)) AND c BETWEEN 1 AND 5 AND d");
    assertThat(detail.conjuncts())
        .extracting(Expression.Conjunct::operator)
        .containsExactly(
            Operator.GREATER,
            Operator.IS_NOT_NULL,
            Operator.GREATER_OR_EQUAL,
            Operator.LESS_OR_EQUAL,
            Operator.OTHER);
    assertThat(detail.impliesNotNull("b")).isTrue();
    assertThat(detail.isBareNotNull()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "f(", ")", "${x}", "'open", "a +", "1 1", "\0"})
  void whatCantBeReadIsUnknown(String text) {
    assertThat(expressions.expression(text)).isEqualTo(Expression.Detail.UNKNOWN);
  }

  @Test
  void whatIsBeyondTheLimitsIsUnknownAndNotSlow() {
    Expressions strict =
        new Expressions(SqlSyntax.POSTGRESQL, new Limits(100, 10, Duration.ofMillis(50), 1_000));
    String deep = "(SELECT ".repeat(20) + "1" + ")".repeat(20);
    assertThat(strict.expression(deep)).isEqualTo(Expression.Detail.UNKNOWN);
    assertThat(strict.query("SELECT " + "a, ".repeat(50) + "b")).isEqualTo(Query.Detail.UNKNOWN);
  }

  @Test
  void queries() {
    Query.Detail detail =
        expressions.query(
            "SELECT a, b AS c, t.*, lower(x), 1, y::text, \"Q\" FROM s.t WHERE z > now()");
    assertThat(detail.tables()).containsExactly(new Name("s", "t"));
    assertThat(detail.functions()).containsExactlyInAnyOrder("lower", "now");
    assertThat(detail.outputs()).containsExactly("a", "c", "*", "lower", "?", "y", "Q");
    assertThat(detail.onlyTable()).isEqualTo(new Name("s", "t"));
    assertThat(detail.guarded()).isFalse();
  }

  @Test
  void quotedNamesKeepTheirDots() {
    Query.Detail detail =
        expressions.query("SELECT x.\"c.d\" FROM \"a.b\" x JOIN s.\"e.f\" ON f(U&\"g\\002eh\")");
    assertThat(detail.tables()).containsExactlyInAnyOrder(Name.of("a.b"), new Name("s", "e.f"));
    assertThat(detail.outputs()).containsExactly("c.d");
  }

  @Test
  void commonTableExpressionsAreNoTables() {
    Query.Detail detail =
        expressions.query("WITH x AS (SELECT 1 FROM y) SELECT * FROM x JOIN public.z ON true");
    assertThat(detail.tables()).containsExactlyInAnyOrder(Name.of("y"), Name.of("z"));
    assertThat(detail.onlyTable()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM t)",
        "SELECT a FROM t EXCEPT SELECT a FROM u",
        "SELECT a FROM t LEFT JOIN u USING (a) WHERE u.a IS NULL",
        "SELECT a FROM t WHERE a NOT IN (SELECT a FROM u)",
      })
  void guards(String query) {
    assertThat(expressions.query(query).guarded()).isTrue();
  }
}
