package dev.concertina.django;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition as Django nests it, which decides where it writes parentheses.
 *
 * @param connector {@code AND}, {@code OR}, {@code XOR}
 * @param parts SQL texts or trees
 */
record ConditionTree(String connector, boolean negated, List<Object> parts) {

  static ConditionTree of(String sql) {
    return new ConditionTree("AND", false, List.of(sql));
  }

  static ConditionTree joined(String connector, boolean negated, List<ConditionTree> children) {
    List<Object> parts = new ArrayList<>();
    for (ConditionTree child : children) {
      boolean flat =
          !child.negated && (child.connector.equals(connector) || child.parts.size() == 1);
      if (flat) {
        parts.addAll(child.parts);
      } else {
        parts.add(child);
      }
    }
    return new ConditionTree(connector, negated, List.copyOf(parts));
  }

  String sql() {
    List<String> texts = new ArrayList<>();
    for (Object part : parts) {
      texts.add(part instanceof ConditionTree tree ? tree.sql() : (String) part);
    }
    String joined = String.join(" " + connector + " ", texts);
    if (negated) {
      return "NOT (" + joined + ")";
    }
    return texts.size() > 1 ? "(" + joined + ")" : joined;
  }
}
