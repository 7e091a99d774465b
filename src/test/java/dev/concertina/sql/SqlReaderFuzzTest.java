package dev.concertina.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.fuzz.Fuzz;
import dev.concertina.fuzz.Mutations;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.NotAnalysed;
import dev.concertina.schema.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever text it is given, the reader ends, and says what each of its statements does. */
class SqlReaderFuzzTest {

  private static final Mutations MUTATIONS = new Mutations();

  @Test
  void mutatedStatementsAreReadOrReported() {
    Fuzz.seeds(
        20_000,
        seed -> MUTATIONS.script(new Random(seed)),
        text -> {
          check(SqlSyntax.POSTGRESQL, text);
          check(SqlSyntax.MYSQL, text);
        });
  }

  @Test
  void everyBeginningOfAStatementIsReadOrReported() {
    List<String> beginnings = new ArrayList<>();
    for (String statement : MUTATIONS.statements()) {
      Tokens tokens = LexerTest.lex(statement);
      int most = Math.min(tokens.size(), 60);
      for (int i = 1; i < most; i++) {
        beginnings.add(statement.substring(0, tokens.end(i - 1)));
      }
    }
    Fuzz.all(beginnings, text -> check(SqlSyntax.POSTGRESQL, text));
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
            "${".repeat(200_000),
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
                            Duration.ofSeconds(120), () -> check(SqlSyntax.POSTGRESQL, text))));
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
    assertNothingIsLost(syntax, text, statements);
  }

  private static void assertNothingIsLost(
      SqlSyntax syntax, String text, List<Statement> statements) {
    Tokens tokens = Lexer.lex(Source.of(text, null), 0, text.length(), syntax);
    int next = 0;
    for (int i = 0; i < tokens.size(); i++) {
      int start = tokens.start(i);
      while (next < statements.size() && statements.get(next).span().end() <= start) {
        next++;
      }
      boolean read = next < statements.size() && statements.get(next).span().start() <= start;
      boolean between = tokens.kind(i) == TokenKind.SEMICOLON || tokens.kind(i) == TokenKind.DATA;
      assertThat(read || between).as("\"%s\" belongs to a statement", tokens.text(i)).isTrue();
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
}
