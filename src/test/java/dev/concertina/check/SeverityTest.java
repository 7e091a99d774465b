package dev.concertina.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.rule.Finding;
import dev.concertina.rule.RuleBook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much a finding weighs, and what is said of it, where that depends on what is around it. */
class SeverityTest {

  @Test
  void the_running_version_knows_a_renamed_table_by_its_old_name() {
    assertThat(
            findings(
                """
                -- base
                CREATE TABLE audio (id bigint PRIMARY KEY, title text, length integer);
                -- source: SELECT length FROM audio
                -- new source: SELECT title FROM track
                -- migration
                ALTER TABLE audio RENAME TO track;
                ALTER TABLE track DROP COLUMN length;
                """,
                "any/dropped-column",
                "any/contract-with-code"))
        .contains(
            "2 error Dropping `track.length`: the running version still uses it",
            "2 error The release that stops using `track.length` can't be the one that removes it");
  }

  @Test
  void a_migration_that_goes_down_is_judged_by_what_it_blocks_alone() {
    String change =
        """
        -- base
        CREATE TABLE audio (id bigint PRIMARY KEY, title text NOT NULL);
        CREATE INDEX audio_title_idx ON audio (title);
        -- migration
        ALTER TABLE audio ADD COLUMN length integer;
        -- migration down
        ALTER TABLE audio DROP COLUMN length;
        ALTER TABLE audio ALTER COLUMN title DROP NOT NULL;
        CREATE INDEX audio_down_idx ON audio (title);
        CREATE TABLE image (id bigint PRIMARY KEY, title text);
        CREATE INDEX image_title_idx ON image (title);
        """;
    assertThat(rules(change, "example/2.sql"))
        .containsExactlyInAnyOrder("info postgres/blocking-index", "info postgres/work-under-lock");
  }

  @Test
  void what_follows_the_database_by_itself_is_a_weak_use() {
    Report report =
        check(
            """
            -- base
            CREATE TABLE audio (id bigint PRIMARY KEY, length integer);
            -- declared: length -> Nullable<Int4>
            -- migration
            ALTER TABLE audio DROP COLUMN length;
            """);
    assertThat(report.findings())
        .extracting(r -> r.finding().rule() + " " + r.finding().severity())
        .contains("any/dropped-column warning")
        .doesNotContain("any/contract-with-code error");
  }

  @Test
  void a_schema_is_written_out_in_one_file_and_a_placeholder_in_another() {
    String free =
        """
        -- base
        CREATE TABLE {{ index .Options "Namespace" }}.users (
          id bigint PRIMARY KEY, phone varchar(15), CHECK (id > 0));
        CREATE TABLE users_of_another (id bigint PRIMARY KEY, phone varchar(15));
        -- migration
        ALTER TABLE auth.users ALTER COLUMN phone TYPE varchar(255);
        """;
    assertThat(rules(free, "example/1.sql"))
        .doesNotContain("error postgres/type-change-rewrite")
        .contains("warning postgres/no-lock-timeout");
    // The platform's table and the application's own share a name here, and nothing else.
    assertThat(rules(free.replace("{{ index .Options \"Namespace\" }}", "public"), "example/1.sql"))
        .contains("error postgres/type-change-rewrite");
  }

  @Test
  void a_function_that_becomes_less_volatile_still_answers() {
    String change =
        """
        -- source: SELECT audio_total()
        -- base
        CREATE FUNCTION audio_total() RETURNS integer LANGUAGE sql AS 'SELECT 1';
        -- migration
        CREATE OR REPLACE FUNCTION audio_total() RETURNS integer LANGUAGE sql STABLE AS 'SELECT 1';
        """;
    assertThat(rules(change, "example/1.sql")).containsExactly("warning any/changed-function");
    assertThat(rules(change.replace("sql AS", "sql IMMUTABLE AS"), "example/1.sql"))
        .containsExactly("error any/changed-function");
  }

  @Test
  void what_cascade_takes_along_decides_how_bad_it_is() {
    String change =
        """
        -- base
        CREATE TABLE audio (id bigint PRIMARY KEY);
        CREATE TABLE play (audio_id bigint REFERENCES audio);
        -- migration
        DROP TABLE play CASCADE;
        -- migration
        DROP TABLE audio CASCADE;
        """;
    assertThat(rules(change, "example/1.sql")).contains("warning any/cascading-drop");
    assertThat(rules(change.replace("DROP TABLE play", "DROP TABLE audio"), "example/1.sql"))
        .contains("error any/cascading-drop");
    assertThat(rules(change.replace("DROP TABLE play", "DROP TABLE image"), "example/1.sql"))
        .contains("error any/cascading-drop");
  }

  @Test
  void a_foreign_key_says_what_becomes_of_a_deleted_parent() {
    String change =
        """
        -- base
        CREATE TABLE artist (id bigint PRIMARY KEY);
        CREATE TABLE audio (id bigint PRIMARY KEY, artist_id bigint);
        -- migration
        ALTER TABLE audio ADD FOREIGN KEY (artist_id) REFERENCES artist ON DELETE %s;
        """;
    assertThat(why(change.formatted("RESTRICT")))
        .contains("a delete in `artist` that leaves a row without its parent");
    assertThat(why(change.formatted("CASCADE")))
        .contains("A delete in `artist` takes the rows along")
        .doesNotContain("without its parent");
    assertThat(why(change.formatted("SET NULL"))).doesNotContain("a delete in");
  }

  private static String why(String change) {
    return check(change).findings().stream()
        .map(Report.Result::finding)
        .filter(finding -> finding.rule().equals("any/constraint-rejects-writes"))
        .map(Finding::why)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tables_of_the_system_are_not_the_applications() {
    assertThat(
            rules(
                """
                -- base
                CREATE TABLE audio (id bigint PRIMARY KEY);
                -- migration
                SET lock_timeout = '1s';
                ALTER TABLE audio ADD COLUMN length integer;
                UPDATE pg_index SET indisvalid = false WHERE indrelid = 'audio'::regclass;
                """,
                "example/1.sql"))
        .isEmpty();
  }

  @Test
  void few_rows_are_said_once_and_kindly() {
    assertThat(
            findings(
                """
                -- base
                CREATE TABLE provider (id bigint PRIMARY KEY, name text);
                -- migration
                INSERT INTO provider (id, name) VALUES (1, 'freesound');
                INSERT INTO provider (id, name) VALUES (2, 'jamendo');
                """,
                "any/data-change-in-migration"))
        .containsExactly("1 info The migration inserts a few rows into `provider`");
  }

  @Test
  void rows_of_one_thing_may_be_few() {
    assertThat(
            findings(
                """
                -- base
                CREATE TABLE audio (id bigint PRIMARY KEY, provider_id uuid, title text);
                -- migration
                UPDATE audio SET title = 'a' WHERE provider_id = '6c4e4b0c-6d4f-4f43-8c62-3c8d0d1f2a11';
                UPDATE audio SET title = 'b' WHERE title = 'c';
                """,
                "any/data-change-in-migration"))
        .containsExactly(
            "1 warning Changing rows of `audio` in a migration takes as long as the table is big",
            "2 error Changing rows of `audio` in a migration takes as long as the table is big");
  }

  @Test
  void what_is_locked_and_what_is_worked_through_are_named() {
    String base =
        """
        -- base
        CREATE TABLE audio (id bigint PRIMARY KEY, title text);
        CREATE TABLE image (id bigint PRIMARY KEY, title text);
        -- migration
        ALTER TABLE audio ADD COLUMN length integer;
        """;
    assertThat(findings(base + "CREATE INDEX i ON audio (title);", "postgres/work-under-lock"))
        .containsExactly("2 error `audio` stays blocked while this works through its rows");
    assertThat(findings(base + "UPDATE image SET title = 'x';", "postgres/work-under-lock"))
        .containsExactly("2 error `audio` stays blocked while this works through `image`");
  }

  private static List<String> findings(String example, String... rules) {
    return check(example).findings().stream()
        .map(Report.Result::finding)
        .filter(finding -> List.of(rules).contains(finding.rule()))
        .map(f -> f.span().line() + " " + f.severity() + " " + f.message())
        .toList();
  }

  private static List<String> rules(String example, String file) {
    return check(example).findings().stream()
        .map(Report.Result::finding)
        .filter(finding -> finding.file().equals(file))
        .map(finding -> finding.severity() + " " + finding.rule())
        .toList();
  }

  private static Report check(String example) {
    return new Checker(RuleBook.builtIn(), Settings.DEFAULT)
        .check(new ExampleChange(example).request());
  }
}
