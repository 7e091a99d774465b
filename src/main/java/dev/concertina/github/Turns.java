package dev.concertina.github;

/**
 * Who may change something at the moment, where others elsewhere have the same rights: GitHub wants
 * the changes of one App in one installation one at a time.
 */
public interface Turns {
  /** For a process that is alone. */
  Turns ALONE = () -> () -> {};

  /** Waits for a turn. */
  Turn take() throws InterruptedException;

  /** The right to change something, until it is closed. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }
}
