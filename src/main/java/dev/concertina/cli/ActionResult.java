package dev.concertina.cli;

import dev.concertina.check.Report;
import dev.concertina.check.Settings;
import dev.concertina.check.Settings.Mode;
import dev.concertina.github.Reviewer.Outcome;
import dev.concertina.review.Format;
import dev.concertina.review.Links;
import dev.concertina.review.Options;
import dev.concertina.review.Verdicts;
import dev.concertina.review.WorkflowCommand;
import dev.concertina.rule.Severity;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the Action leaves on the runner: outputs, files, the page of the run, the exit status. */
final class ActionResult {
  private final Runner runner;
  private final ActionInputs inputs;
  private final PrintStream out;

  ActionResult(Runner runner, ActionInputs inputs, PrintStream out) {
    this.runner = runner;
    this.inputs = inputs;
    this.out = out;
  }

  /** Writes all of it and answers the exit status. */
  int of(Outcome outcome) {
    runner.summary(outcome.summary());
    if (outcome.report() == null) {
      out.println(WorkflowCommand.of(Severity.ERROR, "Concertina", outcome.problem()));
      return ExitStatus.UNUSABLE;
    }
    Report report = outcome.report();
    write(report);
    if (outcome.check()) {
      out.println(Verdicts.sentence(report));
    } else {
      // Nothing of it could be written beside the lines: the runner is told instead.
      out.print(Format.GITHUB.writer(options()).write(report));
      out.println("This token may write no check run: the findings are in the job's summary, too.");
    }
    out.flush();
    return fails(report, outcome.settings()) ? ExitStatus.FAILED : ExitStatus.PASSED;
  }

  private static boolean fails(Report report, Settings settings) {
    return settings.mode() == Mode.ENFORCE
        && settings.failOn().isPresent()
        && report.reaches(settings.failOn().get());
  }

  private void write(Report report) {
    runner.output("verdict", report.verdict().name().toLowerCase(Locale.ROOT));
    runner.output("errors", Long.toString(report.count(Severity.ERROR)));
    runner.output("warnings", Long.toString(report.count(Severity.WARNING)));
    runner.output("deploys", Integer.toString(report.plan().deploys()));
    Path json = runner.temporary().resolve(jsonName());
    write("json-file", json, Format.JSON, report);
    if (inputs.sarif() != null) {
      write("sarif-file", inputs.sarif(), Format.SARIF, report);
    }
  }

  /** Parts of a monorepo that are checked in one job have files of their own. */
  private String jsonName() {
    String part = inputs.folder().replaceAll("[^A-Za-z0-9._-]+", "-");
    return part.isEmpty()
        ? "concertina.json"
        : "concertina-" + part.substring(0, part.length() - 1) + ".json";
  }

  private void write(String output, Path file, Format format, Report report) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      String text = format.writer(options()).write(report);
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CommandFailure(output + ": can't write " + file, e);
    }
    runner.output(output, file.toString());
  }

  private Options options() {
    return Options.PLAIN
        .withProject(inputs.project())
        .withVersion(Main.version())
        .withLinks(new Links(null, null, ActionCommand.rules()));
  }
}
