package dev.concertina.cli;

import dev.concertina.check.Settings;
import dev.concertina.review.Format;
import dev.concertina.review.Links;
import dev.concertina.review.Options;
import dev.concertina.rule.Severity;
import java.util.Arrays;
import java.util.Optional;

/** {@code concertina check}: the findings of a change. */
final class CheckCommand implements Action {
  @Override
  public Usage usage() {
    String says =
        "Checks migrations: those that a branch adds, or the files that are named as new.";
    Usage usage = CheckOptions.addTo(new Usage("check", says));
    return usage.value("format", "FORMAT", "text, json, markdown, sarif, github or gitlab.");
  }

  @Override
  public int run(Arguments given, Terminal terminal) {
    CheckOptions options = new CheckOptions(given);
    String format = given.text("format", "text");
    CheckOptions.oneOf(
        "--format", format, Arrays.stream(Format.values()).map(Format::toString).toList());
    Format form = Format.of(format).orElseThrow();
    CheckRun.Result result = new CheckRun(options, terminal).run();
    String text = form.writer(look(options, terminal)).write(result.report());
    new Result(terminal, options.output).write(text);
    return status(options, result);
  }

  static Options look(CheckOptions options, Terminal terminal) {
    boolean color = options.output == null && terminal.colored(options.color);
    return new Options(
        color || options.color.equals("always"),
        terminal.width(),
        "default",
        Main.version(),
        Links.NONE);
  }

  static int status(CheckOptions options, CheckRun.Result result) {
    Optional<Severity> limit = failOn(options, result.settings());
    return limit.isPresent() && result.report().reaches(limit.get())
        ? ExitStatus.FAILED
        : ExitStatus.PASSED;
  }

  private static Optional<Severity> failOn(CheckOptions options, Settings settings) {
    if (options.failOn == null) {
      return settings.failOn();
    }
    return switch (options.failOn) {
      case "error" -> Optional.of(Severity.ERROR);
      case "warning" -> Optional.of(Severity.WARNING);
      default -> Optional.empty();
    };
  }
}
