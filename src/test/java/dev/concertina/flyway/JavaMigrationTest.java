package dev.concertina.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Program;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a migration in Java sends. */
class JavaMigrationTest {

  private static final String NOT_ANALYSED = "not analysed";

  /**
   * @param code the body of {@code migrate}, or the members of the class
   * @param sent the statements, a line each
   */
  record Case(String code, String sent) {}

  private static Case sends(String code, String sent) {
    return new Case(code, sent);
  }

  static List<Case> cases() {
    return List.of(
        sends("s.execute(\"DROP TABLE audio\");", "DROP TABLE audio"),
        sends("s.executeUpdate(\"DROP TABLE audio\");", "DROP TABLE audio"),
        sends("s.executeQuery(\"SELECT 1\");", "SELECT 1"),
        sends("s.addBatch(\"DROP TABLE a\"); s.executeBatch();", "DROP TABLE a"),
        sends(
            "try (var s = context.getConnection().createStatement()) { s.execute(\"DROP TABLE a\"); }",
            "DROP TABLE a"),
        sends(
            "context.getConnection().createStatement().execute(\"DROP TABLE a\");", "DROP TABLE a"),
        sends(
            "var p = context.getConnection().prepareStatement(\"DELETE FROM a WHERE id = ?\");"
                + " p.setLong(1, 7); p.executeUpdate();",
            "DELETE FROM a WHERE id = ?"),
        sends("s.execute(\"DROP TABLE a; DROP TABLE b\");", "DROP TABLE a\nDROP TABLE b"),
        sends("String sql = \"DROP TABLE a\"; s.execute(sql);", "DROP TABLE a"),
        sends("s.execute(\"DROP \" + \"TABLE a\");", "DROP TABLE a"),
        sends("final String t = \"a\"; s.execute(\"DROP TABLE \" + t);", "DROP TABLE a"),
        sends("s.execute(\"\"\"\n    DROP TABLE a\n    \"\"\");", "DROP TABLE a"),
        sends("s.execute(\"DROP TABLE \\\"a\\\"\");", "DROP TABLE \"a\""),
        sends("s.execute((\"DROP TABLE a\"));", "DROP TABLE a"),
        sends("String sql = \"x\"; sql = name(); s.execute(sql);", NOT_ANALYSED),
        sends("s.execute(\"DROP TABLE \" + name);", NOT_ANALYSED),
        sends("s.execute(String.format(\"DROP TABLE %s\", name));", NOT_ANALYSED),
        sends(
            "new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true))"
                + ".execute(\"DROP TABLE a\");",
            "DROP TABLE a"),
        sends(
            "jdbc.update(\"UPDATE a SET b = 1 WHERE id = ?\", 7);",
            "UPDATE a SET b = 1 WHERE id = ?"),
        sends(
            "jdbc.queryForObject(\"SELECT count(*) FROM a\", Long.class);",
            "SELECT count(*) FROM a"),
        sends("JdbcClient.create(d).sql(\"DROP TABLE a\").update();", "DROP TABLE a"),
        sends("digest.update(bytes);", ""),
        sends("executor.execute(() -> run());", ""),
        sends("if (exists(c)) { s.execute(\"DROP TABLE a\"); }", "DROP TABLE a"),
        sends("log.info(\"DROP TABLE a\");", ""),
        sends("execute(\"DROP TABLE a\");", ""),
        sends(
            "drop(s); } private void drop(Statement s) { s.execute(\"DROP TABLE a\");",
            "DROP TABLE a"),
        sends(
            "this.drop(s); } void drop(Statement s) { s.execute(SQL); }"
                + " private static final String SQL = \"DROP TABLE a\"; void none() {",
            "DROP TABLE a"),
        sends(
            "drop(s, \"DROP TABLE a\"); } void drop(Statement s, String sql) { s.execute(sql);",
            "DROP TABLE a"),
        sends(
            "String q = \"DROP TABLE a\"; if (x) { q = \"DROP TABLE b\"; } s.execute(q);",
            NOT_ANALYSED),
        sends("again(); } void again() { s.execute(\"DROP TABLE a\"); again();", "DROP TABLE a"),
        sends(
            "s.execute(\"CREATE INDEX CONCURRENTLY i ON a (b)\");",
            "CREATE INDEX CONCURRENTLY i ON a (b)"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sends_what_it_hands_to_jdbc(Case c) {
    Program program = read(c.code());
    assertThat(program.transactional()).isTrue();
    assertThat(
            program.statements().stream()
                .map(s -> isRead(s) ? s.sql().strip() : NOT_ANALYSED)
                .collect(Collectors.joining("\n")))
        .isEqualTo(c.sent());
  }

  private static boolean isRead(Statement statement) {
    return statement.operations().stream().noneMatch(o -> o instanceof Operation.NotAnalysed);
  }

  @Test
  void sql_stands_where_it_is_written() {
    String text =
        java("s.execute(\"DROP TABLE audio\");\n s.execute(\"\"\"\n   DROP TABLE b\"\"\");");
    List<Statement> statements = read(text, 0).statements();
    assertThat(statements).hasSize(2);
    for (Statement statement : statements) {
      assertThat(text.substring(statement.span().start(), statement.span().end()))
          .isEqualTo(statement.sql())
          .startsWith("DROP TABLE ");
    }
  }

  @Test
  void what_is_sent_in_a_loop_is_a_change_of_many_rows() {
    Program program =
        read(
            "var rows = s.executeQuery(\"SELECT id FROM a\"); while (rows.next()) {"
                + " jdbc.update(\"UPDATE a SET b = ? WHERE id = ?\", f(rows), rows.getLong(1)); }");
    assertThat(program.statements()).hasSize(2);
    assertThat(program.statements().get(1).operations().get(0))
        .isInstanceOfSatisfying(
            Operation.RunCode.class,
            code -> {
              assertThat(code.loops()).isTrue();
              assertThat(code.body()).singleElement().isInstanceOf(Operation.Update.class);
            });
  }

  @Test
  void what_is_done_for_every_row_of_a_query_is_a_loop() {
    Program program =
        read(
            "jdbc.query(\"SELECT id FROM a\", r -> { jdbc.update(\"DELETE FROM a WHERE id = ?\", 1); });");
    assertThat(program.statements().get(1).operations().get(0))
        .isInstanceOf(Operation.RunCode.class);
  }

  @Test
  void a_class_may_ask_for_no_transaction() {
    String text =
        java("s.execute(\"CREATE INDEX CONCURRENTLY i ON a (b)\");")
            .replace(
                "class V2__X extends BaseJavaMigration {",
                "class V2__X extends BaseJavaMigration {\n"
                    + "public boolean canExecuteInTransaction() { return false; }");
    assertThat(read(text, 0).transactional()).isFalse();
  }

  @Test
  void comments_of_the_file_go_with_their_statements() {
    Program program =
        read(
            "\n// concertina: allow any/dropped-table because unread\ns.execute(\"DROP TABLE a\");");
    assertThat(program.statements().get(0).comments())
        .extracting(Statement.Comment::text)
        .containsExactly("concertina: allow any/dropped-table because unread");
  }

  @Test
  void what_is_no_migration_is_said() {
    for (String text : List.of("", "class A {", "class V1__A { void go() {} }", "\0{{{")) {
      assertThat(read(text, 0).statements())
          .isNotEmpty()
          .allMatch(s -> s.operations().get(0) instanceof Operation.NotAnalysed);
    }
  }

  private static Program read(String body) {
    return read(java(body), 0);
  }

  private static String java(String body) {
    return "package db.migration;\n\npublic class V2__X extends BaseJavaMigration {\n"
        + "  @Override\n  public void migrate(Context context) throws Exception {\n    "
        + body
        + "\n  }\n}\n";
  }

  private static Program read(String text, int index) {
    return JavaMigration.read(new SqlReader(SqlSyntax.POSTGRESQL), text).get(index);
  }
}
