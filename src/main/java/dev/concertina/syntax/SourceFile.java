package dev.concertina.syntax;

import dev.concertina.schema.Span;
import dev.concertina.sql.LineTable;
import dev.concertina.sql.Statement.Comment;
import java.util.ArrayList;
import java.util.List;

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

  /** The place from one offset to another. */
  public Span span(int start, int end) {
    return lines.span(start, end);
  }

  /** Every comment, in order. */
  public List<Comment> comments() {
    List<Comment> comments = new ArrayList<>();
    collect(root, comments);
    return comments;
  }

  private void collect(Node node, List<Comment> comments) {
    if (node.type().endsWith("comment")) {
      comments.add(new Comment(bare(text(node)), span(node)));
    }
    node.children().forEach(child -> collect(child, comments));
  }

  /** Without what begins and ends a comment in any of the languages. */
  private static String bare(String comment) {
    int from = 0;
    int to = comment.length();
    while (from < to && "#/*-".indexOf(comment.charAt(from)) >= 0) {
      from++;
    }
    if (comment.startsWith("/*") && comment.endsWith("*/")) {
      to = Math.max(from, to - "*/".length());
    }
    return comment.substring(from, to).strip();
  }

  /** Where the first thing begins that is none of the language, or null. */
  public Node error() {
    return error(root);
  }

  private static Node error(Node node) {
    if (node.is("ERROR") || node.is("MISSING")) {
      return node;
    }
    for (Node child : node.children()) {
      Node found = error(child);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
