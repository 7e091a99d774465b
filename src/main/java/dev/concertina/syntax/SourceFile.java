package dev.concertina.syntax;

import dev.concertina.schema.Span;
import dev.concertina.sql.LineTable;

/** A source file and its tree. */
public final class SourceFile {

  private final String text;
  private final Node root;
  private final LineTable lines;

  SourceFile(String text, Node root) {
    this.text = text;
    this.root = root;
    lines = new LineTable(text);
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** The tree's root. */
  public Node root() {
    return root;
  }

  /** The text of a node, as written. */
  public String text(Node node) {
    return text.substring(node.start(), node.end());
  }

  /** Where a node stands. */
  public Span span(Node node) {
    return lines.span(node.start(), node.end());
  }
}
