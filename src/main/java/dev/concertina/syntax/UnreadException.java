package dev.concertina.syntax;

/** A call says something that only a run knows, or that is not known here. */
public final class UnreadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What it is, as the reader of a review is told it. */
  public UnreadException(String reason) {
    super(reason, null, false, false);
  }
}
