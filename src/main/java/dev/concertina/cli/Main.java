package dev.concertina.cli;

import dev.concertina.rule.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The command line. */
public final class Main {
  /** In the order of the help. */
  private static final Map<String, Supplier<Action>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("check", CheckCommand::new);
    COMMANDS.put("plan", PlanCommand::new);
    COMMANDS.put("explain", ExplainCommand::new);
    COMMANDS.put("rules list", RulesListCommand::new);
    COMMANDS.put("rules test", RulesTestCommand::new);
    COMMANDS.put("rules index", RulesIndexCommand::new);
    COMMANDS.put("action", ActionCommand::new);
    COMMANDS.put("serve", ServeCommand::new);
  }

  private Main() {}

  /** Runs the command that the arguments name and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, Terminal.own()));
  }

  /** Runs a command and answers its exit status; says in one line why it can't be carried out. */
  static int run(String[] arguments, Terminal terminal) {
    try {
      return run(List.of(arguments), terminal);
    } catch (CommandFailure e) {
      terminal.say(e.getMessage());
      trace(e, terminal);
      return ExitStatus.UNUSABLE;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      terminal.say("unexpected: " + e + "; please report it with what CONCERTINA_DEBUG=1 shows");
      trace(e, terminal);
      return ExitStatus.UNUSABLE;
    }
  }

  private static void trace(Throwable e, Terminal terminal) {
    if (terminal.debugging()) {
      e.printStackTrace(terminal.err());
    }
  }

  private static int run(List<String> arguments, Terminal terminal) {
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    if (Set.of("-h", "--help").contains(first)) {
      return print(help(), terminal);
    }
    if (Set.of("-V", "--version").contains(first)) {
      return print("concertina " + version() + "\n", terminal);
    }
    String name = name(arguments);
    Action action = COMMANDS.get(name).get();
    Usage usage = action.usage();
    Arguments given = usage.read(arguments.subList(name.split(" ").length, arguments.size()));
    return given.has("help") ? print(usage.help(), terminal) : action.run(given, terminal);
  }

  private static int print(String text, Terminal terminal) {
    terminal.out().print(text);
    terminal.out().flush();
    return ExitStatus.PASSED;
  }

  /** The name of the command that the arguments begin with: one word or two. */
  private static String name(List<String> arguments) {
    for (int words = Math.min(2, arguments.size()); words > 0; words--) {
      String name = String.join(" ", arguments.subList(0, words));
      if (COMMANDS.containsKey(name)) {
        return name;
      }
    }
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    List<String> second = new ArrayList<>();
    for (String name : COMMANDS.keySet()) {
      if (name.startsWith(first + " ")) {
        second.add(name.substring(first.length() + 1));
      }
    }
    if (!second.isEmpty()) {
      throw new CommandFailure(first + ": expected one of " + String.join(", ", second));
    }
    String found =
        first.isEmpty()
            ? ""
            : ", found " + first + Spelling.didYouMean(first, List.copyOf(COMMANDS.keySet()));
    throw new CommandFailure(
        "expected a command: one of " + String.join(", ", COMMANDS.keySet()) + found);
  }

  private static String help() {
    StringBuilder text =
        new StringBuilder(
            """
            Usage: concertina COMMAND [OPTION…] …
            Checks database migrations before they merge.

            """);
    COMMANDS.forEach(
        (name, action) ->
            text.append(String.format("  %-12s %s%n", name, action.get().usage().says())));
    return text.append(
            """

              concertina COMMAND --help shows the options of a command, concertina --version the version.
            """)
        .toString();
  }

  /** The version of the jar. */
  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "0" : version;
  }
}
