package dev.concertina.review;

import dev.concertina.plan.Plan;
import dev.concertina.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** A plan as a Mermaid flowchart: one box for each deploy, a rounder one for what runs between. */
final class Flowchart {
  private static final int MOST_BOXES = 16;
  private static final int LONGEST_LABEL = 36;

  private Flowchart() {}

  /** The chart in its fence; empty when it would say nothing or too much. */
  static String of(Plan plan) {
    List<String> boxes = new ArrayList<>();
    Step last = null;
    for (Step step : plan.steps()) {
      if (last == null || !PlanText.isSameRelease(last, step)) {
        boxes.add(box(boxes.size() + 1, step));
      }
      last = step;
    }
    if (boxes.size() < 2 || boxes.size() > MOST_BOXES) {
      return "";
    }
    return "```mermaid\nflowchart LR\n  " + String.join(" --> ", boxes) + "\n```\n";
  }

  private static String box(int number, Step step) {
    String label = label(step.title());
    return step.betweenDeploys()
        ? "S" + number + "([\"" + label + "\"])"
        : "S" + number + "[\"deploy " + step.deploy() + "<br/>" + label + "\"]";
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
        .map(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-' ? c : ' ')
        .forEach(label::appendCodePoint);
    String plain = label.toString().strip().replaceAll(" +", " ");
    return Clean.cut(plain, LONGEST_LABEL);
  }
}
