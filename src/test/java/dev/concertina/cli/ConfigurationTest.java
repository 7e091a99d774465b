package dev.concertina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the configuration and the team's rules come from, and what happens when they are wrong. */
class ConfigurationTest {
  private static final String CONFIG = ".github/concertina.yml";
  private static final String RENAME = "ALTER TABLE audio RENAME COLUMN length TO duration;\n";
  private static final String OFF = "rules: {any/renamed-column: off}\n";

  @TempDir Path folder;
  private ScratchRepository scratch;

  @BeforeEach
  void start() {
    scratch = ScratchRepository.in(folder);
    scratch.write("migrations/1_a.sql", "CREATE TABLE audio (length int);\n").commit("Start");
  }

  private Ran range() {
    return Ran.in(folder, "", "check", "--base", "main", "--head", "topic", "--format", "json");
  }

  private void topic(String path, String text) {
    scratch.git("checkout", "-q", "-b", "topic");
    scratch.write("migrations/2_b.sql", RENAME).write(path, text).commit("Topic");
  }

  @Test
  void sizes_of_tables_decide_what_may_be_read_whole() {
    scratch
        .write(
            "migrations/1_a.sql", "CREATE TABLE audio (length int);\nCREATE TABLE kind (a int);\n")
        .write(CONFIG, "tables: {small: ['{audio,other}'], stats: db/sizes.json}\n")
        .write("db/sizes.json", "{\"public.kind\": {\"rows\": 9, \"bytes\": 8192}}\n")
        .commit("Sizes");
    String index = "CREATE INDEX a ON audio (length);\nCREATE INDEX k ON kind (a);\n";
    scratch.git("checkout", "-q", "-b", "topic");
    scratch.write("migrations/2_b.sql", index).commit("Topic");
    assertThat(range().out()).doesNotContain("postgres/blocking-index");

    scratch.git("checkout", "-q", "main");
    scratch
        .write(CONFIG, "tables: {large: [audio], small: ['*'], stats: db/sizes.json}\n")
        .write("db/sizes.json", "{\"public.kind\": {\"rows\": 1200000, \"bytes\": 734003200}}\n")
        .commit("Big");
    assertThat(range().out())
        .contains("The configuration calls `audio` large.")
        .doesNotContain("about 1,200,000 rows");

    scratch.write(CONFIG, "tables: {stats: db/sizes.json}\n").commit("Measured");
    assertThat(range().out()).contains("`kind` has about 1,200,000 rows, 700 MB.");
  }

  @Test
  void the_gate_cannot_be_opened_from_inside() {
    topic(CONFIG, OFF);
    assertThat(range().status()).isEqualTo(1);
  }

  @Test
  void the_tip_of_the_base_branch_decides_and_not_the_merge_base() {
    topic("x", "x");
    scratch.git("checkout", "-q", "main");
    scratch.write(".github/concertina.yaml", OFF).commit("Switch off");
    Ran ran = range();
    assertThat(ran.status()).as(ran.out()).isZero();
  }

  @Test
  void for_paths_the_work_tree_decides() {
    scratch.write("migrations/2_b.sql", RENAME);
    assertThat(Ran.in(folder, "", "check", "migrations/2_b.sql").status()).isEqualTo(1);
    scratch.write(CONFIG, OFF);
    assertThat(Ran.in(folder, "", "check", "migrations/2_b.sql").status()).isZero();
  }

  @Test
  void a_convention_is_off_until_somebody_asks_for_it() {
    scratch.write("migrations/2_b.sql", "CREATE TABLE image (id bigint, title varchar(80));\n");
    String[] check = {"check", "migrations/2_b.sql", "--format", "json", "--fail-on", "warning"};
    Ran silent = Ran.in(folder, "", check);
    assertThat(silent.status()).isZero();
    assertThat(silent.out()).doesNotContain("convention/");
    scratch.write(
        CONFIG,
        "rules: {convention/prefer-text: warning, convention/missing-primary-key: error,"
            + " convention/unqualified-name: off}\n");
    Ran asked = Ran.in(folder, "", check);
    assertThat(asked.status()).isEqualTo(1);
    assertThat(asked.out())
        .contains("\"warnings\": 1", "\"errors\": 1", "\"kind\": \"convention\"")
        .contains("convention/prefer-text", "convention/missing-primary-key")
        .doesNotContain("convention/unqualified-name");
  }

  @Test
  void another_file_can_be_named() {
    scratch.write("my.yml", OFF).write("migrations/2_b.sql", RENAME);
    assertThat(Ran.in(folder, "", "check", "migrations/2_b.sql", "--config", "my.yml").status())
        .isZero();
    Ran missing = Ran.in(folder, "", "check", "migrations", "--config", "none.yml");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).isEqualTo("concertina: --config: can't read none.yml\n");
  }

  @Test
  void a_file_that_cannot_be_read_ends_the_run() {
    scratch.write(CONFIG, "fail-on: sometimes\n");
    Ran wrong = Ran.in(folder, "", "check", "migrations");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err())
        .startsWith("concertina: .github/concertina.yml:1:10: fail-on: expected")
        .doesNotContain("\tat ");
    scratch.write(CONFIG, new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0});
    assertThat(Ran.in(folder, "", "check", "migrations").err()).contains("expected UTF-8");
  }

  @Test
  void an_unknown_key_is_a_problem_and_the_check_goes_on() {
    scratch.write(CONFIG, "fail-onn: warning\n").write("migrations/2_b.sql", RENAME);
    Ran ran = Ran.in(folder, "", "check", "migrations/2_b.sql", "--format", "json");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("unknown key fail-onn; did you mean fail-on?");
  }

  @Test
  void an_allowance_holds_until_its_last_day() {
    scratch.write("migrations/2_b.sql", RENAME);
    scratch.write(
        CONFIG, "allow: [{rule: any/renamed-column, because: unread, until: 2026-03-31}]\n");
    String[] check = {"check", "migrations/2_b.sql", "--format", "json", "--today", "2026-03-31"};
    assertThat(Ran.in(folder, "", check).status()).isZero();
    check[5] = "2026-04-01";
    Ran after = Ran.in(folder, "", check);
    assertThat(after.status()).isEqualTo(1);
    assertThat(after.out()).contains("was allowed until 2026-03-31");
  }

  @Test
  void the_command_line_beats_the_file() {
    scratch.write(CONFIG, "fail-on: never\n").write("migrations/2_b.sql", RENAME);
    assertThat(Ran.in(folder, "", "check", "migrations/2_b.sql").status()).isZero();
    assertThat(Ran.in(folder, "", "check", "migrations/2_b.sql", "--fail-on=error").status())
        .isEqualTo(1);
  }

  @Test
  void a_team_s_broken_rule_is_a_problem() {
    scratch.write(".github/concertina/rules/team/broken.md", "# No front matter\n");
    scratch.write(".github/concertina/rules/loose.md", "# No folder\n");
    Ran ran = Ran.in(folder, "", "check", "migrations", "--format", "json");
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains(".github/concertina/rules/team/broken.md")
        .contains(".github/concertina/rules/loose.md", "expected a rule as FOLDER/NAME.md");
  }
}
