package dev.concertina.cli;

/** A command of the command line. */
interface Action {

  /** Does it, and answers the exit status. */
  int run(Terminal terminal);
}
