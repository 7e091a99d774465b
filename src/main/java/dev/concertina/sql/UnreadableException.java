package dev.concertina.sql;

/** A clause is not what the reader can read. Caught where the clause can be reported alone. */
final class UnreadableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnreadableException(String reason) {
    // Without a stack trace: a broken script raises thousands of these.
    super(reason, null, false, false);
  }
}
