package dev.concertina.plan;

import dev.concertina.syntax.PythonString;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Foreign text as Python's literals, so that it shows and can't act. */
final class PythonText {

  private PythonText() {}

  /** A string on one line; what a reader could not see is written as an escape. */
  static String literal(String text) {
    return PythonString.literal(text);
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
