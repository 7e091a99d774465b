package dev.concertina.syntax;

/**
 * A source file can't be read as a tree: it is no such text, it is too large, or this platform
 * lacks the grammar.
 */
public final class UnreadableSourceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason why, as the end of a sentence that begins with the file
   */
  public UnreadableSourceException(String reason) {
    super(reason, null, false, false);
  }
}
