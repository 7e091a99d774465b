package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.migration.Migration.Transaction;
import dev.concertina.schema.Operation;
import dev.concertina.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EctoReposTest {

  private static final String FOLDER = "priv/repo/migrations/";

  private static String migration(String body) {
    return """
    defmodule Radio.Repo.Migrations.X do
      use Ecto.Migration

      def change do
        %s
      end
    end
    """
        .formatted(body);
  }

  private static Migration read(String path, String text, String... base) {
    InMemoryTree tree = InMemoryTree.of(base);
    List<Migration> migrations =
        Change.read(tree, tree, List.of(InMemoryTree.added(path, text)), LayoutSettings.NONE)
            .migrations();
    assertThat(migrations).hasSize(1);
    return migrations.get(0);
  }

  private static List<String> sent(Migration migration) {
    return migration.statements().stream().map(Statement::sql).toList();
  }

  @Test
  void a_migration_is_the_sql_that_ecto_sends() {
    Migration migration = read(FOLDER + "20260101000000_drop.exs", migration("drop table(:audio)"));
    assertThat(migration.framework()).isEqualTo("ecto");
    assertThat(migration.history()).isEqualTo("priv/repo/migrations");
    assertThat(migration.version()).isEqualTo("20260101000000");
    assertThat(migration.transaction()).isEqualTo(Transaction.FILE);
    assertThat(sent(migration)).containsExactly("DROP TABLE \"audio\"");
  }

  @Test
  void a_migration_may_leave_its_transaction() {
    String text =
        migration("create index(:audio, [:title], concurrently: true)")
            .replace(
                "  def",
                "  @disable_ddl_transaction true\n  @disable_migration_lock true\n\n  def");
    assertThat(read(FOLDER + "20260101000000_index.exs", text).transaction())
        .isEqualTo(Transaction.NONE);
  }

  /** Each repo of each application has its own database, or its own part of one. */
  @ParameterizedTest
  @CsvSource({
    "priv/analytics_repo/migrations/20260101_x.exs, priv/analytics_repo/migrations",
    "apps/radio/priv/repo/migrations/20260101_x.exs, apps/radio/priv/repo/migrations",
    "priv/repo/migrations/2026/20260101_x.exs, priv/repo/migrations",
    "priv/repo/data_migrations/20260101_x.exs, priv/repo/data_migrations"
  })
  void a_repo_is_a_history(String path, String history) {
    assertThat(read(path, migration("drop table(:a)")).history()).isEqualTo(history);
  }

  @Test
  void a_module_of_the_teams_own_may_stand_between() {
    String text = migration("drop table(:a)").replace("use Ecto.Migration", "use Radio.Migration");
    assertThat(read(FOLDER + "20260101000000_x.exs", text).framework()).isEqualTo("ecto");
  }

  @ParameterizedTest
  @ValueSource(strings = {"config/config.exs", "config/runtime.exs"})
  void the_repos_configuration_counts(String path) {
    String configuration =
        """
        import Config

        config :radio, ecto_repos: [Radio.Repo]

        config :radio, Radio.AnalyticsRepo, migration_primary_key: [type: :integer]

        if config_env() == :prod do
          config :radio, Radio.Repo,
            migration_primary_key: [name: :uid, type: :uuid],
            migration_timestamps: [type: :timestamptz]
        end
        """;
    String body = "create table(:plays) do\nadd :of, references(:audio)\ntimestamps()\nend";
    for (String application : List.of("", "apps/radio/")) {
      Migration migration =
          read(application + FOLDER + "20260101000000_x.exs", migration(body), path, configuration);
      assertThat(sent(migration))
          .singleElement()
          .asString()
          .startsWith("CREATE TABLE \"plays\" (\"uid\" uuid, \"of\" uuid, CONSTRAINT")
          .contains("\"inserted_at\" timestamptz NOT NULL");
    }
  }

  @Test
  void migrations_for_another_database_are_not_read() {
    Stream.of("{:myxql, \"~> 0.7\"}", "{:tds, \">= 0.0.0\"}", "{:ecto_sqlite3, \"~> 0.17\"}")
        .forEach(
            dependency ->
                assertThat(
                        read(
                                FOLDER + "20260101000000_x.exs",
                                migration("drop table(:a)"),
                                "mix.exs",
                                dependency)
                            .statements()
                            .get(0)
                            .operations())
                    .singleElement()
                    .isInstanceOf(Operation.NotAnalysed.class));
  }
}
