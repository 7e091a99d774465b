package dev.concertina.check;

import dev.concertina.rule.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of a YAML file, which knows the place of every value. Whatever key nobody has asked for
 * is unknown in the end.
 */
final class YamlSection {
  private final String file;
  private final String name;
  private final Node place;
  private final List<Report.Problem> problems;
  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  /**
   * @param name what stands before its keys in messages: {@code tables.}
   * @param node the mapping, or null for an empty one
   * @param problems takes what is wrong and does no harm
   */
  YamlSection(String file, String name, Node node, List<Report.Problem> problems) {
    this.file = file;
    this.name = name;
    this.place = node;
    this.problems = problems;
    if (node == null || isNull(node)) {
      return;
    }
    if (!(node instanceof MappingNode mapping)) {
      String what = name.isEmpty() ? "" : name.substring(0, name.length() - 1) + ": ";
      throw wrong(node, what + "expected keys and values, found " + describe(node));
    }
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw wrong(entry.getKeyNode(), "expected a word as key");
      }
      if (entries.put(key.getValue(), entry) != null) {
        throw wrong(key, name + key.getValue() + " is given twice");
      }
    }
  }

  /** All keys, for a section whose keys are data. */
  Set<String> keys() {
    asked.addAll(entries.keySet());
    return entries.keySet();
  }

  /** Where a key stands. */
  Node key(String key) {
    return entries.get(key).getKeyNode();
  }

  /** The section below a key; an empty one where there is none. */
  YamlSection section(String key) {
    return new YamlSection(file, name + key + ".", value(key), problems);
  }

  /** The sections in the list below a key. */
  List<YamlSection> sections(String key) {
    List<YamlSection> sections = new ArrayList<>();
    for (Node item : items(key)) {
      sections.add(
          new YamlSection(file, name + key + "[" + (sections.size() + 1) + "].", item, problems));
    }
    return sections;
  }

  /** The text below a key, or null. */
  String text(String key) {
    Node node = value(key);
    return node == null ? null : text(node, key);
  }

  /** The texts in the list below a key, or null. */
  List<String> texts(String key) {
    return value(key) == null ? null : items(key).stream().map(item -> text(item, key)).toList();
  }

  /** One of some words, or null. */
  String word(String key, List<String> known) {
    Node node = value(key);
    if (node == null) {
      return null;
    }
    String word = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (known.contains(word)) {
      return word;
    }
    String expected = known.size() == 1 ? known.get(0) : "one of " + String.join(", ", known);
    throw wrong(
        node,
        name
            + key
            + ": expected "
            + expected
            + ", found "
            + describe(node)
            + Spelling.didYouMean(word, known));
  }

  /** A whole number that is not negative, or {@code otherwise}. */
  int number(String key, int otherwise) {
    Node node = value(key);
    if (node == null) {
      return otherwise;
    }
    String digits = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!node.getTag().equals(Tag.INT) || !digits.matches("[0-9]{1,6}")) {
      throw wrong(node, name + key + ": expected a whole number, found " + describe(node));
    }
    return Integer.parseInt(digits);
  }

  /** A count that may be of any size, or -1 where there is none. */
  long amount(String key) {
    Node node = value(key);
    if (node == null) {
      return -1;
    }
    String digits = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!digits.matches("[0-9]{1,18}")) {
      throw wrong(node, name + key + ": expected a whole number, found " + describe(node));
    }
    return Long.parseLong(digits);
  }

  /** A version as {@code 16}, {@code 8.4} or {@code "16.2"}: its first number, or 0. */
  int version(String key) {
    Node node = value(key);
    if (node == null) {
      return 0;
    }
    String version = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!version.matches("[1-9][0-9]{0,2}(\\.[0-9]{1,4}){0,2}")) {
      throw wrong(node, name + key + ": expected a version, found " + describe(node));
    }
    return Integer.parseInt(version.split("\\.")[0]);
  }

  /** The text below a key, whatever YAML takes it for (a date, a number), or null. */
  String plain(String key) {
    Node node = value(key);
    if (node == null) {
      return null;
    }
    if (!(node instanceof ScalarNode scalar)) {
      throw wrong(node, name + key + ": expected one value, found " + describe(node));
    }
    return scalar.getValue();
  }

  /** The line of the section, from 1. */
  int line() {
    return place == null ? 1 : place.getStartMark().getLine() + 1;
  }

  /** Says that something is wrong with the value of a key, and goes on. */
  void problem(String key, String message) {
    NodeTuple entry = entries.get(key);
    problem(entry == null ? place : entry.getValueNode(), message);
  }

  /** Says that something is wrong with a key, and goes on. */
  void problem(Node node, String message) {
    Mark mark = node.getStartMark();
    problems.add(new Report.Problem(file, mark.getLine() + 1, mark.getColumn() + 1, message));
  }

  /** What ends the reading. */
  SettingsException wrong(String key, String message) {
    return wrong(entries.get(key).getValueNode(), name + key + ": " + message);
  }

  /** Names the keys that nobody asked for. */
  void finish() {
    for (Map.Entry<String, NodeTuple> entry : entries.entrySet()) {
      if (!asked.contains(entry.getKey())) {
        problem(
            entry.getValue().getKeyNode(),
            "unknown key " + name + entry.getKey() + Spelling.didYouMean(entry.getKey(), asked));
      }
    }
  }

  private Node value(String key) {
    asked.add(key);
    NodeTuple entry = entries.get(key);
    return entry == null || isNull(entry.getValueNode()) ? null : entry.getValueNode();
  }

  private List<Node> items(String key) {
    Node node = value(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw wrong(node, name + key + ": expected a list, found " + describe(node));
  }

  private String text(Node node, String key) {
    if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.STR)) {
      return scalar.getValue();
    }
    throw wrong(node, name + key + ": expected text, found " + describe(node));
  }

  private SettingsException wrong(Node node, String message) {
    Mark mark = node.getStartMark();
    return new SettingsException(file, mark.getLine() + 1, mark.getColumn() + 1, message);
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private static String describe(Node node) {
    if (node instanceof ScalarNode scalar) {
      String value = scalar.getValue();
      String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
      return isNull(node) ? "nothing" : shown.replaceAll("\\s+", " ");
    }
    return node instanceof SequenceNode ? "a list" : "keys and values";
  }
}
