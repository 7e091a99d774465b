package dev.concertina.syntax;

import java.util.List;

/**
 * A node of a syntax tree as a plain value; the parser's own tree is given back before anybody sees
 * this one.
 *
 * @param type the grammar's name for it: {@code class_definition}, {@code "="}
 * @param field what it is to its parent ({@code left}, {@code body}), or null
 * @param named whether it is more than punctuation or a keyword
 * @param start offset of its first character in the file
 * @param end offset after its last character
 * @param children in order, punctuation and comments included
 */
public record Node(
    String type, String field, boolean named, int start, int end, List<Node> children) {

  Node with(List<Node> parts) {
    return new Node(type, field, named, start, end, List.copyOf(parts));
  }

  /** Whether it is of this type. */
  public boolean is(String wanted) {
    return type.equals(wanted);
  }

  /** The child that is this field, or null. */
  public Node child(String wanted) {
    for (Node child : children) {
      if (wanted.equals(child.field)) {
        return child;
      }
    }
    return null;
  }

  /** The children that are more than punctuation and comments, in order. */
  public List<Node> parts() {
    return children.stream().filter(child -> child.named && !child.is("comment")).toList();
  }
}
