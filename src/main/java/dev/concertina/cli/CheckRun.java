package dev.concertina.cli;

import dev.concertina.check.Checker;
import dev.concertina.check.Intake;
import dev.concertina.check.RangeFiles;
import dev.concertina.check.Report;
import dev.concertina.check.Settings;
import dev.concertina.migration.Change;
import dev.concertina.migration.Glob;
import dev.concertina.migration.OneFile;
import dev.concertina.migration.ReplayCache;
import dev.concertina.migration.Tree;
import dev.concertina.rule.RuleBook;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** One check, from the arguments to the report. */
final class CheckRun {
  private final CheckOptions options;
  private final Terminal terminal;
  private final ReplayCache cache;

  CheckRun(CheckOptions options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
    this.cache = ReplayFolder.of(terminal.environment());
  }

  /**
   * What came out.
   *
   * @param settings by which it was checked
   */
  record Result(Report report, Settings settings) {}

  /** Checks what the options name. */
  Result run() {
    try (Stage stage = new Stage(terminal, options.progress.equals("auto"))) {
      if (options.base != null) {
        return range(stage);
      }
      return options.paths.contains("-") ? standardInput(stage) : paths(stage);
    }
  }

  private Result range(Stage stage) {
    stage.is("reading the repository");
    String end = options.head == null ? "HEAD" : options.head;
    try (Repository.Range range = Repository.range(options.folder(terminal), options.base, end)) {
      Repository repository = range.repository();
      Repository.Commit tip = range.tip();
      Repository.Commit running = range.running();
      Tree base = repository.tree(running);
      Tree tipTree = tip.id().equals(running.id()) ? base : repository.tree(tip);
      Tree head = options.head == null ? repository.workTree() : repository.tree(range.head());
      Configuration configuration = Configuration.read(options, terminal, tipTree, today());
      Predicate<String> selected = selected(repository);
      RangeFiles changed = RangeFiles.between(base, head, selected);
      String headName = options.head == null ? "work tree" : range.head().toString();
      Intake intake =
          new Intake(
              base,
              tipTree,
              head,
              configuration.layout(Set.of()),
              cache,
              today(),
              running.toString(),
              headName);
      stage.is("reading the history");
      Intake.Taken taken = intake.change(changed.files(), changed.unread());
      return check(taken, configuration, stage);
    }
  }

  /** The changed paths that count; the whole range when no path is given. */
  private Predicate<String> selected(Repository repository) {
    if (options.paths.isEmpty()) {
      return path -> true;
    }
    List<String> patterns = new ArrayList<>();
    for (String written : options.paths) {
      PathArgument argument = PathArgument.of(written, options.folder(terminal));
      String start =
          repository
              .inside(argument.start())
              .orElseThrow(
                  () -> new CommandFailure(written + " is outside of " + repository.root()));
      patterns.add(argument.pattern(start));
    }
    return path -> patterns.stream().anyMatch(pattern -> Glob.matches(pattern, path));
  }

  private Result paths(Stage stage) {
    stage.is("reading the files");
    try (PathInput input = PathInput.of(options, terminal)) {
      Configuration configuration = Configuration.read(options, terminal, input.tree(), today());
      SelectedPaths selected = input.selected();
      Tree tree = input.tree();
      Intake intake =
          new Intake(
              tree,
              tree,
              tree,
              configuration.layout(selected.explicit()),
              cache,
              today(),
              null,
              null);
      stage.is("reading the history");
      List<Report.Unread> unread = RangeFiles.unreadable(selected.all(), tree);
      Set<String> readable = new TreeSet<>(selected.all());
      unread.forEach(file -> readable.remove(file.file()));
      Intake.Taken taken = intake.files(readable, unread);
      if (options.verbose) {
        selected.explicit().stream().filter(file -> !isTaken(taken, file)).forEach(this::ignored);
      }
      return check(taken, configuration, stage);
    }
  }

  private static boolean isTaken(Intake.Taken taken, String file) {
    return taken.request().migrations().stream().anyMatch(m -> m.path().equals(file))
        || taken.request().unread().stream().anyMatch(unread -> unread.file().equals(file))
        || taken.ignored().stream().anyMatch(ignored -> ignored.path().equals(file));
  }

  private void ignored(String file) {
    terminal.say(file + " is ignored: it is no migration of a known kind");
  }

  private Result standardInput(Stage stage) {
    OneFile input = StandardInput.read(terminal.in());
    Configuration configuration = Configuration.read(options, terminal, null, today());
    Intake.Taken taken =
        Intake.text(input, configuration.repository(), configuration.engine(), today());
    return check(taken, configuration, stage);
  }

  private Result check(Intake.Taken taken, Configuration configuration, Stage stage) {
    if (options.verbose) {
      for (Change.Ignored ignored : taken.ignored()) {
        terminal.say(ignored.path() + " is ignored: " + ignored.reason());
      }
    }
    stage.is("checking");
    RuleBook book = configuration.book();
    Report report = new Checker(book, configuration.settings()).check(taken.request());
    return new Result(report.withProblems(configuration.problems()), configuration.settings());
  }

  private LocalDate today() {
    return options.today != null ? options.today : LocalDate.now(ZoneOffset.UTC);
  }
}
