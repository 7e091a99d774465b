package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the settings of a project change about its migrations of Phinx. */
class PhinxSettingsTest {

  private static final String PATH = "db/migrations/20240501120000_add_rating.php";
  private static final String MIGRATION =
      "<?php class AddRating extends AbstractMigration { public function change() {"
          + " $this->table('audio')->addColumn('rating', 'integer')->update(); } }";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "README.md | x | false",
        "phinx.php | 'feature_flags' => ['column_null_default' => false] | true",
        "phinx.yml | column_null_default: true | false",
        "composer.json | \"robmorgan/phinx\": \"^0.12.4\" | true",
        "composer.json | \"robmorgan/phinx\" : \"~0.13\" | false",
        "db/composer.json | \"robmorgan/phinx\": \"0.9.2\" | true"
      })
  void say_whether_a_column_refuses_null(String path, String settings, boolean refuses) {
    Migration migration = migration(InMemoryTree.of(path, settings));
    assertThat(migration.engine().name()).isEqualTo("postgresql");
    assertThat(migration.statements().get(0).operations().get(0))
        .isInstanceOfSatisfying(
            Operation.AddColumn.class,
            add -> assertThat(add.column().notNull()).isEqualTo(refuses));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "phinx.php | 'adapter' => 'mysql', | mysql",
        "phinx.json | {\"adapter\": \"pgsql\"} | postgresql",
        "phinx.yml | adapter: sqlsrv | sqlserver",
        "phinx.yml | adapter: '%%PHINX_DB%%' | postgresql"
      })
  void say_which_database_it_is_for(String path, String settings, String engine) {
    assertThat(migration(InMemoryTree.of(path, settings)).engine().name()).isEqualTo(engine);
  }

  private static Migration migration(InMemoryTree base) {
    return Change.read(
            base, base, List.of(InMemoryTree.added(PATH, MIGRATION)), LayoutSettings.NONE)
        .migrations()
        .get(0);
  }
}
