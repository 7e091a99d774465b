package dev.concertina.review;

import dev.concertina.plan.Plan;
import dev.concertina.plan.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan as a Mermaid flowchart: which releases run side by side on which schema. Each deploy is a
 * schema to which the release before and the new one point; what runs on its own after the deploy
 * stands in it, too.
 */
final class Flowchart {
  private static final int MOST_DEPLOYS = 10;
  private static final int MOST_LINES = 3;
  private static final String AFTER = "then: ";
  private static final int LONGEST_LABEL = 40;

  private Flowchart() {}

  /** The chart in its fence; empty when it would say nothing or too much. */
  static String of(Plan plan) {
    int deploys = plan.deploys();
    if (plan.steps().size() < 2 || deploys < 1 || deploys > MOST_DEPLOYS) {
      return "";
    }
    StringBuilder chart = new StringBuilder("```mermaid\nflowchart LR\n");
    chart.append("  V0[\"running version\"]\n");
    if (plan.steps().getFirst().deploy() == 0) {
      chart.append("  V0 --> S0[(\"%s\")]\n".formatted(schema(plan.steps(), 0)));
    }
    for (int deploy = 1; deploy <= deploys; deploy++) {
      chart.append("  V%d & V%d[\"release %d\"] --> ".formatted(deploy - 1, deploy, deploy));
      chart.append("S%d[(\"%s\")]\n".formatted(deploy, schema(plan.steps(), deploy)));
    }
    return chart.append("```\n").toString();
  }

  /** What a deploy changes in the schema, and what follows before the next one. */
  private static String schema(List<Step> steps, int deploy) {
    List<String> lines = new ArrayList<>();
    for (Step step : steps) {
      boolean changes = step.betweenDeploys() || !step.schema().isEmpty();
      if (step.deploy() == deploy && changes) {
        boolean after = step.betweenDeploys() && deploy > 0;
        lines.add((after ? AFTER : "") + label(step.title()));
      }
    }
    if (lines.isEmpty() || lines.getFirst().startsWith(AFTER)) {
      lines.addFirst("schema as before");
    }
    if (lines.size() > MOST_LINES) {
      lines.subList(MOST_LINES - 1, lines.size()).clear();
      lines.add("…");
    }
    return (deploy == 0 ? "before deploy 1" : "deploy " + deploy)
        + "<br/>"
        + String.join("<br/>", lines);
  }

  /** The first words of the title, with no sign that means something to Mermaid. */
  private static String label(String title) {
    String words = Prose.of(title).plain();
    int end = 0;
    while (end < words.length() && ";,.:".indexOf(words.charAt(end)) < 0) {
      end++;
    }
    StringBuilder label = new StringBuilder();
    words
        .substring(0, end)
        .codePoints()
        .map(c -> Character.isLetterOrDigit(c) || "_-'".indexOf(c) >= 0 ? c : ' ')
        .forEach(label::appendCodePoint);
    String plain = label.toString().strip().replaceAll(" +", " ");
    return Clean.cut(plain, LONGEST_LABEL);
  }
}
