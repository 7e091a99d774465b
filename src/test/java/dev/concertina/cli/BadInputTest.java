package dev.concertina.cli;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a pull request holds is read or reported, and the findings beside it still come. The
 * time limits are there for what never ends, not for what is slow.
 */
@Timeout(180)
class BadInputTest {
  private static final String BAD = "db/migration/V2__bad.sql";
  private static final String RENAME = "ALTER TABLE audio RENAME COLUMN length TO duration;\n";
  private static final String CONFIG = ".github/concertina.yml";

  @TempDir Path folder;
  private ScratchRepository scratch;

  @BeforeEach
  void start() throws IOException {
    scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("app")));
    scratch
        .write(
            "db/migration/V1__audio.sql",
            "CREATE TABLE audio (id bigint PRIMARY KEY, length int);\n")
        .write("app/audio.py", "cur.execute('SELECT length FROM audio')\n")
        .commit("Start");
    scratch.git("checkout", "-q", "-b", "topic");
  }

  private Ran check(String format) {
    scratch.write("db/migration/V3__rename.sql", RENAME).commit("Change");
    return Ran.in(
        scratch.root(), "", "check", "--base", "main", "--head", "topic", "--format", format);
  }

  /** The finding beside the bad file is there, and the run ends as it should. */
  private String read() {
    Ran ran = check("json");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).as(ran.out()).isEqualTo(1);
    assertThat(ran.out())
        .contains("\"rule\": \"any/renamed-column\"")
        .contains("app/audio.py")
        .doesNotContain("Exception");
    return ran.out();
  }

  private void reported(String path) {
    String out = read();
    assertThat(out.substring(out.indexOf("\"notAnalysed\": ["))).contains(path);
    assertThat(out).contains("\"rule\": \"any/not-analysed\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (a int",
        "ALTER TABLE audio ADD COLUMN",
        "ALTER TABLE audio ADD CONSTRAINT c CHECK (((length > 0));",
        "ALTER TABLE audio)) ADD COLUMN a int;",
        "INSERT INTO audio VALUES ('never closed",
        "DO $body$ BEGIN NULL;",
        "SELECT 1 /* never closed",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1;",
        ")))))",
        "\"never closed",
        "ALTER ALTER ALTER;"
      })
  void truncated_and_unbalanced_statements(String text) {
    scratch.write(BAD, text);
    reported(BAD);
  }

  @Test
  void a_statement_of_5_megabytes() {
    StringBuilder text = new StringBuilder("INSERT INTO film (id, title) VALUES (0, 'a')");
    for (int i = 1; text.length() < 5 << 20; i++) {
      text.append(", (").append(i).append(", 'a title of some length, with a '' in it')");
    }
    scratch.write(BAD, text.append(";\n").toString());
    read();
  }

  @Test
  void ten_thousand_statements() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.append("COMMENT ON COLUMN audio.length IS 'note ").append(i).append("';\n");
    }
    scratch.write(BAD, text.toString());
    assertThat(read()).contains("\"statements\": 10001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE audio ADD CONSTRAINT c CHECK (%s);",
        "ALTER TABLE audio ADD COLUMN c int DEFAULT %s;",
        "SELECT %s;",
        "UPDATE audio SET length = %s WHERE id = 1;",
        "CREATE VIEW v AS SELECT %s AS a;"
      })
  void five_thousand_nested_parentheses(String statement) {
    scratch.write(BAD, statement.replace("%s", "(".repeat(5_000) + "1" + ")".repeat(5_000)) + "\n");
    read();
  }

  @Test
  void a_file_with_nul_bytes() {
    scratch.write(BAD, "ALTER TABLE audio \u0000 ADD COLUMN a int;\n");
    reported(BAD);
  }

  @Test
  void bytes_that_are_no_utf_8() {
    byte[] bytes = "ALTER TABLE audio ADD COLUMN a text DEFAULT 'x';\n".getBytes(UTF_8);
    bytes[bytes.length - 4] = (byte) 0xFF;
    scratch.write(BAD, bytes);
    assertThat(read()).contains(BAD);
  }

  @Test
  void utf_16_with_and_without_a_mark() {
    scratch.write(BAD, "ALTER TABLE audio ADD COLUMN a int;\n".getBytes(UTF_16));
    assertThat(read()).contains(BAD);
    scratch.write(BAD, "ALTER TABLE audio ADD COLUMN a int;\n".getBytes(UTF_16LE));
    reported(BAD);
  }

  @Test
  void a_symbolic_link_out_of_the_repository() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.sql"), "CREATE TABLE secret (a int);");
    Files.createSymbolicLink(scratch.root().resolve(BAD), secret);
    reported(BAD);
    assertThat(check("json").out()).doesNotContain("CREATE TABLE secret");
  }

  @Test
  void a_folder_that_is_a_link_out_of_the_repository() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("V4__secret.sql"), "DROP TABLE secret;");
    Files.createSymbolicLink(scratch.root().resolve("db/migration/more"), outside);
    assertThat(read()).doesNotContain("secret");
  }

  @Test
  void a_submodule_among_the_migrations() {
    String commit = scratch.git("rev-parse", "HEAD");
    scratch.git("update-index", "--add", "--cacheinfo", "160000," + commit + ",db/migration/sub");
    scratch.write("db/migration/V3__rename.sql", RENAME);
    scratch.git("add", "db/migration/V3__rename.sql");
    scratch.git("commit", "-q", "-m", "Submodule");
    Ran ran =
        Ran.in(
            scratch.root(), "", "check", "--base", "main", "--head", "topic", "--format", "json");
    assertThat(ran.status()).as(ran.err()).isEqualTo(1);
    assertThat(ran.out())
        .contains("\"rule\": \"any/renamed-column\"")
        .contains("it is a submodule");
  }

  @Test
  void a_history_with_gaps() {
    scratch
        .write("db/migration/V7__later.sql", "ALTER TABLE never_made ADD COLUMN a int;\n")
        .write(BAD, "ALTER TABLE unheard_of DROP COLUMN nothing;\nDROP INDEX no_such;\n");
    assertThat(read()).contains("unheard_of");
  }

  @Test
  void a_hundred_thousand_files() throws IOException, InterruptedException {
    StringBuilder stream = new StringBuilder();
    stream.append("blob\nmark :1\ndata 11\nlength = 1\n\n");
    stream.append("commit refs/heads/main\ncommitter T <t@example.org> 1700000000 +0000\n");
    stream.append("data 4\nMany\nfrom refs/heads/main^0\n");
    for (int i = 0; i < 100_000; i++) {
      stream.append("M 100644 :1 lib/").append(i / 500).append("/f").append(i).append(".py\n");
    }
    Path input = Files.writeString(folder.resolve("stream"), stream);
    Process git =
        new ProcessBuilder("git", "fast-import", "--quiet")
            .directory(scratch.root().toFile())
            .redirectInput(input.toFile())
            .start();
    assertThat(git.waitFor()).isZero();
    scratch.git("checkout", "-q", "--orphan", "alone");
    scratch.git("update-ref", "refs/heads/topic", "refs/heads/main");
    scratch.git("symbolic-ref", "HEAD", "refs/heads/topic");
    // The work tree stays small: only the migration is added to the commit's files.
    scratch.git("read-tree", "topic");
    scratch.write("db/migration/V3__rename.sql", RENAME);
    scratch.git("add", "db/migration/V3__rename.sql");
    scratch.git("commit", "-q", "-m", "Rename");
    Ran ran =
        Ran.in(
            scratch.root(), "", "check", "--base", "main", "--head", "topic", "--format", "json");
    assertThat(ran.status()).as(ran.err()).isEqualTo(1);
    assertThat(ran.out()).contains("\"rule\": \"any/renamed-column\"").contains("app/audio.py");
  }

  @Test
  void a_source_file_of_one_very_long_line() {
    scratch.git("checkout", "-q", "main");
    scratch
        .write("app/bundle.js", "a.audio.length=audio['length'];".repeat(10_000))
        .write("app/dump.sql", "SELECT length FROM audio UNION ".repeat(10_000))
        .commit("Bundle");
    scratch.git("checkout", "-q", "-b", "long");
    scratch.git("branch", "-f", "topic", "long");
    scratch.git("checkout", "-q", "topic");
    read();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: [", "fail-on: sometimes", "- a", "\ta: 1", "tables: {large: 3}", "a: \u0000"})
  void a_configuration_that_cannot_be_read(String text) {
    scratch.git("checkout", "-q", "main");
    scratch.write(CONFIG, text).commit("Configure");
    Ran ran = Ran.in(scratch.root(), "", "check", "--base", "main");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("concertina: " + CONFIG + ":").containsOnlyOnce("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "github", "sarif", "gitlab", "json"})
  void hostile_names_act_nowhere(String format) {
    String evil =
        "\u001b[31m::error::x @everyone `````` <img src=x> \u202egnp\u2066 ![a](http://x) #1"
            + " a".repeat(2_000);
    String quoted = "\"" + evil.replace("\"", "\"\"") + "\"";
    scratch.write(
        BAD,
        "ALTER TABLE audio RENAME COLUMN length TO "
            + quoted
            + ";\n\n::set-output name=a::b\n;\nDROP TABLE "
            + quoted
            + ";\n::error file=x::y\n;\n");
    scratch.write("db/migration/V4__::warning::\u202e`x`.sql", "DROP TABLE film;\n");
    Ran ran = check(format);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("any/renamed-column")
        .doesNotContain("\u001b", "\u202e", "\u2066", "<img src=x>\n");
    if (format.equals("github")) {
      assertThat(ran.out().lines().filter(line -> line.startsWith("::")))
          .allMatch(line -> line.matches("::(error|warning|notice) file=.*,title=.*::.*"));
    } else {
      assertThat(ran.out().lines()).noneMatch(line -> line.startsWith("::"));
    }
    assertThat(ran.out().lines()).allMatch(line -> line.length() < 20_000);
  }
}
