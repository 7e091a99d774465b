package dev.concertina.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/**
 * Takes a tree out of the parser's memory, within bounds. Each question about a node is a call of
 * native code, which takes longer than all that is done with the answer, so it asks no more than it
 * needs.
 */
final class TreeCopy {

  private static final int MOST_NODES = 600_000;

  /** Trees are walked by recursion. */
  private static final int DEEPEST = 500;

  private final Vocabulary words;
  private final Utf8Offsets offsets;
  private final Deque<List<Node>> siblings = new ArrayDeque<>();
  private final Deque<Node> open = new ArrayDeque<>();

  TreeCopy(Vocabulary words, Utf8Offsets offsets) {
    this.words = words;
    this.offsets = offsets;
  }

  Node of(TSTree tree) {
    siblings.push(new ArrayList<>());
    int count = 0;
    try (TSTreeCursor cursor = new TSTreeCursor(tree.getRootNode())) {
      while (true) {
        if (++count > MOST_NODES || siblings.size() > DEEPEST) {
          throw new UnreadableSourceException("it is nested too deeply or has too many parts");
        }
        Node node = node(cursor);
        if (node != null && !words.isWhole(node.type()) && cursor.gotoFirstChild()) {
          open.push(node);
          siblings.push(new ArrayList<>());
          continue;
        }
        if (node != null) {
          siblings.peek().add(node);
        }
        while (!cursor.gotoNextSibling()) {
          List<Node> children = siblings.pop();
          if (!cursor.gotoParent()) {
            return children.get(0);
          }
          siblings.peek().add(open.pop().with(children));
        }
      }
    }
  }

  /**
   * The node at hand without what is in it; null for brackets, commas and keywords, which say
   * nothing that their place does not.
   */
  private Node node(TSTreeCursor cursor) {
    TSNode node = cursor.currentNode();
    int symbol = Asking.symbol(node);
    String field = words.field(cursor.currentFieldId());
    if (!words.isNamed(symbol) && field == null) {
      return null;
    }
    int start = Asking.start(node);
    int end = Asking.end(node);
    boolean missing = start == end && node.isMissing();
    return new Node(
        missing ? "MISSING" : words.type(symbol),
        field,
        words.isNamed(symbol),
        offsets.unit(start),
        offsets.unit(end),
        List.of());
  }

  /** The calls that the library's own node makes after it has asked whether it is one. */
  private abstract static class Asking extends TSParser {

    static int symbol(TSNode node) {
      return ts_node_symbol(node);
    }

    static int start(TSNode node) {
      return ts_node_start_byte(node);
    }

    static int end(TSNode node) {
      return ts_node_end_byte(node);
    }
  }
}
