package dev.concertina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A change of rows in a migration is asked for its evidence, is estimated where the table's size is
 * known, and is accepted with a measurement as the reason.
 */
class EvidenceTest {

  private static final String MIGRATION = "db/migration/V2__trim.sql";
  private static final String CHANGE = "UPDATE audio SET title = trim(title);\n";

  @TempDir private Path folder;
  private ScratchRepository scratch;

  @BeforeEach
  void start() {
    scratch = ScratchRepository.in(folder);
    scratch
        .write(
            "db/migration/V1__audio.sql",
            "CREATE TABLE audio (id bigint PRIMARY KEY, title text);\n")
        .commit("Start");
  }

  private String check(int status, String format) {
    Ran ran = Ran.in(folder, "", "check", "--base", "main", "--format", format);
    assertThat(ran.status()).as(ran.out()).isEqualTo(status);
    return ran.out();
  }

  private void measured(long rows) {
    measured(rows, "");
  }

  private void measured(long rows, String settings) {
    scratch
        .write(".github/concertina.yml", "tables: {stats: db/sizes.json}\n" + settings)
        .write("db/sizes.json", "{\"public.audio\": {\"rows\": " + rows + "}}\n")
        .commit("Measure");
    scratch.write(MIGRATION, CHANGE);
  }

  @Test
  void the_comment_asks_for_a_measurement() {
    scratch.write(MIGRATION, CHANGE);
    assertThat(check(1, "markdown"))
        .contains("What takes longer than about 30 seconds is no migration.")
        .contains(
            "`-- concertina: allow any/data-change-in-migration because takes … s on production,"
                + " measured …`")
        .contains(
            "`/concertina allow any/data-change-in-migration because takes … s on production,"
                + " measured …`")
        .doesNotContain("Estimated");
  }

  @Test
  void a_finding_that_is_no_matter_of_time_is_asked_for_any_reason() {
    scratch.write(MIGRATION, "ALTER TABLE audio ADD COLUMN plays integer NOT NULL;\n");
    assertThat(check(1, "markdown")).contains("because …`").doesNotContain("takes …");
  }

  @Test
  void a_measurement_is_accepted_and_shown() {
    String evidence = "takes 4 s on production, measured on 2026-11-30 with 1.2 million rows";
    String rules = "any/data-change-in-migration, any/unbounded-change, any/destructive-change";
    StringBuilder allowed = new StringBuilder();
    for (String rule : rules.split(", ")) {
      allowed.append("-- concertina: allow ").append(rule).append(" because ");
      allowed.append(evidence).append('\n');
    }
    scratch.write(MIGRATION, allowed + CHANGE);
    assertThat(check(0, "markdown")).contains("Allowed: 3 findings").contains("`" + evidence + "`");
    assertThat(check(0, "json")).contains("\"reason\": \"" + evidence + "\"");
  }

  @Test
  void a_table_that_takes_longer_is_said_to_be_over_the_limit() {
    measured(1_200_000);
    assertThat(check(1, "json"))
        .contains(
            "Estimated from the size of `audio`, at 10,000 rows a second: about 2 minutes, over the"
                + " 30 seconds that a migration may take. `audio` has about 1,200,000 rows.");
  }

  @Test
  void a_table_that_takes_longer_than_a_deploy_is_said_to_be() {
    measured(6_100_000);
    assertThat(check(1, "json"))
        .contains("about 10 minutes, over the 10 minutes that a whole deploy may take.");
  }

  @Test
  void how_long_a_deploy_may_take_is_the_team_s_to_say() {
    measured(6_100_000, "rollout: {deploy-minutes: 30}\n");
    assertThat(check(1, "json")).contains("about 10 minutes, over the 30 seconds");
  }

  @Test
  void a_table_that_takes_less_is_said_to_be_within_it() {
    measured(300_000);
    assertThat(check(1, "json")).contains("about 30 seconds, within the 30 seconds");
  }

  @Test
  void one_row_more_is_over_it() {
    measured(300_001);
    assertThat(check(1, "json")).contains("about 31 seconds, over the 30 seconds");
  }
}
