package dev.concertina.cli;

import dev.concertina.check.RepositoryConfiguration;
import dev.concertina.check.Settings;
import dev.concertina.migration.Engine;
import dev.concertina.review.CommentWriter;
import dev.concertina.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The inputs of the Action. What is empty is not given.
 *
 * @param folder the only one that is looked at, ending in a slash; empty for all of them
 * @param configuration where it is in the repository, or null for its usual place
 * @param failOn {@code error}, {@code warning}, {@code never}, or empty
 * @param comment {@code always}, {@code findings}, {@code never}, or empty
 * @param sarif the file to write, or null
 * @param engine or null where it is not named
 */
record ActionInputs(
    String token,
    String folder,
    String configuration,
    String failOn,
    String comment,
    Path sarif,
    Engine engine) {

  /** Reads them: {@code INPUT_FAIL_ON} is the input {@code fail-on}. */
  static ActionInputs read(Runner runner) {
    String token = text(runner, "github-token");
    if (token.isEmpty()) {
      throw new CommandFailure(
          "github-token: expected a token, found none; the workflow's own is ${{ github.token }}");
    }
    String folder = inside(runner, "working-directory", "", text(runner, "working-directory"));
    String config = text(runner, "config");
    String sarif = text(runner, "sarif-file");
    return new ActionInputs(
        token,
        folder.isEmpty() ? "" : folder + "/",
        config.isEmpty() ? null : inside(runner, "config", folder, config),
        oneOf(runner, "fail-on", "error", "warning", "never"),
        oneOf(runner, "comment", "findings", "always", "never"),
        sarif.isEmpty()
            ? null
            : runner.workspace().resolve(folder).resolve(Runner.path("sarif-file", sarif)),
        engine(runner));
  }

  private static String text(Runner runner, String name) {
    return runner.text("INPUT_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static String oneOf(Runner runner, String name, String... known) {
    String value = text(runner, name);
    if (!value.isEmpty()) {
      CheckOptions.oneOf(name, value, List.of(known));
    }
    return value;
  }

  /** A path as one from the root of the repository, without slashes at its ends. */
  private static String inside(Runner runner, String name, String folder, String written) {
    Path root = runner.workspace();
    Path path = root.resolve(folder).resolve(Runner.path(name, written)).normalize();
    if (!path.startsWith(root)) {
      throw new CommandFailure(name + ": expected a path in the repository, found " + written);
    }
    return root.relativize(path).toString().replace('\\', '/');
  }

  private static Engine engine(Runner runner) {
    String name = oneOf(runner, "database", "postgresql", "mysql", "mariadb");
    String version = text(runner, "database-version");
    if (!version.isEmpty() && !version.matches(CheckOptions.VERSION)) {
      throw new CommandFailure("database-version: expected a number, found " + version);
    }
    if (name.isEmpty() && version.isEmpty()) {
      return null;
    }
    int major = version.isEmpty() ? 0 : Integer.parseInt(version.split("\\.")[0]);
    return RepositoryConfiguration.engine(
        name.isEmpty() ? "postgresql" : name, major, "the Action's inputs");
  }

  /** The name that tells the reviews of a monorepo's parts apart. */
  String project() {
    return folder.isEmpty()
        ? CommentWriter.DEFAULT_PROJECT
        : folder.substring(0, folder.length() - 1);
  }

  /** What the configuration says, where no input says something else. */
  Settings over(Settings settings) {
    Settings some =
        switch (failOn) {
          case "" -> settings;
          case "never" -> settings.withFailOn(Optional.empty());
          case "warning" -> settings.withFailOn(Optional.of(Severity.WARNING));
          default -> settings.withFailOn(Optional.of(Severity.ERROR));
        };
    return comment.isEmpty() ? some : some.withCommentsWhen(comment);
  }
}
