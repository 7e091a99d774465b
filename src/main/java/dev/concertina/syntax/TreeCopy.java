package dev.concertina.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.treesitter.TSNode;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/** Takes a tree out of the parser's memory, within bounds. */
final class TreeCopy {

  private static final int MOST_NODES = 600_000;

  /** Trees are walked by recursion. */
  private static final int DEEPEST = 500;

  private final Utf8Offsets offsets;
  private final Deque<List<Node>> siblings = new ArrayDeque<>();

  TreeCopy(Utf8Offsets offsets) {
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
        if (cursor.gotoFirstChild()) {
          siblings.push(new ArrayList<>());
          continue;
        }
        add(cursor, List.of());
        while (!cursor.gotoNextSibling()) {
          List<Node> children = siblings.pop();
          if (!cursor.gotoParent()) {
            return children.get(0);
          }
          add(cursor, children);
        }
      }
    }
  }

  private void add(TSTreeCursor cursor, List<Node> children) {
    TSNode node = cursor.currentNode();
    siblings
        .peek()
        .add(
            new Node(
                node.isMissing() ? "MISSING" : node.getType(),
                cursor.currentFieldName(),
                node.isNamed(),
                offsets.unit(node.getStartByte()),
                offsets.unit(node.getEndByte()),
                List.copyOf(children)));
  }
}
