package dev.concertina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What accepts findings about whole files, and what is said of comments that accept nothing. */
class SuppressionTest {
  private static final String CONFIG = ".github/concertina.yml";
  private static final String ADD = "ALTER TABLE audio ADD COLUMN plays int;\n";
  private static final String EDITED =
      "-- concertina: allow any/edited-migration because it ran nowhere (#7) until 2026-03-31\n";

  @TempDir Path folder;
  private ScratchRepository scratch;

  @BeforeEach
  void start() {
    scratch = ScratchRepository.in(folder);
    scratch
        .write("db/migration/V1__a.sql", "CREATE TABLE audio (id bigint PRIMARY KEY);\n")
        .write("db/migration/V3__c.sql", "CREATE TABLE film (id bigint PRIMARY KEY);\n")
        .commit("Start");
  }

  private Ran range() {
    return range("error", "2026-03-31", "json");
  }

  private Ran range(String failOn, String today, String format) {
    return Ran.in(
        folder,
        "",
        ("check --base main --fail-on " + failOn + " --today " + today + " --format " + format)
            .split(" "));
  }

  @Test
  void a_comment_at_the_top_accepts_an_edit() {
    String edited = "CREATE TABLE audio (id bigint PRIMARY KEY, length int);\n";
    scratch.write("db/migration/V1__a.sql", edited);
    assertThat(range().status()).isEqualTo(1);

    scratch.write("db/migration/V1__a.sql", EDITED + edited);
    Ran ran = range();
    assertThat(ran.status()).as(ran.out()).isZero();
    assertThat(ran.out())
        .contains("\"reason\": \"it ran nowhere (#7)\"")
        .contains("\"by\": \"comment\"")
        .contains("\"until\": \"2026-03-31\"")
        .doesNotContain("any/unused-suppression");

    Ran late = range("error", "2026-04-01", "json");
    assertThat(late.status()).isEqualTo(1);
    assertThat(late.out()).contains("any/expired-suppression");
  }

  @Test
  void a_finding_that_joins_two_places_is_accepted_where_it_stands() {
    String drop = "ALTER TABLE film DROP COLUMN id;\n";
    String add = "ALTER TABLE film ADD COLUMN id_new bigint;\n";
    String allow = "-- concertina: allow any/expand-and-contract-together because unread (#7)\n";
    scratch.write("db/migration/V4__d.sql", drop + add);
    assertThat(range().out()).contains("\"rule\": \"any/expand-and-contract-together\"");

    scratch.write("db/migration/V4__d.sql", drop + allow + add);
    assertThat(range().out())
        .contains("\"reason\": \"unread (#7)\"")
        .doesNotContain("any/unused-suppression");
  }

  @Test
  void further_down_a_comment_is_about_its_statement_alone() {
    scratch.write(
        "db/migration/V1__a.sql",
        "CREATE TABLE audio (id bigint PRIMARY KEY);\n" + EDITED + "SELECT 1;\n");
    Ran ran = range();
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("any/unused-suppression");
  }

  @Test
  void without_a_reason_a_comment_accepts_nothing() {
    scratch.write(
        "db/migration/V1__a.sql",
        "-- concertina: allow any/edited-migration\nCREATE TABLE audio (id int PRIMARY KEY);\n");
    Ran ran = range();
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("any/suppression-without-reason");
  }

  @Test
  void versions_are_accepted_in_the_new_file() {
    scratch
        .write("db/migration/V2__b.sql", "SELECT 2;\n")
        .write("db/migration/V3__d.sql", "SELECT 1;\n");
    assertThat(range().out()).contains("any/out-of-order").contains("any/duplicate-version");

    scratch.write(
        "db/migration/V2__b.sql",
        "/* concertina: allow any/out-of-order because Flyway may run it late */\nSELECT 2;\n");
    scratch.write(
        "db/migration/V3__d.sql",
        "-- Both ran by hand.\n"
            + "-- concertina: allow any/duplicate-version because see the line above\n\n"
            + "SELECT 1;\n");
    Ran ran = range("warning", "2026-03-31", "json");
    assertThat(ran.status()).as(ran.out()).isZero();
    assertThat(ran.out()).contains("\"suppressed\": 2");
  }

  @Test
  void the_configuration_accepts_them_too() {
    scratch.write(
        CONFIG,
        "allow:\n"
            + "  - {rule: any/edited-migration, path: 'db/migration/V1*', because: never ran}\n"
            + "  - {rule: any/not-analysed, path: '**/V5*', because: read by hand}\n");
    scratch.commit("Allow");
    scratch.delete("db/migration/V1__a.sql");
    assertThat(range().status()).isZero();
    scratch.delete("db/migration/V3__c.sql");
    assertThat(range().status()).isEqualTo(1);
  }

  @Test
  void files_that_are_not_read_can_be_accepted() throws IOException {
    Files.createSymbolicLink(folder.resolve("db/migration/V5__link.sql"), Path.of("V1__a.sql"));
    Ran open = range("warning", "2026-03-31", "json");
    assertThat(open.status()).isEqualTo(1);
    assertThat(open.out())
        .contains("\"verdict\": \"review\"")
        .contains("\"rule\": \"any/not-analysed\"");

    scratch.write(CONFIG, "allow: [{rule: any/not-analysed, path: '**/V5*', because: a copy}]\n");
    scratch.git("add", CONFIG);
    scratch.git("commit", "-q", "-m", "Allow");
    Ran accepted = range("warning", "2026-03-31", "json");
    assertThat(accepted.status()).as(accepted.out()).isZero();
    assertThat(accepted.out()).contains("\"verdict\": \"safe\"").contains("symbolic link");
  }

  @Test
  void a_comment_that_belongs_to_nothing_is_said_to_allow_nothing() {
    scratch.write(
        "db/migration/V4__d.sql",
        ADD + "\n-- concertina: allow any/dropped-table because of nothing\n");
    assertThat(range().out()).contains("any/unused-suppression").contains("\"line\": 3");
    scratch.write("db/migration/V4__d.sql", EDITED + ADD);
    assertThat(range().out()).contains("any/unused-suppression").contains("\"line\": 1");
  }

  @Test
  void other_languages_have_their_own_comments() {
    scratch.write(
        "db/migrate/20260101000000_a.rb", "class A < ActiveRecord::Migration[7.1]\nend\n");
    scratch.commit("Rails");
    scratch.write(
        "db/migrate/20260101000000_a.rb",
        "# frozen_string_literal: true\n\n"
            + "# concertina: allow any/edited-migration because it ran nowhere\n"
            + "class A < ActiveRecord::Migration[7.1]\n  def change; end\nend\n");
    Ran ran = range();
    assertThat(ran.out()).contains("any/edited-migration").contains("\"by\": \"comment\"");
    assertThat(ran.status()).as(ran.out()).isZero();
  }

  @Test
  void the_review_says_where_to_accept_it() {
    scratch.write("db/migration/V1__a.sql", "CREATE TABLE audio (id int PRIMARY KEY);\n");
    assertThat(range("error", "2026-03-31", "markdown").out())
        .contains("`-- concertina: allow any/edited-migration because …` at the top of the file");
    scratch.delete("db/migration/V1__a.sql");
    assertThat(range("error", "2026-03-31", "markdown").out())
        .contains("an entry under `allow` in the configuration");
  }
}
