package dev.concertina.rails;

/** Thrown where what a call is given can't be known without running the program. */
final class ComputedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ComputedException(String reason) {
    super(reason, null, false, false);
  }
}
