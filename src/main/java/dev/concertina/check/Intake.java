package dev.concertina.check;

import dev.concertina.check.Request.PlacedEvent;
import dev.concertina.code.IdentifierScan;
import dev.concertina.code.References;
import dev.concertina.code.Subject;
import dev.concertina.migration.Change;
import dev.concertina.migration.ChangedFile;
import dev.concertina.migration.Engine;
import dev.concertina.migration.History;
import dev.concertina.migration.LayoutSettings;
import dev.concertina.migration.Migration;
import dev.concertina.migration.MigrationPaths;
import dev.concertina.migration.OneFile;
import dev.concertina.migration.Readings;
import dev.concertina.migration.ReplayCache;
import dev.concertina.migration.Tree;
import dev.concertina.schema.Postgres;
import dev.concertina.schema.Schema;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes what is to be checked out of trees and changed files: the same for the command line, the
 * Action and the service.
 *
 * @param base the running version, and the history that has run
 * @param tip the tip of the base branch, against which versions and their order are judged
 * @param head the new version
 * @param layout where migrations are
 * @param cache of replayed schemas
 * @param today for suppressions that expire
 * @param baseName what {@code base} is, for display, or null
 * @param headName what {@code head} is, for display, or null
 */
public record Intake(
    Tree base,
    Tree tip,
    Tree head,
    LayoutSettings layout,
    ReplayCache cache,
    LocalDate today,
    String baseName,
    String headName) {

  /**
   * A change, and what has to be said of it beside its check.
   *
   * @param ignored changed SQL files that are no migrations
   */
  public record Taken(Request request, List<Change.Ignored> ignored) {}

  /**
   * What a range changes.
   *
   * @param unread what is already known to be unreadable
   */
  public Taken change(Collection<ChangedFile> files, List<Report.Unread> unread) {
    Set<String> added =
        files.stream()
            .filter(file -> file.status() == ChangedFile.Status.ADDED)
            .map(ChangedFile::path)
            .collect(Collectors.toSet());
    Readings readings = new Readings();
    return taken(Change.read(base, tip, files, layout, readings), added, base, unread, readings);
  }

  /** A text that came without a repository, as a migration whatever it is called. */
  public static Taken text(
      OneFile file, RepositoryConfiguration configuration, Engine engine, LocalDate today) {
    Set<String> only = file.files().keySet();
    LayoutSettings layout = configuration.layout(engine, only);
    return new Intake(file, file, file, layout, ReplayCache.NONE, today, null, null)
        .files(only, List.of());
  }

  /** Files of the head, as if all of them were new. */
  public Taken files(Collection<String> paths, List<Report.Unread> unread) {
    Readings readings = new Readings();
    Change change = Change.ofFiles(head, paths, layout, readings);
    Tree before = Change.before(head, paths, layout);
    return taken(change, Set.copyOf(paths), before, unread, readings);
  }

  private Taken taken(
      Change change,
      Set<String> added,
      Tree before,
      List<Report.Unread> unread,
      Readings readings) {
    Engine engine = engine(change.migrations());
    History history = new History(before, layout, cache, readings);
    Schema schema =
        change.migrations().isEmpty() ? Schema.EMPTY : history.replay(change.histories());
    List<PlacedEvent> events = new FileEvents(change).all();
    Request request =
        new Request(
            change.migrations(),
            added,
            events,
            unread,
            change.flyway(),
            schema,
            new Postgres(engine.version()),
            references(before),
            references(head),
            today,
            new Report.Context(
                baseName, headName, engine.name(), engine.version(), engine.reason()));
    return new Taken(request, change.ignored());
  }

  private Function<Set<Subject>, References> references(Tree tree) {
    return subjects -> new IdentifierScan(tree, new MigrationPaths(tree, layout), subjects);
  }

  /** One dialect judges a change: the oldest of its migrations' databases. */
  private static Engine engine(List<Migration> migrations) {
    return migrations.stream()
        .map(Migration::engine)
        .filter(Engine::judged)
        .min(Comparator.comparingInt(Engine::version))
        .orElse(Engine.DEFAULT);
  }
}
