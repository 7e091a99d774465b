package dev.concertina.review;

import dev.concertina.review.Paint.Style;
import java.io.IOException;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;

/** A rule's page on a terminal. */
public final class ExplainWriter {
  private static final String FENCE = "---\n";

  private final Options options;

  public ExplainWriter(Options options) {
    this.options = options;
  }

  /**
   * Writes a page.
   *
   * @param rule the rule's id
   * @param page its Markdown, with or without front matter
   */
  public void write(String rule, String page, Appendable out) throws IOException {
    Page terminal = new Page(options);
    String text = Clean.block(page);
    String front = front(text);
    terminal.line(
        terminal.paint().on(Style.BOLD, Clean.line(rule))
            + detail(terminal, front, "severity")
            + detail(terminal, front, "kind"));
    Parser.builder()
        .extensions(List.of(TablesExtension.create()))
        .build()
        .parse(text.substring(front.length()))
        .accept(new PageText(terminal));
    out.append(terminal.toString());
  }

  /** The front matter with its fences; empty when there is none. */
  private static String front(String page) {
    int end = page.startsWith(FENCE) ? page.indexOf("\n" + FENCE, FENCE.length() - 1) : -1;
    return end < 0 ? "" : page.substring(0, end + 1 + FENCE.length());
  }

  /** The value of a plain key of the front matter, for the title line. */
  private static String detail(Page page, String front, String key) {
    return front
        .lines()
        .filter(line -> line.startsWith(key + ":"))
        .findFirst()
        .map(line -> line.substring(key.length() + 1).strip())
        .map(value -> "  " + page.paint().on(look(value), value))
        .orElse("");
  }

  private static Style look(String value) {
    return switch (value) {
      case "error" -> Style.ERROR;
      case "warning" -> Style.WARNING;
      case "info" -> Style.INFO;
      default -> Style.DIM;
    };
  }
}
