package dev.concertina.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Foreign text as Python's literals, so that it shows and can't act. */
final class PythonText {

  private PythonText() {}

  /** A string on one line; what a reader could not see is written as an escape. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(literal, c));
    return literal.append('"').toString();
  }

  private static void append(StringBuilder literal, int c) {
    switch (c) {
      case '"' -> literal.append("\\\"");
      case '\\' -> literal.append("\\\\");
      case '\n' -> literal.append("\\n");
      default -> {
        if (isVisible(c)) {
          literal.appendCodePoint(c);
        } else {
          literal.append("\\U%08x".formatted(c));
        }
      }
    }
  }

  private static boolean isVisible(int c) {
    return c == ' ' || c > ' ' && c < 0x7f || Character.isLetterOrDigit(c);
  }

  static String list(List<String> texts) {
    return texts.stream().map(PythonText::literal).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A dictionary in a class's body, an entry a line; the empty string for an empty one. */
  static String dictionary(Map<String, String> entries) {
    return entries.isEmpty()
        ? ""
        : entries.entrySet().stream()
            .map(e -> "        " + literal(e.getKey()) + ": " + literal(e.getValue()) + ",\n")
            .collect(Collectors.joining("", "{\n", "    }"));
  }
}
