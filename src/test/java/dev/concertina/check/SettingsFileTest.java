package dev.concertina.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.concertina.rule.Conventions;
import dev.concertina.rule.Severity;
import dev.concertina.rule.TableSizes;
import dev.concertina.schema.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a configuration means, what is wrong with one, and that its schema says the same. */
class SettingsFileTest {
  private static final String FILE = ".github/concertina.yml";
  private static final List<String> RULES =
      List.of(
          "any/dropped-column",
          "any/renamed-column",
          "postgres/blocking-index",
          "convention/name-pattern",
          "convention/missing-comment",
          "convention/required-columns");

  private static final Map<String, String> OTHERS =
      Map.of(
          "ours.yml",
          """
          database: {engine: postgresql, version: 15}
          tables: {small: [countries], stats: ./sizes.json}
          rules: {postgres/blocking-index: off, any/renamed-column: warning}
          fail-on: warning
          """,
          "agreed.yml",
          """
          conventions: {names: {index: "i_.*", table: "t_.*"}, comments: [column]}
          allow: [{rule: any/dropped-column, because: unread, until: 2020-01-31}]
          """,
          "loop.yml",
          "extends: ./loop.yml",
          "wrong.yml",
          "fail-on: 3",
          "sizes.json",
          "{\"public.events\": {\"rows\": 1200000, \"bytes\": 734003200}, \"app.kinds\": {\"rows\": 9}}",
          "slips.json",
          "{\"events\": {\"row\": 1}}",
          "list.json",
          "[1, 2]");

  private static SettingsFile.Read read(String text) {
    return SettingsFile.read(FILE, text.replace("~", "\n"), RULES, OTHERS::get);
  }

  private static List<String> problems(String text) {
    return read(text).problems().stream()
        .map(problem -> problem.line() + ":" + problem.column() + ": " + problem.message())
        .toList();
  }

  @Test
  void everything_together() {
    SettingsFile.Read read =
        read(
            """
            database: {engine: postgresql, version: 16}
            rollout: {migrations: after, post-deploy: ["late/**"], deploy-minutes: 3}
            timeouts: {lock: runner}
            tables: {large: [events, "audit_*"], small: [countries]}
            projects:
              - {path: billing, framework: flyway, database: {engine: mysql, version: 8.4}}
            rules: {postgres/blocking-index: warning, any/renamed-column: off}
            allow:
              - {rule: any/dropped-column, path: "V9*", because: "unread", until: 2027-01-31}
            fail-on: warning
            mode: advise
            comment: {inline: 5, when: always}
            """);
    assertThat(read.problems()).isEmpty();
    Settings settings = read.settings();
    assertThat(settings.engine()).isEqualTo("postgresql");
    assertThat(settings.version()).isEqualTo(16);
    assertThat(settings.postDeployAll()).isTrue();
    assertThat(settings.postDeploy()).containsExactly("late/**");
    assertThat(settings.deployMinutes()).isEqualTo(3);
    assertThat(settings.lockTimeoutByRunner()).isTrue();
    assertThat(settings.large()).containsExactly("events", "audit_*");
    assertThat(settings.small()).containsExactly("countries");
    assertThat(settings.projects())
        .containsExactly(new Settings.Project("billing", "flyway", "mysql", 8));
    assertThat(settings.rules())
        .containsEntry("postgres/blocking-index", Optional.of(Severity.WARNING))
        .containsEntry("any/renamed-column", Optional.empty());
    assertThat(settings.allow())
        .containsExactly(
            new Settings.Allow(
                "any/dropped-column", "V9*", "unread", LocalDate.of(2027, 1, 31), FILE, 9));
    assertThat(settings.failOn()).contains(Severity.WARNING);
    assertThat(settings.mode()).isEqualTo(Settings.Mode.ADVISE);
    assertThat(settings.comments()).isEqualTo(new Settings.Comments(5, "always"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "# nothing~", "---~", "{}", "\ufeff# mark~", "rules:~tables: ~"})
  void nothing_means_the_defaults(String text) {
    assertThat(read(text)).isEqualTo(new SettingsFile.Read(Settings.DEFAULT, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          fail-no: error                     | 1:1: unknown key fail-no; did you mean fail-on?
          # x~tables: {larg: [a]}            | 2:10: unknown key tables.larg; did you mean large?
          xyzzy: 1                           | 1:1: unknown key xyzzy
          rules:~  any/dropped-colunm: off   | 2:3: unknown rule any/dropped-colunm; did you mean any/dropped-column?
          allow:~ - {rule: any/x-y-z, because: a} | 2:11: unknown rule any/x-y-z
          allow:~ - rule: any/dropped-column | 2:10: any/dropped-column is not allowed: expected a reason (because)
          allow: [{rule: any/dropped-column, because: a, untill: 2027-01-31}] | 1:48: unknown key allow[1].untill; did you mean until?
          projects: [{path: a, framework: flywya}] | 1:33: unknown framework flywya; did you mean flyway?
          extends: a/b//c@v1                 | 1:10: a/b//c@v1 is not read: the check reads nothing over the network; copy it into this repository and name it as ./path
          extends: none.yml                  | 1:10: none.yml is not read: expected ./path of a file in this repository
          extends: ./none.yml                | 1:10: ./none.yml is not read: there is no such file to read
          extends: ./loop.yml                | 1:10: ./loop.yml is not read: it extends itself
          conventions: {names: {tabel: a}}   | 1:23: unknown kind of name tabel; did you mean table?
          conventions: {comments: [index]}   | 1:25: expected table or column, found index
          conventions: {column: [a]}         | 1:15: unknown key conventions.column; did you mean columns?
          tables: {stats: a.json}            | 1:17: a.json is not read: there is no such file to read
          tables: {stats: slips.json}        | 1:13: unknown key events.row; did you mean rows?
          """)
  void what_is_unknown_is_listed_with_its_place(String text, String problem) {
    assertThat(problems(text)).containsExactly(problem);
  }

  @Test
  void conventions_go_over_those_of_a_preset() {
    Conventions conventions =
        read("extends: ./agreed.yml~conventions: {names: {index: '.*_idx'}, columns: [id]}")
            .settings()
            .conventions();

    assertThat(conventions)
        .isEqualTo(
            new Conventions(
                Map.of("index", ".*_idx", "table", "t_.*"), List.of("column"), List.of("id")));
  }

  @Test
  void an_allowance_knows_its_file() {
    assertThat(read("extends: ./agreed.yml").settings().allow())
        .extracting(Settings.Allow::file, Settings.Allow::line)
        .containsExactly(tuple("agreed.yml", 2));
  }

  @Test
  void a_preset_holds_where_the_file_says_nothing() {
    Settings settings =
        read("extends: ./ours.yml~rules: {any/renamed-column: error}~fail-on: never").settings();

    assertThat(settings.version()).isEqualTo(15);
    assertThat(settings.small()).containsExactly("countries");
    assertThat(settings.rules())
        .containsEntry("postgres/blocking-index", Optional.empty())
        .containsEntry("any/renamed-column", Optional.of(Severity.ERROR));
    assertThat(settings.failOn()).isEmpty();
    assertThat(settings.sizes())
        .containsEntry(Name.of("events"), new TableSizes.Measured(1_200_000, 734_003_200))
        .containsEntry(new Name("app", "kinds"), new TableSizes.Measured(9, -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          extends: ./wrong.yml           | wrong.yml:1:10: fail-on: expected one of error, warning, never, found 3
          tables: {stats: ./list.json}   | list.json:1:1: expected keys and values, found a list
          conventions: {names: {view: (}} | .github/concertina.yml:1:29: conventions.names.view: expected a regular expression, found Unclosed group
          """)
  void what_is_wrong_in_another_file_is_said_of_that_file(String text, String message) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(SettingsException.class).hasMessage(message);
  }

  @Test
  void what_is_unknown_takes_nothing_with_it() {
    SettingsFile.Read read = read("xyzzy: 1~rules: {a/b: off, any/renamed-column: info}");
    assertThat(read.problems()).hasSize(2);
    assertThat(read.settings().rules()).containsOnlyKeys("any/renamed-column");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          fail-on: sometimes        | 1:10: fail-on: expected one of error, warning, never, found sometimes
          fail-on: eror             | 1:10: fail-on: expected one of error, warning, never, found eror; did you mean error?
          fail-on: [error]          | 1:10: fail-on: expected one of error, warning, never, found a list
          tables: 3                 | 1:9: tables: expected keys and values, found 3
          tables:~  large: events   | 2:10: tables.large: expected a list, found events
          tables: {large: [1]}      | 1:18: tables.large: expected text, found 1
          tables: {large: [[a]]}    | 1:18: tables.large: expected text, found a list
          - a                       | 1:1: expected keys and values, found a list
          hello                     | 1:1: expected keys and values, found hello
          comment: {inline: few}    | 1:19: comment.inline: expected a whole number, found few
          comment: {inline: -1}     | 1:19: comment.inline: expected a whole number, found -1
          database: {version: new}  | 1:21: database.version: expected a version, found new
          database: {engine: postgres} | 1:20: database.engine: expected one of postgresql, mysql, mariadb, found postgres; did you mean postgresql?
          timeouts: {lock: 5s}      | 1:18: timeouts.lock: expected runner, found 5s
          rules: {any/renamed-column: loud} | 1:29: rules.any/renamed-column: expected one of error, warning, info, off, found loud
          mode: a~mode: b           | 2:1: mode is given twice
          allow: [{because: a}]     | 1:1: expected a rule for each allow
          projects: [{framework: flyway}] | 1:1: expected a path for each project
          allow: [{rule: any/dropped-column, because: a, until: soon}] | 1:55: allow[1].until: expected a date as 2027-01-31, found soon
          """)
  void what_cannot_be_meant_ends_the_reading(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(SettingsException.class)
        .hasMessage(FILE + ":" + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b: c",
        "\ta: 1",
        "{",
        "a: 'x",
        "a: *nowhere",
        "--- ~a: 1~---~b: 2",
        "!!javax.script.ScriptEngineManager [x]",
        "a: \u0000"
      })
  void what_is_no_yaml_says_where(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(SettingsException.class)
        .hasMessageMatching("(?s)" + Pattern.quote(FILE) + ":\\d+:\\d+: .+");
  }

  @Test
  void bombs_do_not_go_off() {
    StringBuilder laughs = new StringBuilder("tables:\n  large: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      laughs.append("z").append(i).append(": &a").append(i).append(" [*a").append(i - 1);
      laughs.append(", *a").append(i - 1).append("]\n");
    }
    assertThatThrownBy(() -> read(laughs.toString()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("aliases");
    assertThatThrownBy(() -> read("a: " + "[".repeat(10_000)))
        .isInstanceOf(SettingsException.class);
    assertThatThrownBy(() -> read("# " + "x".repeat(300_000)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("at most");
    assertThat(read("tables: {small: &s [a], large: *s}").settings().large()).containsExactly("a");
  }

  /** Whatever the schema accepts is read without a word, and the other way round. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "database: {engine: postgresql}",
        "database: {version: 16}",
        "database: {version: '16.2'}",
        "database: {version: 8.4}",
        "database: {version: x}",
        "database: {version: 0}",
        "database: {engine: oracle}",
        "database: {name: x}",
        "database: [1]",
        "rollout: {migrations: before, post-deploy: [a], deploy-minutes: 0}",
        "rollout: {migrations: later}",
        "rollout: {post-deploy: a}",
        "rollout: {deploy-minutes: 1.5}",
        "rollout: {deploy-minutes: '5'}",
        "timeouts: {lock: runner}",
        "timeouts: {lock: none}",
        "timeouts: {statement: runner}",
        "tables: {large: [a], small: [b]}",
        "tables: {large: [true]}",
        "tables: {medium: [a]}",
        "projects: [{path: a}]",
        "projects: [{path: a, framework: flyway, database: {engine: mysql}}]",
        "projects: [{framework: flyway}]",
        "projects: [{path: 1}]",
        "projects: {path: a}",
        "projects: [a]",
        "rules: {any/dropped-column: off}",
        "rules: {any/dropped-column: info}",
        "rules: {any/dropped-column: fatal}",
        "rules: [any/dropped-column]",
        "allow: [{rule: any/dropped-column, because: a, path: b, until: 2027-01-31}]",
        "allow: [{rule: any/dropped-column, because: a}]",
        "allow: [{rule: any/dropped-column}]",
        "allow: [{because: a}]",
        "allow: [{rule: any/dropped-column, because: a, until: later}]",
        "fail-on: never",
        "fail-on: info",
        "mode: observe",
        "mode: on",
        "comment: {inline: 0, when: never}",
        "comment: {inline: -1}",
        "comment: {when: sometimes}",
        "unknown: 1"
      })
  void the_schema_agrees(String text) throws IOException {
    boolean silent;
    try {
      silent = read(text).problems().isEmpty();
    } catch (SettingsException e) {
      silent = false;
    }
    assertThat(valid(text)).isEqualTo(silent);
  }

  @Test
  void documented_examples_are_valid() throws IOException {
    Matcher blocks =
        Pattern.compile("(?s)```yaml\\n(.*?)```")
            .matcher(Files.readString(Path.of("docs/configuration.md")));
    int count = 0;
    while (blocks.find()) {
      assertThat(valid(blocks.group(1))).as(blocks.group(1)).isTrue();
      assertThat(read(blocks.group(1)).problems()).isEmpty();
      count++;
    }
    assertThat(count).isPositive();
  }

  private static boolean valid(String yaml) throws IOException {
    JsonNode node = new YAMLMapper().readTree(yaml);
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("docs/schema/concertina.schema.json")));
    return schema.validate(node.toString(), InputFormat.JSON).isEmpty();
  }
}
