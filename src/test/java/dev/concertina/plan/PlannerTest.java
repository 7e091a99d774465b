package dev.concertina.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final Plan PLAN =
      new Plan(List.of(), List.of("An alias."), "Mind the order.", 1, null);

  @Test
  void aFaultInAFrameworksWordsCostsTheWordsAlone() {
    Plan plan =
        Planner.orPlain(
            PLAN,
            () -> {
              throw new IndexOutOfBoundsException("the text of somebody's migration");
            });
    assertThat(plan.alternatives()).containsExactly("An alias.");
    assertThat(plan.rollbackFloor()).isEqualTo(1);
    assertThat(plan.note())
        .startsWith("Mind the order. Writing these steps")
        .endsWith("IndexOutOfBoundsException.");
  }

  @Test
  void wordsTakeThePlaceOfThePlan() {
    assertThat(Planner.orPlain(PLAN, () -> Plan.NONE)).isSameAs(Plan.NONE);
  }
}
