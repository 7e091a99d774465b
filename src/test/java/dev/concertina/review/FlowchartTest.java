package dev.concertina.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.plan.Phase;
import dev.concertina.plan.Plan;
import dev.concertina.plan.Step;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which release runs on which schema. */
class FlowchartTest {
  private static final List<String> SQL = List.of("SELECT 1;");

  private static Step step(int deploy, boolean between, String title, List<String> sql) {
    return new Step(1, deploy, Phase.MIGRATE, between, title, sql, true, null, null, null);
  }

  private static String chart(Step... steps) {
    return Flowchart.of(new Plan(List.of(steps), List.of(), null, 0, null));
  }

  @Test
  void lets_two_releases_run_on_the_schema_of_each_deploy() {
    assertThat(
            chart(
                step(1, false, "Add `b` beside `a`", SQL),
                step(1, true, "Copy the values", SQL),
                step(2, false, "Read `b`", List.of())))
        .isEqualTo(
            """
            ```mermaid
            flowchart LR
              V0["running version"]
              V0 & V1["release 1"] --> S1[("deploy 1<br/>Add b beside a<br/>then: Copy the values")]
              V1 & V2["release 2"] --> S2[("deploy 2<br/>schema as before")]
            ```
            """);
  }

  @Test
  void says_what_happens_before_the_first_deploy() {
    assertThat(chart(step(0, true, "Mend the rows", SQL), step(1, false, "Add the check", SQL)))
        .contains("V0 --> S0[(\"before deploy 1<br/>Mend the rows\")]");
  }

  @Test
  void takes_no_sign_of_mermaids_from_a_name() {
    assertThat(chart(step(1, false, "Drop `x\")] --> y[(\"<b>&`", SQL), step(2, true, "z", SQL)))
        .contains("<br/>Drop x -- y b\")]");
  }

  @Test
  void draws_nothing_that_nobody_can_read() {
    assertThat(chart(step(1, false, "Add it", SQL))).isEmpty();
    Step[] many =
        IntStream.rangeClosed(1, 11).mapToObj(d -> step(d, false, "x", SQL)).toArray(Step[]::new);
    assertThat(chart(many)).isEmpty();
    Step[] one = IntStream.range(0, 9).mapToObj(i -> step(1, false, "x", SQL)).toArray(Step[]::new);
    assertThat(chart(one)).contains("x<br/>x<br/>…");
  }
}
