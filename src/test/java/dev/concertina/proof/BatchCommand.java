package dev.concertina.proof;

/** A data transformation as a command of its own, run as an operator runs it. */
interface BatchCommand {

  /**
   * Starts it.
   *
   * @param after the key to go on behind, or null to begin with the first row
   */
  Started start(int batchSize, double pause, String after);

  /** How many rows it says that it would change, without changing any. */
  long dryRun();

  /** One that runs. */
  interface Started {

    /** Asks it to end, as the system does that it runs on. */
    void interrupt();

    /** Waits for its end, and answers what it has said. */
    String end();
  }
}
