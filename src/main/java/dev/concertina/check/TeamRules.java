package dev.concertina.check;

import dev.concertina.migration.Tree;
import dev.concertina.rule.RuleBook;
import dev.concertina.rule.RuleException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A team's own rules, from its repository. */
public final class TeamRules {
  private static final int MOST = 500;
  private static final int MOST_BYTES = 256 * 1024;

  private TeamRules() {}

  /**
   * Reads the rules of a repository; one that is broken is a problem and does not take the others
   * with it.
   */
  public static RuleBook read(Tree tree, RuleBook builtIn, List<Report.Problem> problems) {
    RuleBook all = RuleBook.read(Map.of(), RepositoryConfiguration.RULES, builtIn.facts());
    for (Map.Entry<String, String> rule : texts(tree, problems).entrySet()) {
      Map<String, String> one = Map.of(rule.getKey(), rule.getValue());
      try {
        all = all.with(RuleBook.read(one, RepositoryConfiguration.RULES, builtIn.facts()));
      } catch (RuleException e) {
        e.mistakes().stream()
            .sorted(Comparator.comparingInt(RuleException.Mistake::line))
            .map(m -> new Report.Problem(m.file(), m.line(), 1, m.message()))
            .forEach(problems::add);
      }
    }
    return all;
  }

  /** The texts of the rule files by their ids. */
  public static Map<String, String> texts(Tree tree, List<Report.Problem> problems) {
    Map<String, String> texts = new TreeMap<>();
    for (String path : tree.files().tailMap(RepositoryConfiguration.RULES).keySet()) {
      if (!path.startsWith(RepositoryConfiguration.RULES) || texts.size() == MOST) {
        break;
      }
      boolean page = path.endsWith(".md") && !path.endsWith("/README.md");
      byte[] bytes = page ? tree.read(path).orElse(new byte[MOST_BYTES + 1]) : new byte[0];
      if (bytes.length > MOST_BYTES) {
        problems.add(new Report.Problem(path, 1, 1, "it is too big to be a rule"));
      } else if (page) {
        String id =
            path.substring(RepositoryConfiguration.RULES.length(), path.length() - ".md".length());
        if (id.contains("/")) {
          texts.put(id, new String(bytes, StandardCharsets.UTF_8));
        } else {
          problems.add(new Report.Problem(path, 1, 1, "expected a rule as FOLDER/NAME.md"));
        }
      }
    }
    return texts;
  }
}
