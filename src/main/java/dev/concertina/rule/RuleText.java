package dev.concertina.rule;

import java.util.function.Supplier;

/**
 * What a rule's file says, read when it is first asked for: a rule that does not hold costs no
 * parsing of its page.
 */
public final class RuleText {

  private final String id;
  private Supplier<String> source;
  private String markdown;
  private RulePage page;

  /**
   * @param source reads the file's text; asked at most once
   */
  RuleText(String id, Supplier<String> source) {
    this.id = id;
    this.source = source;
  }

  /** The whole file as written. */
  public synchronized String markdown() {
    if (markdown == null) {
      markdown = source.get();
      source = null;
    }
    return markdown;
  }

  /** The page below the front matter. */
  public synchronized RulePage page() {
    if (page == null) {
      page = RulePage.read(id, markdown());
    }
    return page;
  }

  /** Whether anybody has asked. */
  public synchronized boolean wasRead() {
    return markdown != null;
  }
}
