package dev.concertina.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Several commands in one process, one after the other: what the launcher trains the start-up cache
 * with, so that it knows more than one way through the program.
 */
final class Rehearsal {

  private Rehearsal() {}

  /** Runs the commands that the arguments hold, each ended by {@code ;}. */
  public static void main(String[] arguments) {
    List<String> command = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals(";")) {
        Main.run(command.toArray(String[]::new), Terminal.own());
        command.clear();
      } else {
        command.add(argument);
      }
    }
  }
}
