package dev.concertina.rule;

import java.util.List;
import java.util.Set;

/**
 * What is dangerous: one Markdown file. What decides whether it holds is here; what it says is its
 * {@link #page}, read only when it is needed.
 *
 * @param id the file's path under {@code rules/}, without {@code .md}
 * @param levels the severity by circumstance: the first whose condition holds
 * @param kinds the kinds of operation it looks at, {@code migration} for a whole file
 * @param where which facts make the hazard
 * @param on whether it is on without configuration
 * @param aside whether it is said in the summary alone and never beside a line
 * @param related the fact that says the other place of a finding that joins two, or null
 * @param text what its file says
 */
public record Rule(
    String id,
    Kind kind,
    List<Level> levels,
    Set<String> kinds,
    Condition where,
    boolean on,
    boolean aside,
    String related,
    RuleText text) {

  public Rule {
    levels = List.copyOf(levels);
    kinds = Set.copyOf(kinds);
  }

  /** A severity and when it is the one. */
  public record Level(Severity severity, Condition when) {}

  /** The severity under these facts, or null when the rule does not hold. */
  Severity judge(Facts facts) {
    if (!where.holds(facts)) {
      return null;
    }
    for (Level level : levels) {
      if (level.when().holds(facts)) {
        return level.severity();
      }
    }
    return null;
  }

  /** What the rule says. */
  public RulePage page() {
    return text.page();
  }

  /** The folder: where it holds. */
  public String folder() {
    return id.substring(0, id.indexOf('/'));
  }
}
