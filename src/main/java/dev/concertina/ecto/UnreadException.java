package dev.concertina.ecto;

/** A call says something that only a run knows, or that is not known here. */
final class UnreadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadException(String reason) {
    super(reason, null, false, false);
  }
}
