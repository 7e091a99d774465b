package dev.concertina.github;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** A line of a comment that asks for something. */
sealed interface Command {
  String WORD = "/concertina";

  /** Longer comments are essays. */
  int LONGEST = 65_536;

  /**
   * Accepts the findings of a rule.
   *
   * @param reason empty when none is given
   * @param until the last day on which it holds, or null
   */
  record Allow(String rule, String reason, LocalDate until) implements Command {}

  /** Takes back what was accepted. */
  record Disallow(String rule) implements Command {}

  /** Asks to be shown something: {@code recheck}, {@code plan}, {@code explain RULE}, … */
  record Ask(String verb, String argument) implements Command {
    static final Set<String> VERBS = Set.of("recheck", "plan", "explain", "help");
  }

  /** The commands of a comment: at the start of a line of its own text, no quotation, no code. */
  static List<Command> read(String comment) {
    if (!comment.contains(WORD) || comment.length() > LONGEST) {
      return List.of();
    }
    String text = comment.replace("\r\n", "\n");
    Parser parser = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    List<Command> commands = new ArrayList<>();
    Node document = parser.parse(text);
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Paragraph && node.getParent() instanceof Document) {
        for (SourceSpan line : ((Block) node).getSourceSpans()) {
          int start = line.getInputIndex();
          if (start == 0 || text.charAt(start - 1) == '\n') {
            line(text.substring(start, start + line.getLength())).ifPresent(commands::add);
          }
        }
      }
    }
    return commands;
  }

  private static Optional<Command> line(String line) {
    String[] words = line.split("\\s+", 3);
    if (!words[0].equals(WORD) || words.length < 2) {
      return Optional.empty();
    }
    String rest = words.length > 2 ? words[2] : "";
    return Optional.of(
        switch (words[1]) {
          case "allow" -> allow(rest);
          case "disallow" -> new Disallow(first(rest));
          default -> new Ask(words[1], first(rest));
        });
  }

  private static String first(String text) {
    return text.split("\\s+", 2)[0];
  }

  private static Allow allow(String text) {
    String[] parts = text.split("\\s+", 3);
    boolean because = parts.length == 3 && parts[1].equals("because");
    String reason = because ? parts[2].strip() : "";
    int last = reason.lastIndexOf(" until ");
    if (last > 0) {
      try {
        LocalDate until = LocalDate.parse(reason.substring(last + " until ".length()).strip());
        return new Allow(parts[0], reason.substring(0, last).strip(), until);
      } catch (DateTimeParseException e) {
        // "until" is then a word of the reason.
      }
    }
    return new Allow(parts[0], reason, null);
  }
}
