package dev.concertina.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command from its arguments to its exit status. */
class CheckCommandTest {
  private static final String RENAME = "ALTER TABLE audio RENAME COLUMN length TO duration;\n";

  @TempDir Path folder;
  private ScratchRepository scratch;

  @BeforeEach
  void start() throws IOException {
    folder = folder.toRealPath();
    scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("app")));
    scratch
        .write(
            "db/migration/V1__audio.sql",
            "CREATE TABLE audio (id bigint PRIMARY KEY, length int);\n")
        .write("app/audio.py", "cur.execute('SELECT length FROM audio')\n")
        .commit("Start");
  }

  private Ran run(String... arguments) {
    return Ran.in(scratch.root(), "", arguments);
  }

  @Test
  void a_range_that_breaks_the_running_version_fails() {
    scratch.git("checkout", "-q", "-b", "topic");
    scratch.write("db/migration/V2__rename.sql", RENAME).commit("Rename");
    Ran ran = run("check", "--base", "main", "--head", "topic", "--format", "json");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains("\"rule\": \"any/renamed-column\"")
        .contains("db/migration/V2__rename.sql")
        .contains("app/audio.py");
  }

  @Test
  void batches_call_a_table_as_the_statement_does() {
    scratch.write(
        "db/migration/V2__fill.sql", "UPDATE audio AS a SET length = a.id WHERE a.length IS NULL;");
    assertThat(run("check", "db/migration/V2__fill.sql", "--format", "json").out())
        .contains("UPDATE audio AS a SET length = a.id WHERE id > :last AND id <= :next")
        .contains("SELECT count(*) FROM audio AS a WHERE (a.length IS NULL)");
  }

  @Test
  void without_head_the_work_tree_counts() {
    scratch.write("db/migration/V2__rename.sql", RENAME);
    assertThat(run("check", "--base", "main").status()).isEqualTo(1);
    assertThat(run("check", "--base", "main", "--head", "main").status()).isZero();
    assertThat(run("check", "--base", "main", "--fail-on", "never").status()).isZero();
  }

  @Test
  void paths_are_new_and_what_lies_beside_them_is_history() {
    scratch.write("db/migration/V2__rename.sql", RENAME);
    Ran ran = run("check", "db/migration/V2__rename.sql");
    assertThat(ran.status()).as(ran.err()).isEqualTo(1);
    assertThat(ran.out()).contains("any/renamed-column");
    assertThat(run("check", "db/migration/V1__audio.sql").status()).isZero();
    assertThat(run("check", "db").status()).as("both files are new together").isZero();
    assertThat(run("check", "db/**/V2*.sql").status()).isEqualTo(1);
  }

  @Test
  void paths_need_no_repository() throws IOException {
    Path plain = Files.createDirectory(folder.resolve("plain"));
    Files.writeString(plain.resolve("change.sql"), RENAME);
    Ran ran = Ran.in(plain, "", "check", "change.sql");
    assertThat(ran.status()).as(ran.err()).isEqualTo(1);
    assertThat(ran.out()).contains("change.sql");
    assertThat(Ran.in(folder, "", "check", "plain").status()).as("no migration").isZero();
    Files.createDirectory(plain.resolve("migrations"));
    Files.writeString(plain.resolve("migrations/1.sql"), RENAME);
    assertThat(Ran.in(folder, "", "check", "plain").status()).isEqualTo(1);
  }

  @Test
  void standard_input_is_read() {
    assertThat(Ran.in(folder, RENAME, "check", "-").status()).isEqualTo(1);
    assertThat(Ran.in(folder, "SELECT 1;", "check", "-").status()).isZero();
    assertThat(Ran.in(folder, "", "check", "-").status()).isZero();
  }

  @Test
  void the_result_goes_to_a_file() throws IOException {
    Ran ran = Ran.in(scratch.root(), RENAME, "check", "-", "--format=json", "--output", "out.json");
    assertThat(ran.out()).isEmpty();
    assertThat(Files.readString(scratch.root().resolve("out.json"), UTF_8))
        .contains("concertina/1");
  }

  @Test
  void a_plan_stands_alone() {
    Ran ran = Ran.in(folder, RENAME, "plan", "-");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("Add duration beside length");
  }

  @Test
  void a_link_that_is_no_migration_is_none_of_its_business() throws IOException {
    Files.writeString(folder.resolve("deploy.yaml.erb"), "kind: Job");
    Path link = scratch.root().resolve("config/db-migrate.yaml.erb");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, folder.resolve("deploy.yaml.erb"));
    assertThat(run("check", "--base", "main", "--format", "json").out())
        .doesNotContain("symbolic link");
  }

  @Test
  void a_link_is_said_not_to_be_followed() throws IOException {
    Files.writeString(folder.resolve("secret.sql"), "SELECT 'secret'");
    Files.createSymbolicLink(
        scratch.root().resolve("db/migration/V2__link.sql"), folder.resolve("secret.sql"));
    Ran ran = run("check", "--base", "main", "--format", "json");
    assertThat(ran.out()).contains("symbolic link").doesNotContain("secret'");
  }

  @Test
  void ignored_files_are_said_when_asked() {
    scratch.write("docs/query.sql", "SELECT 1;");
    assertThat(run("check", "--base", "main").err()).isEmpty();
    assertThat(run("check", "--base", "main", "-v").err()).contains("docs/query.sql is ignored");
    scratch.write("docs/notes.md", "Notes");
    assertThat(run("check", "docs/notes.md", "-v").err())
        .isEqualTo("concertina: docs/notes.md is ignored: it is no migration of a known kind\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          check                          | nothing to check
          check --base nope              | no such revision: nope
          check --base main --head -x    | is no revision
          check --head main              | --head needs --base
          check nowhere.sql              | nowhere.sql: no such file or folder
          check --base                   | --base: expected REF
          check --bsae main              | unknown option --bsae; did you mean --base?
          check - --format xml           | --format: expected one of text, json,
          check - --format jsn           | found jsn; did you mean json?
          check - --color sometimes      | --color: expected one of auto, always, never, found sometimes
          check - --fail-on info         | --fail-on: expected one of error
          check - --dialect oracle       | --dialect: expected one of postgresql
          check - --db-version new       | --db-version: expected a number
          check - --today tomorrow       | --today
          check - --output no/such/file  | --output: can't write no/such/file: its folder isn't there
          check - --output .             | --output: can't write .: Is a directory
          check - --base main            | can't be combined
          check --repo nowhere --base x  | no such folder
          check db --base main db/../../x | is outside of
          check --base a --base b        | --base is given more than once
          explain                        | expected RULE; see concertina explain --help
          explain a b                    | unexpected argument b
          rules                          | rules: expected one of list, test, index
          chekc                          | found chekc; did you mean check?
                                         | expected a command
          """)
  void what_cannot_be_carried_out_is_one_line_and_2(String arguments, String message) {
    Ran ran = run(arguments == null ? new String[0] : arguments.split(" "));
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).startsWith("concertina: ").contains(message);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void help_and_version_are_no_errors() {
    assertThat(run("--help").status()).isZero();
    assertThat(run("check", "--help").out()).contains("--base");
    assertThat(run("--version").out()).startsWith("concertina ");
  }
}
