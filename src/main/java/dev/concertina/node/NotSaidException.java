package dev.concertina.node;

/** Something that SQL is made of is no text of the program, but only known when it runs. */
final class NotSaidException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param what a noun with its article: {@code the table's name}
   */
  NotSaidException(String what) {
    super(what);
  }
}
