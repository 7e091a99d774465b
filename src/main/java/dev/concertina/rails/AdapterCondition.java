package dev.concertina.rails;

import dev.concertina.syntax.Node;
import dev.concertina.syntax.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether a condition asks for the database, as migrations of libraries do, and for which. */
final class AdapterCondition {

  private static final List<String> OTHERS =
      List.of("mysql", "maria", "trilogy", "sqlite", "sqlserver", "oracle");

  private final SourceFile file;

  AdapterCondition(SourceFile file) {
    this.file = file;
  }

  /** The ways of a condition that PostgreSQL takes: all of them where it asks for anything else. */
  List<Node> ways(Node node) {
    Node condition = node.child("condition");
    Boolean holds = condition == null ? null : holds(condition);
    if (holds == null) {
      return node.parts();
    }
    boolean body = holds != node.type().startsWith("unless");
    return node.parts().stream()
        .filter(part -> body != "alternative".equals(part.field()))
        .toList();
  }

  /** Whether it holds on PostgreSQL, or null when it is about something else. */
  private Boolean holds(Node condition) {
    List<String> words = new ArrayList<>();
    boolean[] asks = {false};
    boolean[] negated = {false};
    look(condition, words, asks, negated);
    boolean postgres = words.stream().anyMatch(word -> word.contains("postg"));
    boolean other = words.stream().anyMatch(word -> OTHERS.stream().anyMatch(word::contains));
    return !asks[0] || postgres == other ? null : Boolean.valueOf(postgres != negated[0]);
  }

  private void look(Node node, List<String> words, boolean[] asks, boolean[] negated) {
    switch (node.type()) {
      case "identifier" -> asks[0] |= file.text(node).contains("adapter");
      case "string_content", "simple_symbol" -> words.add(file.text(node).toLowerCase(Locale.ROOT));
      case "!", "!=", "!~", "not" -> negated[0] = true;
      default -> {}
    }
    node.children().forEach(child -> look(child, words, asks, negated));
  }
}
