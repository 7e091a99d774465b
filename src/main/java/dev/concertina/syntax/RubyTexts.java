package dev.concertina.syntax;

import dev.concertina.schema.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads the strings of a Ruby file, those that stand below their line too. */
final class RubyTexts {

  /** What leaves the sense of an SQL text, or of a name, as it is. */
  private static final Set<String> KEEPING =
      Set.of(
          "freeze",
          "squish",
          "strip",
          "lstrip",
          "rstrip",
          "chomp",
          "strip_heredoc",
          "dup",
          "to_s",
          "to_str",
          "to_sym",
          "html_safe");

  private final SourceFile file;
  private final Function<Node, Value> values;
  private Map<Integer, Node> bodies;

  /**
   * @param values what an expression inside a string says
   */
  RubyTexts(SourceFile file, Function<Node, Value> values) {
    this.file = file;
    this.values = values;
  }

  /** Whether a method gives the very value that it is called on. */
  boolean keeps(String method, Value on) {
    return method.equals("freeze") || on.text() != null && KEEPING.contains(method);
  }

  Value string(Node node) {
    return joined(file.span(node), node.parts(), isRaw(node));
  }

  private boolean isRaw(Node node) {
    char first = file.text().charAt(node.start());
    return first == '\'' || file.text().startsWith("%q", node.start());
  }

  /** The text below the line that a string begins on. */
  Value heredoc(Node beginning) {
    if (bodies == null) {
      bodies = new HashMap<>();
      match(file.root(), new ArrayDeque<>());
    }
    Node body = bodies.get(beginning.start());
    Span span = file.span(beginning);
    if (body == null) {
      return new Value.Unknown(file.text(beginning), span);
    }
    List<Node> parts = body.parts().stream().filter(part -> !part.is("heredoc_end")).toList();
    if (parts.size() == 1 && parts.get(0).is("heredoc_content")) {
      Node content = parts.get(0);
      int start = content.start() + (file.text(content).startsWith("\n") ? 1 : 0);
      String text = file.text().substring(Math.min(start, content.end()), content.end());
      return new Value.Text(text, start, span);
    }
    return joined(span, parts, file.text(beginning).contains("'"));
  }

  /** Bodies follow in the order in which their strings begin. */
  private void match(Node node, Deque<Node> open) {
    if (node.is("heredoc_beginning")) {
      open.add(node);
    } else if (node.is("heredoc_body") && !open.isEmpty()) {
      bodies.put(open.poll().start(), node);
    }
    node.children().forEach(child -> match(child, open));
  }

  private Value joined(Span span, List<Node> parts, boolean raw) {
    StringBuilder text = new StringBuilder();
    for (Node part : parts) {
      String more = text(part, raw);
      if (more == null || !Constants.mayJoin(text.length(), more.length())) {
        return new Value.Unknown(file.text().substring(span.start(), span.end()), span);
      }
      text.append(more);
    }
    boolean written = parts.size() == 1 && parts.get(0).is("string_content");
    return new Value.Text(text.toString(), written ? parts.get(0).start() : -1, span);
  }

  /** What a part of a string adds to it, or null when that is computed. */
  private String text(Node part, boolean raw) {
    return switch (part.type()) {
      case "string_content", "heredoc_content" -> file.text(part);
      case "escape_sequence" -> RubyEscapes.read(file.text(part), raw);
      case "string" -> string(part).text();
      case "interpolation" -> part.parts().size() == 1 ? inside(part.parts().get(0)) : null;
      default -> null;
    };
  }

  private String inside(Node expression) {
    Value value = values.apply(expression);
    return value instanceof Value.Number number ? number.digits() : value.text();
  }
}
