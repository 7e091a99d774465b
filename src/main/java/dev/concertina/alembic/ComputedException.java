package dev.concertina.alembic;

/** Something that a statement needs is not written in the file, so that nobody can say it. */
final class ComputedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * @param what the part that is missing: {@code the table's name}
   */
  ComputedException(String what) {
    super(what + " is computed at run time", null, false, false);
  }
}
