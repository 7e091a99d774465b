package dev.concertina.rule;

import dev.concertina.rule.RuleException.Mistake;
import dev.concertina.schema.OperationKind;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the front matter of one rule file and collects everything that is wrong with it. */
final class RuleFile {

  /** The kinds that are no operation: a whole migration file, and a suppression. */
  static final Set<String> FILE_KINDS = Set.of("migration", "suppression");

  private static final Set<String> KEYS =
      Set.of("severity", "kind", "operations", "where", "on", "aside", "related");

  private final String file;
  private final FactBook facts;
  private final List<Mistake> mistakes;

  private RuleFile(String file, FactBook facts, List<Mistake> mistakes) {
    this.file = file;
    this.facts = facts;
    this.mistakes = mistakes;
  }

  /**
   * Reads a rule.
   *
   * @param mistakes takes what is wrong
   * @return the rule, or null when something is wrong
   */
  static Rule read(String id, String file, String text, FactBook facts, List<Mistake> mistakes) {
    int before = mistakes.size();
    Rule rule = new RuleFile(file, facts, mistakes).read(id, text);
    return mistakes.size() == before ? rule : null;
  }

  private Rule read(String id, String text) {
    int end = text.startsWith("---\n") ? text.indexOf("\n---\n", 3) : -1;
    if (end < 0) {
      mistake(1, "expected front matter between two lines of ---");
      return null;
    }
    MappingNode front = front(text.substring(4, end + 1));
    if (front == null) {
      return null;
    }
    List<Rule.Level> levels = List.of();
    Kind kind = null;
    Set<String> kinds = Set.of();
    Condition where = Condition.ALWAYS;
    boolean on = true;
    boolean aside = false;
    String related = null;
    for (NodeTuple entry : front.getValue()) {
      Node value = entry.getValueNode();
      switch (scalar(entry.getKeyNode())) {
        case "severity" -> levels = levels(value);
        case "kind" -> kind = constant(Kind.values(), value, "a kind");
        case "operations" -> kinds = kinds(value);
        case "where" -> where = condition(value);
        case "on" -> on = !scalar(value).equals("false");
        case "aside" -> aside = scalar(value).equals("true");
        case "related" -> related = place(value);
        default ->
            mistake(
                entry.getKeyNode(),
                "unknown key "
                    + scalar(entry.getKeyNode())
                    + Spelling.didYouMean(scalar(entry.getKeyNode()), KEYS));
      }
    }
    require(levels.isEmpty(), "severity");
    require(kind == null, "kind");
    require(kinds.isEmpty(), "operations");
    RuleText page = RuleText.of(text);
    return new Rule(id, kind, levels, kinds, where, on, aside, related, page);
  }

  private void require(boolean missing, String key) {
    if (missing) {
      mistake(1, "expected the key " + key + " in the front matter");
    }
  }

  private MappingNode front(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(20);
    options.setCodePointLimit(100_000);
    try {
      Node node = new Yaml(options).compose(new StringReader(yaml));
      if (node instanceof MappingNode mapping) {
        return mapping;
      }
      mistake(2, "expected keys and values in the front matter");
    } catch (MarkedYAMLException e) {
      mistake(e.getProblemMark().getLine() + 2, "no YAML: " + e.getProblem());
    } catch (YAMLException e) {
      mistake(2, "no YAML: " + e.getMessage());
    }
    return null;
  }

  private List<Rule.Level> levels(Node node) {
    if (node instanceof ScalarNode) {
      Severity severity = constant(Severity.values(), node, "a severity");
      return severity == null ? List.of() : List.of(new Rule.Level(severity, Condition.ALWAYS));
    }
    List<Rule.Level> levels = new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        Severity severity = constant(Severity.values(), entry.getKeyNode(), "a severity");
        boolean otherwise = scalar(entry.getValueNode()).equals("otherwise");
        Condition when = otherwise ? Condition.ALWAYS : condition(entry.getValueNode());
        levels.add(new Rule.Level(severity, when));
      }
    } else {
      mistake(node, "expected a severity, or severities with their conditions");
    }
    return levels;
  }

  private Set<String> kinds(Node node) {
    Set<String> known = new HashSet<>(OperationKind.all());
    if (scalar(node).equals("any")) {
      return known;
    }
    known.addAll(FILE_KINDS);
    Set<String> kinds = new HashSet<>();
    for (Node item : items(node)) {
      String kind = scalar(item);
      if (!known.contains(kind)) {
        mistake(item, "unknown operation " + kind + Spelling.didYouMean(kind, known));
      }
      kinds.add(kind);
    }
    return kinds;
  }

  private Condition condition(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      mistake(node, "expected facts and their values");
      return Condition.ALWAYS;
    }
    List<Condition> parts = new ArrayList<>();
    for (NodeTuple entry : mapping.getValue()) {
      Node value = entry.getValueNode();
      switch (scalar(entry.getKeyNode())) {
        case "all" -> parts.add(new Condition.All(conditions(value)));
        case "any" -> parts.add(new Condition.Any(conditions(value)));
        case "not" -> parts.add(new Condition.Not(condition(value)));
        default -> parts.add(comparison(entry.getKeyNode(), value));
      }
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
  }

  private List<Condition> conditions(Node node) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .map(
              entry ->
                  condition(
                      new MappingNode(mapping.getTag(), List.of(entry), mapping.getFlowStyle())))
          .toList();
    }
    return items(node).stream().map(this::condition).toList();
  }

  private Condition comparison(Node key, Node value) {
    String name = scalar(key);
    Fact fact = facts.find(name);
    if (fact == null) {
      List<String> known = facts.all().stream().map(Fact::name).toList();
      mistake(key, "unknown fact " + name + Spelling.didYouMean(name, known));
      return Condition.ALWAYS;
    }
    if (value instanceof MappingNode mapping && mapping.getValue().size() == 1) {
      NodeTuple only = mapping.getValue().get(0);
      switch (scalar(only.getKeyNode())) {
        case "in" -> {
          return in(fact, items(only.getValueNode()));
        }
        case "at-least" -> {
          return atLeast(fact, only.getValueNode());
        }
        default -> {
          // Said below.
        }
      }
    }
    if (value instanceof ScalarNode) {
      return in(fact, List.of(value));
    }
    mistake(value, "expected a value, in: […] or at-least: … for " + name);
    return Condition.ALWAYS;
  }

  private Condition in(Fact fact, List<Node> values) {
    Set<String> words = new HashSet<>();
    for (Node value : values) {
      String word = scalar(value);
      List<String> known = fact.type().words();
      if (!known.isEmpty() && !known.contains(word)) {
        mistake(value, fact.name() + " is never " + word + "; expected one of " + known);
      }
      words.add(word);
    }
    return new Condition.In(fact, words);
  }

  private Condition atLeast(Fact fact, Node value) {
    String word = scalar(value);
    boolean counts = fact.type() == Fact.Type.NUMBER || fact.type() == Fact.Type.LIST;
    if (counts && word.matches("\\d{1,9}")) {
      return new Condition.AtLeast(fact, Integer.parseInt(word));
    }
    int rank = fact.type() == Fact.Type.FLAG ? -1 : fact.type().words().indexOf(word);
    if (rank < 0) {
      mistake(value, fact.name() + " has no order that knows " + word);
    }
    return new Condition.AtLeast(fact, rank);
  }

  private String place(Node node) {
    String name = scalar(node);
    Fact fact = facts.find(name);
    if (fact == null || fact.type() != Fact.Type.PLACE) {
      List<String> places =
          facts.all().stream().filter(f -> f.type() == Fact.Type.PLACE).map(Fact::name).toList();
      mistake(node, "expected a fact that is a place" + Spelling.didYouMean(name, places));
    }
    return name;
  }

  private List<Node> items(Node node) {
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
  }

  private <E extends Enum<E>> E constant(E[] values, Node node, String what) {
    String word = scalar(node);
    for (E value : values) {
      if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
        return value;
      }
    }
    mistake(node, "expected " + what + " of " + Arrays.toString(values) + ", found " + word);
    return null;
  }

  private static String scalar(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private void mistake(Node node, String message) {
    mistake(node.getStartMark() == null ? 2 : node.getStartMark().getLine() + 2, message);
  }

  private void mistake(int line, String message) {
    mistakes.add(new Mistake(file, line, message));
  }
}
