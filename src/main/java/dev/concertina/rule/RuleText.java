package dev.concertina.rule;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a rule's file says, read when it is first asked for: a rule that does not hold costs no
 * parsing of its page.
 */
public final class RuleText {

  private final Supplier<String> source;
  private final Supplier<List<MarkdownBlock>> blocks;
  private RulePage page;

  /**
   * @param source reads the file's text
   * @param blocks reads the blocks of its page; asked at most once
   */
  RuleText(Supplier<String> source, Supplier<List<MarkdownBlock>> blocks) {
    this.source = source;
    this.blocks = blocks;
  }

  /** What stands in a file. */
  static RuleText of(String markdown) {
    return new RuleText(() -> markdown, () -> MarkdownBlock.parse(markdown));
  }

  /** The whole file as written. */
  public String markdown() {
    return source.get();
  }

  /** The page below the front matter. */
  public synchronized RulePage page() {
    if (page == null) {
      page = RulePage.of(blocks.get());
    }
    return page;
  }
}
