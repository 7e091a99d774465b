/** The terminal and the Action: reads arguments, wires the parts together, sets the exit status. */
package dev.concertina.cli;
