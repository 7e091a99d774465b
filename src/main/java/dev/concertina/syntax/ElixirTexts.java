package dev.concertina.syntax;

import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The strings, quoted atoms and sigils of an Elixir file. */
final class ElixirTexts {

  private static final Map<Character, String> ESCAPES =
      Map.of(
          'n', "\n", 't', "\t", 'r', "\r", 's', " ", '0', "\0", 'e', "\u001b", 'a', "\u0007", 'b',
          "\b");

  private final SourceFile file;
  private final Function<Node, Value> values;

  /**
   * @param values what an expression inside a string says
   */
  ElixirTexts(SourceFile file, Function<Node, Value> values) {
    this.file = file;
    this.values = values;
  }

  /** A string or heredoc, a list of characters, the name in a quoted atom. */
  Value string(Node node) {
    Span span = file.span(node);
    List<Node> parts = content(node);
    if (parts.size() == 1 && parts.get(0).is("quoted_content")) {
      return written(parts.get(0), span);
    }
    StringBuilder text = new StringBuilder();
    for (Node part : parts) {
      String more = text(part);
      if (more == null || !Constants.mayJoin(text.length(), more.length())) {
        return new Value.Unknown(file.text(node), span);
      }
      text.append(more);
    }
    return new Value.Text(text.toString(), -1, span);
  }

  private static List<Node> content(Node node) {
    return node.parts().stream()
        .filter(part -> !part.is("sigil_name") && !part.is("sigil_modifiers"))
        .filter(part -> !part.is("quoted_start") && !part.is("quoted_end"))
        .toList();
  }

  /** A heredoc keeps the indentation that Elixir takes away, so that its places are the file's. */
  private Value written(Node content, Span span) {
    int start = content.start() + (file.text(content).startsWith("\n") ? 1 : 0);
    return new Value.Text(file.text().substring(start, content.end()), start, span);
  }

  /** {@code ~s(…)} and {@code ~S(…)} are strings, {@code ~w(…)} lists of words. */
  Value sigil(Node node) {
    String name = part(node, "sigil_name");
    Value text = string(node);
    return switch (name) {
      case "s", "S", "c", "C" -> text;
      case "w", "W" -> words(text, part(node, "sigil_modifiers").equals("a"));
      default -> new Value.Unknown(file.text(node), file.span(node));
    };
  }

  private String part(Node node, String type) {
    return node.parts().stream()
        .filter(part -> part.is(type))
        .map(file::text)
        .findFirst()
        .orElse("");
  }

  private static Value words(Value text, boolean atoms) {
    if (text.text() == null) {
      return text;
    }
    List<Value> words = new ArrayList<>();
    for (String word : text.text().strip().split("\\s+")) {
      if (!word.isEmpty()) {
        words.add(
            atoms
                ? new ElixirValues.Atom(word, text.span())
                : new Value.Text(word, -1, text.span()));
      }
    }
    return new Value.Many(words, text.span());
  }

  /** What a part of a string adds to it, or null when that is computed. */
  private String text(Node part) {
    return switch (part.type()) {
      case "quoted_content" -> file.text(part);
      case "escape_sequence" -> escaped(file.text(part));
      case "interpolation" ->
          part.parts().isEmpty() ? "" : inside(values.apply(part.parts().get(0)));
      default -> null;
    };
  }

  private static String inside(Value value) {
    return value instanceof Value.Number number ? number.digits() : value.text();
  }

  private static String escaped(String escape) {
    char kind = escape.length() < 2 ? '\\' : escape.charAt(1);
    return switch (kind) {
      case '\n' -> "";
      case 'x', 'u' -> point(escape.substring(2).replace("{", "").replace("}", ""));
      default -> ESCAPES.getOrDefault(kind, escape.substring(1));
    };
  }

  private static String point(String digits) {
    try {
      return Character.toString(Integer.parseInt(digits, 16));
    } catch (IllegalArgumentException none) {
      return null;
    }
  }
}
