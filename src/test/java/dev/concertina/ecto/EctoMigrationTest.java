package dev.concertina.ecto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Program;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EctoMigrationTest {

  private static final String NOT_ANALYSED = "not analysed";
  private static final SqlReader READER = new SqlReader(SqlSyntax.POSTGRESQL);

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      textBlock =
          """
          execute \"""§    DROP TABLE a§    \""" | DROP TABLE a
          execute ~S\"""§    DROP TABLE a§    \""" | DROP TABLE a
          execute "DROP #{"TABLE"} a" | DROP TABLE a
          execute @kept | DROP TABLE kept
          execute(sql()) | DROP TABLE own
          execute(&run/0, &run/0) | DROP TABLE run
          execute(sql("x")) | DROP TABLE x
          execute "DROP TABLE #{t}" | not analysed
          execute(File.read!("a.sql")) | not analysed
          execute_file("a.sql") | not analysed
          drop table(t) | not analysed
          alter table(:a) do remove c; remove :d end | not analysed;ALTER TABLE "a" DROP COLUMN "d"
          alter table(:a) do add :c, App.Kind.type(), null: false end | ALTER TABLE "a" ADD COLUMN "c" "Kind" NOT NULL
          alter table(:a) do add :c, kind(x) end | not analysed
          alter table(:a) do add :c, :string, opts end | not analysed
          alter table(:a) do add :c, :integer, default: unknown() end | ALTER TABLE "a" ADD COLUMN "c" integer DEFAULT "computed"()
          alter table(:a) do stuff() end | ALTER TABLE "a" ADD COLUMN "s" text
          alter table(:a) do for c <- columns(), do: add(c, :text) end | not analysed
          alter table(:a) do remove :b; for c <- columns(), do: add(c, :text) end; for t <- tables(), do: drop(table(:t)) | not analysed;ALTER TABLE "a" DROP COLUMN "b";loop
          create index(:a, columns) | not analysed
          for %{table: t, columns: cs} <- [%{table: :a, columns: [:b, :c]}], c <- cs do alter table(t) do remove c end end | ALTER TABLE "a" DROP COLUMN "b";ALTER TABLE "a" DROP COLUMN "c"
          execute(Enum.map_join([:a, :b], "; ", fn t -> "DROP TABLE #{t}" end)) | DROP TABLE a;DROP TABLE b
          execute("DROP TABLE " <> Enum.join(["a", "b"], ", ")) | DROP TABLE a, b
          execute(drops([:a, :b])) | DROP TABLE a, b
          execute("DROP INDEX #{how(:b)}i"); execute("DROP INDEX #{how(:a)}j") | DROP INDEX CONCURRENTLY i;DROP INDEX j
          execute("DROP INDEX #{how(t)}i") | not analysed
          execute(String.replace("DROP TABLE x", "x", "y")) | DROP TABLE y
          add :a, :text | not analysed
          execute(Enum.join(names, ", ")) | not analysed
          drop_own(:a) | DROP TABLE "a"
          drop_own(:b) | DROP TABLE "other"
          drop_own(t) | DROP TABLE "a";DROP TABLE "other"
          Other.change() | not analysed
          import Other; other(:a) | not analysed
          Oban.Migrations.up(version: 11) | not analysed
          Logger.info("DROP TABLE a") | ''
          if exists?() do drop table(:a) end | DROP TABLE "a"
          if direction() == :down, do: drop(table(:a)) | ''
          case repo().__adapter__() do Ecto.Adapters.MyXQL -> drop(table(:a)); _ -> drop(table(:b)) end | DROP TABLE "b"
          if repo().__adapter__() != Ecto.Adapters.Postgres, do: drop(table(:a)) | ''
          cond do direction() == :up -> drop table(:a) end | DROP TABLE "a"
          repo().update_all(User, set: [a: 1]) | UPDATE "users" AS u0 SET "a" = 1
          App.Repo.update_all(Other, set: [a: 1]) | not analysed
          repo().update_all(query, set: [a: 1]) | not analysed
          repo().insert!(%User{a: 1}) | not analysed
          repo().all(User) | ''
          query = from(u in "users", where: u.id == ^id); repo().delete_all(query) | DELETE FROM "users" AS u0 WHERE (u0."id" = "computed"())
          repo().update_all(from(u in User, join: o in "orgs", on: true), set: [a: 1]) | UPDATE "users" AS u0 SET "a" = 1 WHERE "computed"() AND "computed"()
          create table(:a, prefix: prefix()) do end | CREATE TABLE "a" ("id" bigserial, PRIMARY KEY ("id"))
          create table(:a, prefix: tenant) do end | not analysed
          create table(:a, modifiers: "UNLOGGED") do end | CREATE UNLOGGED TABLE "a" ("id" bigserial, PRIMARY KEY ("id"))
          create_if_not_exists index(:a, [:b], concurrently: true) | CREATE INDEX CONCURRENTLY IF NOT EXISTS "a_b_index" ON "a" ("b")
          """)
  void follows_the_code(String body, String sent) {
    assertThat(sent(read(body.replace('§', '\n'), RepoSettings.DEFAULT))).isEqualTo(sent);
  }

  private static String sent(List<Statement> statements) {
    return String.join(
        ";",
        statements.stream()
            .map(
                s ->
                    switch (s.operations().get(0)) {
                      case Operation.NotAnalysed unread -> NOT_ANALYSED;
                      case Operation.RunCode code -> "loop";
                      default -> s.sql().strip();
                    })
            .toList());
  }

  @Test
  void rows_that_are_gone_through_are_changed_in_a_loop() {
    for (String body :
        List.of(
            "for r <- repo().all(q), do: repo().query!(\"UPDATE a SET b = 1 WHERE id = $1\", [r.id])",
            "repo().all(q) |> Enum.each(fn r -> repo().update_all(\"a\", set: [b: r.b]) end)",
            "Enum.each(rows, fn r -> execute(\"UPDATE a SET b = 1\") end)")) {
      assertThat(read(body, RepoSettings.DEFAULT))
          .singleElement()
          .satisfies(
              statement ->
                  assertThat(statement.operations().get(0))
                      .isInstanceOfSatisfying(
                          Operation.RunCode.class,
                          code ->
                              assertThat(code.body())
                                  .singleElement()
                                  .isInstanceOf(Operation.Update.class)));
    }
  }

  @Test
  void an_action_stands_at_its_call() {
    String body = "alter table(:a) do\n  add :b, :text\n  remove :c\nend";
    Statement statement = read(body, RepoSettings.DEFAULT).get(0);
    assertThat(statement.text()).isEqualTo(body);
    assertThat(statement.operations())
        .extracting(o -> migration(body).substring(o.span().start(), o.span().end()))
        .containsExactly("add :b, :text", "remove :c");
  }

  @Test
  void sql_in_a_heredoc_stands_where_it_is_written() {
    String body = "execute \"\"\"\n  ALTER TABLE a\n    DROP COLUMN b\n  \"\"\"";
    Operation operation = read(body, RepoSettings.DEFAULT).get(0).operations().get(0);
    assertThat(migration(body).substring(operation.span().start(), operation.span().end()))
        .isEqualTo("DROP COLUMN b");
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void a_migration_may_ask_for_no_transaction(String disabled, boolean transactional) {
    String text =
        migration("drop table(:a)")
            .replace("@kept", "@disable_ddl_transaction " + disabled + "\n  @kept");
    assertThat(program(text).transactional()).isEqualTo(transactional);
  }

  @Test
  void what_runs_around_a_migration_in_its_transaction_counts() {
    String around =
        "def after_begin, do: execute(\"SET lock_timeout TO '5s'\")\n"
            + "def before_commit, do: execute(\"SELECT 1\")\n";
    String text = migration("drop table(:a)").replace("def change", around + "def change");
    assertThat(sent(program(text).statements()))
        .isEqualTo("SET lock_timeout TO '5s';DROP TABLE \"a\";SELECT 1");
  }

  /** Sixty lines say more than any memory holds. */
  @ParameterizedTest
  @CsvSource({
    "'[%s, %s]', 'alter table(:a) do add :c, {:array, :map}, default: @v60 end'",
    "'%%{a: %s, b: %s}', 'alter table(:a) do add :c, :map, default: @v60 end'",
    "'[%s, %s]', 'repo().delete_all(from u in User, where: u.a in @v60)'",
    "'%s <> %s', 'execute @v60'"
  })
  void what_doubles_with_each_line_has_an_end(String twice, String use) {
    StringBuilder attributes = new StringBuilder("@v0 \"x\"\n");
    for (int i = 1; i <= 60; i++) {
      String before = "@v" + (i - 1);
      attributes.append("@v").append(i).append(' ').append(twice.formatted(before, before));
      attributes.append('\n');
    }
    assertThat(program(migration(use).replace("@kept \"", attributes + "@kept \"")).statements())
        .hasSize(1);
  }

  @Test
  void only_the_way_up_counts() {
    String text =
        "defmodule X do\nuse Ecto.Migration\ndef up, do: drop(table(:a))\n"
            + "def down do\ndrop table(:b)\nend\ndef change, do: drop(table(:c))\nend";
    assertThat(sent(program(text).statements())).isEqualTo("DROP TABLE \"a\"");
  }

  @Test
  void a_migration_may_choose_its_functions() {
    String text =
        "defmodule X do\nuse Ecto.Migration\nif @kind == :other do\n"
            + "def change, do: drop(table(:a))\nelse\ndef change do\nend\nend\nend";
    assertThat(sent(program(text).statements())).isEqualTo("DROP TABLE \"a\"");
  }

  @Test
  void what_is_no_migration_is_said() {
    for (String text :
        List.of("", "defmodule", "defmodule X do", "\0 def change do ((((", "def change")) {
      assertThat(program(text).statements())
          .isNotEmpty()
          .allMatch(s -> s.operations().get(0) instanceof Operation.NotAnalysed);
    }
  }

  static List<Statement> read(String body, RepoSettings settings) {
    return program(migration(body), settings).statements();
  }

  private static Program program(String text) {
    return program(text, RepoSettings.DEFAULT);
  }

  private static Program program(String text, RepoSettings settings) {
    return EctoMigration.read(READER, text, settings).get(0);
  }

  static String migration(String body) {
    return """
        defmodule App.Repo.Migrations.X do
          use Ecto.Migration
          import Ecto.Query

          @kept "DROP TABLE kept"

          defmodule User do
            use Ecto.Schema
            schema "users" do
              field :a, :integer
            end
          end

          defp sql, do: "DROP TABLE own"
          defp sql(t), do: "DROP TABLE #{t}"
          defp how(:a), do: ""
          defp how(_), do: "CONCURRENTLY "
          defp drops(tables) do
            names = Enum.map(tables, fn t -> "#{t}" end)
            "DROP TABLE #{Enum.join(names, ", ")}"
          end
          defp run do
            repo().query!("DROP TABLE run")
          end
          defp stuff do
            add :s, :text
          end
          defp drop_own(:a), do: drop table(:a)
          defp drop_own(_), do: drop table(:other)

          def change do
        """
        + body
        + "\n  end\nend\n";
  }
}
