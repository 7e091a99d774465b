package dev.concertina.cli;

/** A command of the command line. */
interface Action {

  /** How it is called. */
  Usage usage();

  /** Does it, and answers the exit status. */
  int run(Arguments given, Terminal terminal);
}
