package dev.concertina.review;

import dev.concertina.review.Prose.Run;
import dev.concertina.schema.Span;
import java.util.List;

/** Text as HTML, whatever stands in it. */
final class HtmlText {

  /** More of a line than anybody reads. */
  private static final int FAR = 500;

  /** More of a clause than shows where it is. */
  private static final int LONGEST_CLAUSE = 4_000;

  private HtmlText() {}

  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  static String prose(Prose prose) {
    StringBuilder html = new StringBuilder();
    prose.runs().forEach(run -> html.append(run(run)));
    return html.toString();
  }

  static String prose(String markdown) {
    return prose(Prose.of(markdown));
  }

  private static String run(Run run) {
    String text = escaped(run.text());
    return switch (run.kind()) {
      case TEXT -> text;
      case STRONG -> "<strong>" + text + "</strong>";
      case EMPHASIS -> "<em>" + text + "</em>";
      case CODE -> "<code>" + text + "</code>";
    };
  }

  /** Statements in a block. */
  static String block(List<String> statements) {
    return "<pre><code>" + escaped(Clean.block(String.join("\n", statements))) + "</code></pre>\n";
  }

  /** The lines of a clause with the clause marked; empty for a finding about a whole file. */
  static String excerpt(String text, Span span) {
    int end = Math.min(span.end(), span.start() + LONGEST_CLAUSE);
    if (span.end() > text.length() || span.start() >= end) {
      return "";
    }
    int from = Math.max(text.lastIndexOf('\n', span.start() - 1) + 1, span.start() - FAR);
    int line = text.indexOf('\n', end);
    int to = Math.min(line < 0 ? text.length() : line, end + FAR);
    return "<pre><code>"
        + part(text, from, span.start())
        + "<mark>"
        + part(text, span.start(), end)
        + (end < span.end() ? "…</mark>" : "</mark>" + part(text, end, to))
        + "</code></pre>\n";
  }

  private static String part(String text, int from, int to) {
    return from >= to ? "" : escaped(Clean.block(text.substring(from, to)));
  }
}
