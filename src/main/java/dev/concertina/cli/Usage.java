package dev.concertina.cli;

import dev.concertina.rule.Spelling;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.HelpFormatter;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** How a command is called: its options and operands, for reading arguments and for its help. */
final class Usage {
  private static final int WIDTH = 96;

  private final String command;
  private final String says;
  private final Options options = new Options();
  private String operand = "";
  private String operandSays = "";
  private boolean needed;
  private int most;

  /**
   * @param command with all its words, as {@code rules test}
   * @param says what it does, in a sentence
   */
  Usage(String command, String says) {
    this.command = command;
    this.says = says;
    flag("h", "help", "Show this help.");
  }

  /** What it does, in a sentence. */
  String says() {
    return says;
  }

  /** Adds an option with a value. */
  Usage value(String name, String value, String meaning) {
    options.addOption(Option.builder().longOpt(name).hasArg().argName(value).desc(meaning).get());
    return this;
  }

  /** Adds an option without one. */
  Usage flag(String letter, String name, String meaning) {
    options.addOption(Option.builder(letter).longOpt(name).desc(meaning).get());
    return this;
  }

  /** Adds operands, any number of them. */
  Usage operands(String name, String meaning) {
    return operand(name, meaning, false, Integer.MAX_VALUE);
  }

  /** Adds one operand that must be there. */
  Usage operand(String name, String meaning) {
    return operand(name, meaning, true, 1);
  }

  /** Adds one operand that may be there. */
  Usage optionalOperand(String name, String meaning) {
    return operand(name, meaning, false, 1);
  }

  private Usage operand(String name, String meaning, boolean isNeeded, int mostOfThem) {
    operand = name;
    operandSays = meaning;
    needed = isNeeded;
    most = mostOfThem;
    return this;
  }

  /** What is given; a failure that says what is wrong with it. */
  Arguments read(List<String> arguments) {
    CommandLine line = parse(arguments);
    for (Option option : line.getOptions()) {
      if (line.getOptionValues(option) != null && line.getOptionValues(option).length > 1) {
        throw wrong("--" + option.getLongOpt() + " is given more than once");
      }
    }
    Arguments given = new Arguments(line);
    if (!given.has("help")) {
      if (needed && given.operands().isEmpty()) {
        throw wrong("expected " + operand);
      }
      if (given.operands().size() > most) {
        throw wrong("unexpected argument " + given.operands().get(most));
      }
    }
    return given;
  }

  private CommandLine parse(List<String> arguments) {
    DefaultParser parser = DefaultParser.builder().setAllowPartialMatching(false).get();
    try {
      return parser.parse(options, arguments.toArray(String[]::new));
    } catch (UnrecognizedOptionException e) {
      List<String> known = options.getOptions().stream().map(o -> "--" + o.getLongOpt()).toList();
      String written = e.getOption();
      throw wrong("unknown option " + written + Spelling.didYouMean(written, known));
    } catch (MissingArgumentException e) {
      throw wrong("--" + e.getOption().getLongOpt() + ": expected " + e.getOption().getArgName());
    } catch (ParseException e) {
      throw wrong(e.getMessage());
    }
  }

  private CommandFailure wrong(String message) {
    return new CommandFailure(message + "; see concertina " + command + " --help");
  }

  /** The help, as {@code --help} prints it. */
  String help() {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    HelpFormatter formatter = HelpFormatter.builder().setPrintWriter(out).get();
    formatter.setOptionComparator(null);
    formatter.setSyntaxPrefix("Usage: ");
    String syntax = ("concertina " + command + " [OPTION…] " + operands()).strip();
    String about = operand.isEmpty() ? says : says + "\n\n" + operand + ": " + operandSays;
    formatter.printHelp(out, WIDTH, syntax, about + "\n\n", options, 2, 3, "");
    out.flush();
    return text.toString();
  }

  private String operands() {
    String each = most > 1 ? operand + "…" : operand;
    return needed || operand.isEmpty() ? each : "[" + each + "]";
  }
}
