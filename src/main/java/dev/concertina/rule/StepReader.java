package dev.concertina.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the numbered steps of a safe path. A step's first paragraph is {@code **Title.** Deploy 1,
 * expand.} (or {@code After deploy 1, migrate.}), its code block the schema change, and the
 * paragraphs {@code *Code*:}, {@code *Go on when*:}, {@code *Way back*:} and {@code *Only when*:}
 * say the rest.
 */
final class StepReader {

  private final List<RulePage.StepText> steps = new ArrayList<>();
  private String title;
  private String placement;
  private String schema;
  private String code;
  private String gate;
  private String rollback;
  private String when;
  private int line;

  private StepReader() {}

  static List<RulePage.StepText> read(List<MarkdownBlock> section) {
    StepReader reader = new StepReader();
    for (MarkdownBlock block : section) {
      switch (block.kind()) {
        case STEP -> reader.begin(block);
        case STEP_CODE -> reader.schema = block.text();
        case STEP_PARAGRAPH -> reader.detail(block.text());
        default -> {
          // Bullets are alternatives and paragraphs are for readers of the page.
        }
      }
    }
    reader.end();
    return List.copyOf(reader.steps);
  }

  private void begin(MarkdownBlock block) {
    end();
    line = block.line();
    String text = block.text();
    int close = text.startsWith("**") ? text.indexOf("**", 2) : -1;
    title = close < 0 ? text : text.substring(2, close).strip();
    placement = close < 0 ? "" : text.substring(close + 2).strip();
  }

  private void detail(String text) {
    int colon = text.indexOf(':');
    String label = colon < 0 ? "" : text.substring(0, colon).replace("*", "").strip();
    String value = text.substring(colon + 1).replaceFirst("^\\*", "").strip();
    switch (label) {
      case "Code" -> code = value;
      case "Go on when" -> gate = value;
      case "Way back" -> rollback = value;
      case "Only when" -> when = value.replace("`", "");
      default -> {
        // Prose for readers of the page.
      }
    }
  }

  private void end() {
    if (title == null) {
      return;
    }
    String words = placement.toLowerCase(Locale.ROOT).replace(".", "");
    boolean outside = words.contains("outside a transaction");
    String phase =
        words.contains("expand") ? "expand" : words.contains("contract") ? "contract" : "migrate";
    steps.add(
        new RulePage.StepText(
            new Template(title),
            phase,
            number(words),
            words.startsWith("after"),
            !outside,
            template(schema),
            template(code),
            template(gate),
            template(rollback),
            when,
            line));
    title = null;
    schema = null;
    code = null;
    gate = null;
    rollback = null;
    when = null;
  }

  private static Template template(String text) {
    return text == null ? null : new Template(text);
  }

  private static int number(String words) {
    int number = 0;
    for (char c : words.toCharArray()) {
      if (c >= '0' && c <= '9') {
        number = number * 10 + c - '0';
      } else if (number > 0) {
        break;
      }
    }
    return Math.max(1, number);
  }
}
