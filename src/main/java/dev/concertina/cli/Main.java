package dev.concertina.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The command line. */
@Command(
    name = "concertina",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Checks database migrations before they merge.")
public final class Main implements Action {
  private static final Map<String, Supplier<Action>> COMMANDS =
      Map.of(
          "check", CheckCommand::new,
          "plan", PlanCommand::new,
          "explain", ExplainCommand::new,
          "rules", RulesCommand::new);

  private static final List<String> ORDER = List.of("check", "plan", "explain", "rules");

  /** Runs the command that the arguments name and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, Terminal.own()));
  }

  /** Runs a command and answers its exit status; says in one line why it can't be carried out. */
  static int run(String[] arguments, Terminal terminal) {
    try {
      return parseAndRun(arguments, terminal);
    } catch (ParameterException e) {
      String command = e.getCommandLine().getCommandSpec().qualifiedName();
      terminal.say(e.getMessage() + "; see " + command + " --help");
      return ExitStatus.UNUSABLE;
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

  private static int parseAndRun(String[] arguments, Terminal terminal) {
    CommandLine line = line(arguments);
    CommandLine.ParseResult parsed = line.parseArgs(arguments);
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
    }
    CommandLine chosen = parsed.commandSpec().commandLine();
    if (parsed.isUsageHelpRequested()) {
      PrintWriter out = new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8);
      CommandLine.Help.Ansi ansi =
          terminal.colored("auto") ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
      chosen.usage(out, ansi);
      return ExitStatus.PASSED;
    }
    if (parsed.isVersionHelpRequested()) {
      terminal.out().println("concertina " + version());
      return ExitStatus.PASSED;
    }
    Action action = chosen.getCommand();
    return action.run(terminal);
  }

  /** Only the command that is named is looked at: each costs time to reflect upon. */
  private static CommandLine line(String[] arguments) {
    CommandLine line = new CommandLine(new Main());
    boolean one = arguments.length > 0 && COMMANDS.containsKey(arguments[0]);
    for (String name : one ? List.of(arguments[0]) : ORDER) {
      CommandLine sub = new CommandLine(COMMANDS.get(name).get());
      sub.getCommandSpec().mixinStandardHelpOptions(true);
      line.addSubcommand(name, sub);
    }
    return line;
  }

  @Override
  public int run(Terminal terminal) {
    throw new CommandFailure("expected a command: one of " + String.join(", ", ORDER));
  }

  /** The version of the jar. */
  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "0" : version;
  }

  /** Reads the version from the manifest of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"concertina " + version()};
    }
  }
}
