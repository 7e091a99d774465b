package dev.concertina.rule;

import dev.concertina.rule.RuleException.Mistake;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rules that a change is judged by, by the kind of operation that they look at. */
public final class RuleBook {

  private final FactBook facts;
  private final Map<String, Rule> byId = new TreeMap<>();
  private final Map<String, List<Rule>> byKind = new HashMap<>();

  private RuleBook(FactBook facts, Collection<Rule> rules) {
    this.facts = facts;
    for (Rule rule : rules) {
      byId.put(rule.id(), rule);
    }
    for (Rule rule : byId.values()) {
      for (String kind : rule.kinds()) {
        byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(rule);
      }
    }
  }

  /**
   * Reads rule files.
   *
   * @param files the text of each by its path; the id is the path without {@code .md}
   * @param root what stands before the id in a path, for messages: {@code rules/}
   * @throws RuleException says what is wrong with all of them
   */
  public static RuleBook read(Map<String, String> files, String root, FactBook facts) {
    List<Mistake> mistakes = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
      String id = file.getKey();
      Rule rule = RuleFile.read(id, root + id + ".md", file.getValue(), facts, mistakes);
      if (rule != null) {
        rules.add(rule);
      }
    }
    if (!mistakes.isEmpty()) {
      throw new RuleException(mistakes);
    }
    return new RuleBook(facts, rules);
  }

  /**
   * The built-in rules, as the build compiled them.
   *
   * @throws IllegalStateException when the program is not packaged right
   */
  public static RuleBook builtIn() {
    FactBook facts = new FactBook();
    try {
      return new RuleBook(facts, CompiledRules.read(resource("compiled"), facts, RuleBook::text));
    } catch (IOException e) {
      throw new IllegalStateException("rules/compiled can't be read: " + e.getMessage(), e);
    }
  }

  private static RuleText text(String id) {
    return new RuleText(
        () -> new String(resource(id + ".md"), StandardCharsets.UTF_8),
        () -> CompiledRules.blocks(resource(id + ".page")));
  }

  private static byte[] resource(String name) {
    try (InputStream in = RuleBook.class.getResourceAsStream("/rules/" + name)) {
      if (in == null) {
        throw new IllegalStateException(
            "the program lacks rules/" + name + ": mvn package builds it");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the built-in rules can't be read: " + e.getMessage(), e);
    }
  }

  /** This book with a team's rules added; a team's rule of the same id takes the place of ours. */
  public RuleBook with(RuleBook team) {
    Map<String, Rule> both = new TreeMap<>(byId);
    both.putAll(team.byId);
    return new RuleBook(facts, both.values());
  }

  /** The rules that look at this kind of operation, by id. */
  public List<Rule> lookingAt(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  public Optional<Rule> rule(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Every rule, by id. */
  public Collection<Rule> rules() {
    return byId.values();
  }

  /** The facts that its rules are written in. */
  public FactBook facts() {
    return facts;
  }
}
