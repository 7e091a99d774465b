package dev.concertina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explaining, listing and testing rules. */
class RuleCommandsTest {
  private static final String RULE =
      """
      ---
      severity: warning
      kind: convention
      operations: [rename-table]
      ---
      # Renaming `{table}` needs a ticket

      The team wants to know of it.

      ## Unsafe

      ```sql
      ALTER TABLE a RENAME TO b; -- finding
      ```

      ## Safe

      ```sql
      CREATE TABLE c (id int);
      ```
      """;

  @TempDir Path folder;

  private Ran run(String... arguments) {
    return Ran.in(folder, "", arguments);
  }

  private void rule(String text) throws IOException {
    Path file = folder.resolve(".github/concertina/rules/team/rename.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void a_page_is_explained() {
    Ran ran = run("explain", "any/renamed-column");
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("any/renamed-column").doesNotContain("operations:");
  }

  @Test
  void an_unknown_rule_is_said_with_what_was_meant() {
    Ran ran = run("explain", "any/rename-column");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "concertina: unknown rule any/rename-column; did you mean any/renamed-column?\n");
    assertThat(run("explain").status()).isEqualTo(2);
  }

  @Test
  void rules_are_listed_with_the_team_s_own() throws IOException {
    ScratchRepository.in(folder);
    rule(RULE);
    Ran ran = run("rules", "list");
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("any/renamed-column").contains("team/rename");
    assertThat(ran.out()).contains("error, warning, info\n").doesNotContain("info, ");
    assertThat(run("explain", "team/rename").out()).contains("The team wants to know of it.");
    assertThat(run("rules", "index").out())
        .contains("| [team/rename](team/rename.md) | warning | convention | Renaming");
  }

  @Test
  void a_team_s_rules_are_held_to_the_laws() throws IOException {
    rule(RULE);
    Ran good = run("rules", "test");
    assertThat(good.status()).as(good.out()).isZero();
    assertThat(good.out()).isEqualTo("1 rule keeps the laws.\n");
    rule(RULE.replace("CREATE TABLE c (id int)", "ALTER TABLE c RENAME TO d"));
    Ran broken = run("rules", "test");
    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.out()).contains("rename.md: ").contains("a safe example has findings");
    rule(RULE.replace("severity: warning", "severity: loud"));
    Ran unreadable = run("rules", "test", ".github/concertina/rules");
    assertThat(unreadable.status()).isEqualTo(1);
    assertThat(unreadable.out()).contains(".github/concertina/rules/team/rename.md:2: expected");
  }

  @Test
  void rules_that_are_not_there_cannot_be_tested() throws IOException {
    assertThat(run("rules", "test").status()).isEqualTo(2);
    assertThat(run("rules", "test", ".").err()).contains("no rules in it");
    assertThat(run("rules").status()).isEqualTo(2);
    assertThat(run("rules", "test", "--help").status()).isZero();
  }
}
