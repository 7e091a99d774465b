package dev.concertina.review;

import dev.concertina.rule.Severity;

/**
 * Colours for a terminal, or none.
 *
 * @param color whether there are any
 */
record Paint(boolean color) {

  /** What a piece of text is; each has its look. */
  enum Style {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    CODE("36"),
    ERROR("1;31"),
    WARNING("1;33"),
    INFO("1;34"),
    GOOD("1;32");

    private final String code;

    Style(String code) {
      this.code = code;
    }

    static Style of(Severity severity) {
      return switch (severity) {
        case ERROR -> ERROR;
        case WARNING -> WARNING;
        case INFO -> INFO;
      };
    }
  }

  /** The text in that style. */
  String on(Style style, String text) {
    return !color || style == Style.PLAIN || text.isEmpty()
        ? text
        : "\u001b[" + style.code + "m" + text + "\u001b[0m";
  }
}
