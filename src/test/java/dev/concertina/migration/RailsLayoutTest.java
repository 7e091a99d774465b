package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.rails.StrongMigrations;
import dev.concertina.schema.Name;
import dev.concertina.schema.Schema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where migrations of Rails belong, and what the base has before them. */
class RailsLayoutTest {

  private static final String MIGRATION =
      "class X < ActiveRecord::Migration[7.1]\n  def change\n    %s\n  end\nend\n";

  private static String migration(String call) {
    return MIGRATION.formatted(call);
  }

  private static Schema replay(InMemoryTree tree, String history) {
    return new History(tree, LayoutSettings.NONE, ReplayCache.NONE).replay(history);
  }

  private static Place place(InMemoryTree tree, String path) {
    return new Layout(tree, LayoutSettings.NONE).place(path).place();
  }

  @Test
  void both_folders_are_one_history_in_the_order_of_versions() {
    InMemoryTree tree =
        InMemoryTree.of(
            "db/migrate/20260101000000_a.rb", migration("create_table(:a) { |t| t.text :x }"),
            "db/post_migrate/20260102000000_b.rb", migration("rename_column :a, :x, :y"),
            "db/migrate/20260103000000_c.rb", migration("rename_column :a, :y, :z"));
    assertThat(place(tree, "db/post_migrate/20260102000000_b.rb").history())
        .isEqualTo("db/migrate");
    assertThat(new Layout(tree, LayoutSettings.NONE).history("db/migrate"))
        .extracting(Place::versionText)
        .containsExactly("20260101000000", "20260102000000", "20260103000000");
    assertThat(replay(tree, "db/migrate").table(Name.of("a")).orElseThrow().columns())
        .containsOnlyKeys("id", "z");
  }

  @Test
  void a_schema_holds_every_migration_up_to_its_version() {
    InMemoryTree tree =
        InMemoryTree.of(
            "db/schema.rb",
                "ActiveRecord::Schema[7.1].define(version: 2026_01_02_000000) do\n"
                    + "  create_table \"a\", force: :cascade do |t|\n    t.text \"y\"\n  end\nend\n",
            "db/migrate/20260101000000_a.rb", migration("create_table(:a) { |t| t.text :x }"),
            "db/migrate/20260102000000_b.rb", migration("rename_column :a, :x, :y"),
            "db/migrate/20260103000000_c.rb", migration("add_column :a, :z, :text"));
    assertThat(replay(tree, "db/migrate").table(Name.of("a")).orElseThrow().columns())
        .containsOnlyKeys("id", "y", "z");
  }

  @Test
  void another_database_has_files_of_its_own() {
    String schema = "ActiveRecord::Schema[7.1].define(version: 1) do\n  create_table \"%s\"\nend\n";
    InMemoryTree tree =
        InMemoryTree.of(
            "db/schema.rb", schema.formatted("users"),
            "db/animals_schema.rb", schema.formatted("dogs"),
            "db/animals_migrate/20260101000000_a.rb", migration("create_table :cats"));
    Schema animals = replay(tree, "db/animals_migrate");
    assertThat(List.of("users", "dogs", "cats"))
        .filteredOn(table -> animals.table(Name.of(table)).isPresent())
        .containsExactly("dogs", "cats");
  }

  @Test
  void strong_migrations_sets_timeouts() {
    String initializer =
        """
        # StrongMigrations.statement_timeout = 1.minute
        StrongMigrations.lock_timeout = 10.seconds
        StrongMigrations.statement_timeout = 1.hour
        StrongMigrations.idle_timeout = ENV["X"]
        Other.lock_timeout = 5
        """;
    assertThat(StrongMigrations.timeouts(initializer))
        .isEqualTo(Map.of("lock_timeout", "10s", "statement_timeout", "1h"));
    InMemoryTree tree =
        InMemoryTree.of(
            "app/config/initializers/strong_migrations.rb",
            initializer,
            "app/db/migrate/20260101000000_a.rb",
            migration("create_table :a"));
    RailsFolders folders = new RailsFolders(new RepositoryFiles(tree));
    assertThat(folders.session(place(tree, "app/db/migrate/20260101000000_a.rb")))
        .containsEntry("lock_timeout", "10s");
  }
}
