package dev.concertina.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.NotAnalysed;
import dev.concertina.schema.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Mutates real statements. Longer by {@code -Dconcertina.fuzz.seconds=600}, another run by {@code
 * -Dconcertina.fuzz.seed=…}; a failure names the seed and the text.
 */
@org.junit.jupiter.api.condition.EnabledIfSystemProperty(
    named = "concertina.fuzz.seconds",
    matches = "\\d+")
class SqlReaderFuzzTest {

  private static final long SEED = Long.getLong("concertina.fuzz.seed", 20_261_123L);
  private static final long SECONDS = Long.getLong("concertina.fuzz.seconds", 3L);

  private static final List<String> STATEMENTS =
      List.of(
          "CREATE TABLE a (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n varchar(30) DEFAULT"
              + " 'x' NOT NULL, CHECK (n <> ''), FOREIGN KEY (n) REFERENCES b (id) ON DELETE SET"
              + " NULL) PARTITION BY RANGE (n)",
          "ALTER TABLE ONLY s.\"T\" ADD COLUMN a int DEFAULT now() NOT NULL, DROP COLUMN b CASCADE,"
              + " ALTER c TYPE text USING c::text, ADD CONSTRAINT d CHECK (e IS NOT NULL) NOT VALID",
          "CREATE UNIQUE INDEX CONCURRENTLY i ON t USING gin (lower(a), b DESC) INCLUDE (c) WHERE d",
          "DO $do$ DECLARE r record; BEGIN FOR r IN SELECT * FROM t LOOP UPDATE t SET a = 1; EXECUTE"
              + " 'DROP TABLE ''x'''; COMMIT; END LOOP; EXCEPTION WHEN others THEN NULL; END $do$",
          "CREATE OR REPLACE FUNCTION f(a int, OUT b text) RETURNS trigger LANGUAGE plpgsql AS $$"
              + " BEGIN IF a THEN RETURN NEW; END IF; END $$",
          "CREATE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (1), (2); DELETE FROM t; END",
          "WITH x AS (DELETE FROM a USING b WHERE a.i = b.i RETURNING *) INSERT INTO c (d) SELECT e"
              + " FROM x ON CONFLICT (d) DO UPDATE SET d = excluded.d",
          "UPDATE t AS u SET (a, b) = (1, 2), c = E'it\\'s' FROM v WHERE u.a IN (1, 2) RETURNING *",
          "CREATE RULE r AS ON INSERT TO t DO INSTEAD (DELETE FROM a; UPDATE b SET c = 1)",
          "CREATE TRIGGER g BEFORE INSERT OR UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f()",
          "CREATE MATERIALIZED VIEW v (a) AS SELECT count(*) FROM t GROUP BY b WITH NO DATA",
          "CREATE TYPE e AS ENUM ('a', 'b'); ALTER TYPE e ADD VALUE IF NOT EXISTS 'c' BEFORE 'b'",
          "CREATE DOMAIN d AS numeric(3, 2)[] DEFAULT 1 NOT NULL CHECK (VALUE > 0)",
          "COPY t (a) FROM stdin;\n1\t2\n\\.\nSELECT set_config('lock_timeout', '5s', true)",
          "GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA s TO a, b; COMMENT ON COLUMN s.t.c IS 'x'",
          "SET LOCAL search_path TO a, \"B\"; LOCK TABLE a, b IN SHARE ROW EXCLUSIVE MODE NOWAIT",
          "ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (1, MINVALUE) TO (2, MAXVALUE)",
          "/* a /* b */ */ SELECT U&'d\\0061t', $1, 'a'\n'b', 1.5e-3, a[1:2] -- c\r\nFOR UPDATE",
          "\\connect db\nVACUUM (FULL, ANALYZE) a (b); REINDEX TABLE CONCURRENTLY c; CLUSTER d USING e");

  private static final List<String> SPICE =
      List.of(
          "'",
          "\"",
          "$$",
          "$x$",
          "/*",
          "*/",
          "--",
          "(",
          ")",
          "[",
          "]",
          ";",
          ",",
          ".",
          "::",
          "\\",
          "\0",
          "\r",
          "\n",
          "\r\n",
          "\uFEFF",
          "é",
          "😀",
          "\uD83D",
          "E'",
          "U&\"",
          "${",
          "{{",
          "not",
          "null",
          "as",
          "begin",
          "end",
          "case",
          "atomic",
          "if",
          "loop",
          "with",
          "select",
          "on",
          "from",
          "to",
          "execute",
          "default",
          "check",
          "constraint",
          "using",
          "for",
          "values");

  @Test
  void mutatedStatementsAreReadOrReported() {
    List<String> statements = new ArrayList<>(STATEMENTS);
    statements.addAll(corpus());
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    for (long seed = SEED; System.nanoTime() < end; seed++) {
      String text = mutate(statements, new Random(seed));
      try {
        check(SqlSyntax.POSTGRESQL, text);
        check(SqlSyntax.MYSQL, text);
      } catch (RuntimeException | AssertionError | StackOverflowError failure) {
        throw new AssertionError("seed " + seed + ", text: " + text, failure);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> hugeAndDeepTextsAreReadInTime() {
    return Stream.of(
            "SELECT " + "(".repeat(5000) + "1" + ")".repeat(5000),
            "ALTER TABLE t ADD CHECK (" + "(a = 1 AND ".repeat(5000) + "b" + ")".repeat(5001),
            "UPDATE t SET a = " + "case when a then ".repeat(5000) + "1" + " end".repeat(5000),
            "UPDATE t SET a = " + "(select ".repeat(5000) + "1" + ")".repeat(5000),
            "UPDATE t SET a = " + "cast((".repeat(5000) + "1" + ") as int)".repeat(5000),
            "WITH " + "a as (with ".repeat(5000) + "b as (delete from t) select 1",
            "/*".repeat(200_000) + "*/".repeat(200_000) + "SELECT 1",
            "INSERT INTO t VALUES " + "(1, 'abcdefghij'), ".repeat(250_000) + "(1, 2)",
            "INSERT INTO t VALUES ('" + "a''b".repeat(1_250_000) + "')",
            "ALTER TABLE t DROP COLUMN a;\n".repeat(10_000),
            "x ~ ( ] $$ ".repeat(450_000),
            "${".repeat(1_000_000),
            "$a$ $b$ $".repeat(500_000),
            "'\n".repeat(1_000_000),
            "CREATE RULE x AS ON UPDATE TO t DO (; ".repeat(20_000),
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC ; ".repeat(20_000),
            "COPY t FROM stdin;\n1\t2\n".repeat(20_000),
            "ALTER TABLE t ADD CHECK (a = 1, ".repeat(20_000),
            "DO $$ BEGIN "
                + "UPDATE t SET a = 1; IF x THEN y := 1; END IF; ".repeat(20_000)
                + "END $$")
        .map(
            text ->
                DynamicTest.dynamicTest(
                    text.substring(0, 30).replace('\n', ' ') + "… " + text.length(),
                    () ->
                        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                            Duration.ofSeconds(20), () -> check(SqlSyntax.POSTGRESQL, text))));
  }

  private static void check(SqlSyntax syntax, String text) {
    List<Statement> statements = new SqlReader(syntax).read(text);
    int last = 0;
    for (Statement statement : statements) {
      Span span = statement.span();
      assertThat(span.start()).isGreaterThanOrEqualTo(last);
      assertThat(span.end()).isBetween(span.start() + 1, text.length());
      assertThat(statement.text()).isEqualTo(text.substring(span.start(), span.end()));
      assertThat(statement.operations()).isNotEmpty();
      last = span.end();
      for (Operation operation : statement.operations()) {
        check(operation, span);
      }
      for (Statement.Comment comment : statement.comments()) {
        assertThat(comment.span().end()).isLessThanOrEqualTo(text.length());
      }
    }
    if (statements.isEmpty()) {
      assertThat(Script.split(Lexer.lex(Source.of(text, null), 0, text.length(), syntax)))
          .as("no statement is lost")
          .isEmpty();
    }
  }

  private static void check(Operation operation, Span statement) {
    Span span = operation.span();
    assertThat(statement.contains(span)).as("%s inside %s", operation, statement).isTrue();
    assertThat(span.endLine()).isGreaterThanOrEqualTo(span.line());
    assertThat(span.column()).isPositive();
    if (operation instanceof NotAnalysed notAnalysed) {
      assertThat(notAnalysed.reason()).isNotBlank();
    }
    details(operation);
    for (Operation inner : operation.body()) {
      check(inner, statement);
    }
    if (operation instanceof Operation.CreateRoutine routine) {
      routine.statements().forEach(inner -> check(inner, statement));
    }
  }

  private static void details(Operation operation) {
    switch (operation) {
      case Operation.Select select -> select.query().detail();
      case Operation.CreateView view -> view.query().detail();
      case Operation.Update update -> {
        update.assignments().forEach(a -> a.value().detail());
        if (update.where() != null) {
          update.where().detail();
        }
      }
      case Operation.AddConstraint added -> added.constraint().columns();
      case Operation.AddColumn added -> added.column().fillsItself();
      case Operation.CreateIndex index -> {
        if (index.where() != null) {
          index.where().detail();
        }
      }
      default -> {}
    }
  }

  private static String mutate(List<String> statements, Random random) {
    StringBuilder text = new StringBuilder();
    int parts = 1 + random.nextInt(3);
    for (int i = 0; i < parts; i++) {
      text.append(statements.get(random.nextInt(statements.size()))).append(";\n");
    }
    int changes = random.nextInt(6);
    for (int i = 0; i < changes && !text.isEmpty(); i++) {
      int at = random.nextInt(text.length());
      int length = Math.min(random.nextInt(20), text.length() - at);
      switch (random.nextInt(6)) {
        case 0 -> text.delete(at, at + length);
        case 1 -> text.insert(at, SPICE.get(random.nextInt(SPICE.size())));
        case 2 -> text.insert(at, " " + SPICE.get(random.nextInt(SPICE.size())) + " ");
        case 3 -> text.insert(at, text.substring(at, at + length));
        case 4 -> text.setLength(at);
        default -> text.setCharAt(at, (char) random.nextInt(128));
      }
    }
    return text.toString();
  }

  /** The statements that the grammar test compares, where they are there. */
  private static List<String> corpus() {
    Path folder = Path.of("src/test/resources/oracle");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> statements = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        new SqlReader(SqlSyntax.POSTGRESQL)
            .read(Files.readString(file))
            .forEach(s -> statements.add(s.text()));
      }
      return statements;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
