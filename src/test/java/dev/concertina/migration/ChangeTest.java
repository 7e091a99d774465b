package dev.concertina.migration;

import static dev.concertina.migration.InMemoryTree.added;
import static dev.concertina.migration.InMemoryTree.deleted;
import static dev.concertina.migration.InMemoryTree.edited;
import static dev.concertina.migration.InMemoryTree.renamed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a pull request adds, edits, renames and deletes. */
class ChangeTest {

  private static final String ONE = "CREATE TABLE a (id int);\n";
  private static final String DIR = "db/migration/";

  private final InMemoryTree base =
      InMemoryTree.of(DIR + "V1__a.sql", ONE, DIR + "V2__b.sql", "CREATE TABLE b (id int);\n");

  @Test
  void runs_in_the_order_of_versions_then_repeatables() {
    Change change =
        read(
            added(DIR + "R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT 1;"),
            added(DIR + "V10__c.sql", ONE),
            added(DIR + "V9_1__c.sql", ONE),
            added(DIR + "V9.0.5__c.sql", ONE));
    assertThat(change.migrations())
        .extracting(Migration::path)
        .containsExactly(
            DIR + "V9.0.5__c.sql", DIR + "V9_1__c.sql", DIR + "V10__c.sql", DIR + "R__view.sql");
    assertThat(change.migrations().get(3).repeatable()).isTrue();
    assertThat(change.migrations().get(3).checksummed()).isFalse();
    assertThat(change.migrations().get(0).checksummed()).isTrue();
  }

  @Test
  void post_deploy_migrations_come_last() {
    LayoutSettings settings =
        new LayoutSettings(List.of(), false, List.of("a/post/**"), null, java.util.Set.of());
    Change change =
        Change.read(
            base,
            base,
            List.of(
                added("a/post/migrations/001_x.sql", ONE), added("b/migrations/001_x.sql", ONE)),
            settings);
    assertThat(change.migrations())
        .extracting(Migration::path)
        .containsExactly("b/migrations/001_x.sql", "a/post/migrations/001_x.sql");
  }

  @Test
  void an_edited_migration_gives_what_was_not_there() {
    String after = "-- why\nCREATE TABLE a (id int);\nDROP TABLE b;\n";
    Change change = read(edited(DIR + "V1__a.sql", ONE, after));
    assertThat(change.migrations()).hasSize(1);
    assertThat(change.migrations().get(0).statements())
        .extracting(Statement::text)
        .containsExactly("DROP TABLE b");
    assertThat(change.edits())
        .singleElement()
        .satisfies(
            edit -> {
              assertThat(edit.kind()).isEqualTo(Edit.Kind.EDITED);
              assertThat(edit.firstChange().line()).isEqualTo(1);
              assertThat(edit.wordingChanged()).isTrue();
              assertThat(edit.matters()).isTrue();
              assertThat(edit.framework()).isEqualTo(Framework.FLYWAY);
            });
  }

  @Test
  void what_steers_the_transaction_stays_with_what_is_new() {
    String before = "BEGIN;\nCREATE TABLE a (id int);\nCOMMIT;\n";
    String after = "BEGIN;\nCREATE TABLE a (id int);\nDROP TABLE b;\nCOMMIT;\n";
    Change change = read(edited("migrations/1_a.sql", before, after));
    assertThat(change.migrations().get(0).statements())
        .extracting(Statement::text)
        .containsExactly("BEGIN", "DROP TABLE b", "COMMIT");
  }

  @Test
  void an_edit_of_comments_matters_only_where_files_are_checksummed() {
    String after = "-- a comment\n" + ONE.replace("TABLE", "table") + "\n";
    Edit flyway = read(edited(DIR + "V1__a.sql", ONE, after)).edits().get(0);
    assertThat(flyway.wordingChanged()).isFalse();
    assertThat(flyway.matters()).isTrue();
    base.with("migrations/1_a.up.sql", ONE);
    Change change = read(edited("migrations/1_a.up.sql", ONE, after));
    assertThat(change.edits().get(0).matters()).isFalse();
    assertThat(change.migrations()).isEmpty();
  }

  @Test
  void an_edit_of_the_way_down_changes_nothing_that_ran() {
    String before = "-- +goose Up\nCREATE TABLE a (id int);\n-- +goose Down\nDROP TABLE a;\n";
    base.with("goose/1_a.sql", before);
    Change change = read(edited("goose/1_a.sql", before, before + "DROP TABLE c;\n"));
    assertThat(change.edits().get(0).wordingChanged()).isFalse();
    assertThat(change.migrations())
        .singleElement()
        .satisfies(m -> assertThat(m.direction()).isEqualTo(Migration.Direction.DOWN));
    base.with("migrations/1_a.down.sql", ONE);
    assertThat(read(edited("migrations/1_a.down.sql", ONE, "SELECT 1;")).edits()).isEmpty();
  }

  @Test
  void a_repeatable_one_may_be_edited() {
    base.with(DIR + "R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT 1;\nSELECT 2;");
    Change change =
        read(
            edited(
                DIR + "R__v.sql",
                "CREATE OR REPLACE VIEW v AS SELECT 1;\nSELECT 2;",
                "CREATE OR REPLACE VIEW v AS SELECT 3;\nSELECT 2;"));
    assertThat(change.edits()).isEmpty();
    assertThat(change.migrations().get(0).statements()).hasSize(1);
  }

  @Test
  void renames_and_deletions_are_edits() {
    Change change =
        read(
            renamed(DIR + "V1__a.sql", DIR + "V3__a.sql", ONE, ONE),
            deleted(DIR + "V2__b.sql", "CREATE TABLE b (id int);\n"));
    assertThat(change.migrations()).isEmpty();
    assertThat(change.edits())
        .extracting(Edit::kind, Edit::path, Edit::sameVersion, Edit::matters)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Edit.Kind.RENAMED, DIR + "V3__a.sql", false, true),
            org.assertj.core.groups.Tuple.tuple(Edit.Kind.DELETED, DIR + "V2__b.sql", false, true));
  }

  @Test
  void moving_a_folder_of_migrations_changes_none_of_them() {
    String to = "service/db/migration/V1__a.sql";
    assertThat(read(renamed(DIR + "V1__a.sql", to, ONE, ONE)).edits().get(0).matters()).isFalse();
    String better = DIR + "V1__better.sql";
    assertThat(read(renamed(DIR + "V1__a.sql", better, ONE, ONE)).edits().get(0).matters())
        .isTrue();
    base.with("migrations/1_a.up.sql", ONE);
    assertThat(
            read(renamed("migrations/1_a.up.sql", "migrations/01_b.up.sql", ONE, ONE))
                .edits()
                .get(0)
                .matters())
        .isFalse();
  }

  @Test
  void what_never_goes_up_may_go() {
    base.with("migrations/1_a.down.sql", ONE).with("migrations/1_a.up.sql", ONE);
    assertThat(read(deleted("migrations/1_a.down.sql", ONE)).edits()).isEmpty();
    String changelog = "<databaseChangeLog/>";
    base.with("db/changelog/root.xml", changelog);
    assertThat(read(edited("db/changelog/root.xml", changelog, changelog + "<x/>")).edits())
        .isEmpty();
  }

  @Test
  void a_comment_in_a_migration_that_is_not_read_changes_nothing() {
    String before = "class Migration(migrations.Migration):\n    pass\n";
    base.with("shop/migrations/0001_a.py", before);
    assertThat(
            read(edited("shop/migrations/0001_a.py", before, "# why\n\n" + before))
                .edits()
                .get(0)
                .matters())
        .isFalse();
  }

  @Test
  void moving_a_file_among_the_migrations_adds_one() {
    base.with("drafts/x.sql", ONE);
    Change change = read(renamed("drafts/x.sql", DIR + "V3__x.sql", ONE, ONE));
    assertThat(change.edits()).isEmpty();
    assertThat(change.migrations()).hasSize(1);
  }

  @Test
  void a_file_that_cannot_be_read_is_said() {
    Change change =
        read(new ChangedFile(DIR + "V3__x.sql", ChangedFile.Status.ADDED, null, null, null));
    assertThat(change.migrations().get(0).statements().toString()).contains("can't be read");
  }

  @Test
  void the_same_version_twice_collides() {
    Change change = read(added(DIR + "V2.0__c.sql", ONE), added(DIR + "V3__c.sql", ONE));
    assertThat(change.collisions())
        .containsExactly(
            new Change.Collision(DIR + "V2.0__c.sql", DIR + "V2__b.sql", "2.0", Framework.FLYWAY));
  }

  @Test
  void a_version_collides_within_the_change_and_with_the_tip() {
    InMemoryTree tip = base.copy().with(DIR + "V4__theirs.sql", ONE);
    Change change =
        Change.read(
            base,
            tip,
            List.of(added(DIR + "V4__mine.sql", ONE), added(DIR + "V004__again.sql", ONE)),
            LayoutSettings.NONE);
    assertThat(change.collisions())
        .extracting(Change.Collision::path, Change.Collision::other)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(DIR + "V004__again.sql", DIR + "V4__mine.sql"),
            org.assertj.core.groups.Tuple.tuple(DIR + "V4__mine.sql", DIR + "V004__again.sql"));
    Change other =
        Change.read(base, tip, List.of(added(DIR + "V4__mine.sql", ONE)), LayoutSettings.NONE);
    assertThat(other.collisions().get(0).other()).isEqualTo(DIR + "V4__theirs.sql");
  }

  @Test
  void up_and_down_or_names_do_not_collide() {
    Change pair =
        read(added("migrations/7_x.up.sql", ONE), added("migrations/7_x.down.sql", "DROP TABLE a"));
    assertThat(pair.collisions()).isEmpty();
    Change prisma =
        read(
            added("prisma/migrations/20260101_a/migration.sql", ONE),
            added("prisma/migrations/20260101_b/migration.sql", ONE));
    assertThat(prisma.collisions()).isEmpty();
    Change dates =
        read(added("migrations/20260101_a.sql", ONE), added("migrations/20260101_b.sql", ONE));
    assertThat(dates.collisions()).isEmpty();
    Change numbers = read(added("migrations/011_a.sql", ONE), added("migrations/011_b.sql", ONE));
    assertThat(numbers.collisions()).hasSize(2);
  }

  @Test
  void a_renamed_migration_does_not_collide_with_itself() {
    Change change = read(renamed(DIR + "V1__a.sql", DIR + "V1__better.sql", ONE, ONE));
    assertThat(change.collisions()).isEmpty();
    assertThat(change.edits().get(0).sameVersion()).isTrue();
  }

  @Test
  void a_late_migration_is_told_against_the_tip() {
    InMemoryTree tip = base.copy().with(DIR + "V7__theirs.sql", ONE);
    Change change =
        Change.read(base, tip, List.of(added(DIR + "V5__mine.sql", ONE)), LayoutSettings.NONE);
    assertThat(change.late())
        .containsExactly(
            new Change.Late(DIR + "V5__mine.sql", DIR + "V7__theirs.sql", Framework.FLYWAY));
    tip.with("flyway.conf", "flyway.outOfOrder=true");
    base.with("flyway.conf", "flyway.outOfOrder=true");
    assertThat(
            Change.read(base, tip, List.of(added(DIR + "V5__mine.sql", ONE)), LayoutSettings.NONE)
                .late())
        .isEmpty();
  }

  @Test
  void late_is_no_matter_where_the_tool_runs_it() {
    base.with("prisma/migrations/20260105_a/migration.sql", ONE);
    assertThat(read(added("prisma/migrations/20260101_b/migration.sql", ONE)).late()).isEmpty();
  }

  @Test
  void a_plan_orders_what_its_names_do_not() {
    String plan = "%project=x\nzebra 2026-01-01\n";
    base.with("sqitch.plan", plan).with("deploy/zebra.sql", ONE);
    Change change =
        read(
            edited("sqitch.plan", plan, plan + "mouse [zebra] 2026\nant 2026\n"),
            added("deploy/ant.sql", ONE),
            added("deploy/mouse.sql", ONE));
    assertThat(change.migrations()).extracting(Migration::version).containsExactly("mouse", "ant");
    assertThat(change.late()).isEmpty();
    Change late =
        read(
            edited("sqitch.plan", plan, "%project=x\nmouse 2026\nzebra 2026-01-01\n"),
            added("deploy/mouse.sql", ONE));
    assertThat(late.late()).hasSize(1);
  }

  @Test
  void what_a_journal_leaves_out_never_runs_and_is_later_than_nothing() {
    String journal = "{\"entries\": [{\"idx\": 0, \"tag\": \"0000_a\"}]}";
    String longer = journal.replace("]", ", {\"idx\": 1, \"tag\": \"0002_c\"}]");
    base.with("drizzle/meta/_journal.json", journal)
        .with("drizzle/0000_a.sql", ONE)
        .with("drizzle/0009_by_hand.sql", ONE);
    Change change =
        read(
            edited("drizzle/meta/_journal.json", journal, longer),
            added("drizzle/0002_c.sql", ONE),
            added("drizzle/0003_not_listed.sql", ONE));
    assertThat(change.late()).isEmpty();
  }

  @Test
  void other_databases_are_said_or_left() {
    Change change =
        read(
            added("migrations/mysql/1_x.up.sql", "CREATE TABLE `t` (id int) ENGINE=InnoDB;"),
            added("migrations/postgres/1_x.up.sql", ONE),
            added("migrations/sqlite3/1_x.up.sql", ONE));
    assertThat(change.migrations())
        .extracting(m -> m.engine().name())
        .containsExactly("mysql", "postgresql");
    assertThat(change.migrations().get(0).statements().toString()).contains("not read yet");
    assertThat(change.ignored()).hasSize(1);
  }

  private Change read(ChangedFile... files) {
    return Change.read(base, base, List.of(files), LayoutSettings.NONE);
  }
}
