package dev.concertina.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What surrounds a run of the program.
 *
 * @param out takes the result
 * @param err takes everything else
 * @param interactive whether a person looks at it
 * @param environment the environment's variables
 * @param folder the working folder
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean interactive,
    Map<String, String> environment,
    Path folder) {
  private static final int WIDTH = 100;

  /** The one in which the program was started. */
  static Terminal own() {
    return new Terminal(
        System.in,
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        isInteractive(),
        System.getenv(),
        Path.of("").toAbsolutePath());
  }

  /** Whatever the locale is, results are UTF-8. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    var file = new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 13);
    return new PrintStream(file, true, StandardCharsets.UTF_8);
  }

  /** From 22 on there is a console for a file or a pipe too, which knows that it is none. */
  private static boolean isInteractive() {
    Object console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }

  /** Whether the result is to be coloured: {@code always}, {@code never}, or as the terminal is. */
  boolean colored(String wish) {
    return switch (wish) {
      case "always" -> true;
      case "never" -> false;
      default ->
          interactive
              && environment.getOrDefault("NO_COLOR", "").isEmpty()
              && !environment.getOrDefault("TERM", "").equals("dumb");
    };
  }

  /** How many columns there are. */
  int width() {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : WIDTH;
  }

  /** Says something beside the result. */
  void say(String line) {
    err.println("concertina: " + line.replaceAll("\\s*\\R\\s*", " "));
  }

  boolean debugging() {
    return environment.getOrDefault("CONCERTINA_DEBUG", "").equals("1");
  }
}
