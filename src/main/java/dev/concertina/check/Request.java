package dev.concertina.check;

import dev.concertina.code.References;
import dev.concertina.code.Subject;
import dev.concertina.migration.FlywaySettings;
import dev.concertina.migration.Migration;
import dev.concertina.rule.FileEvent;
import dev.concertina.rule.Finding;
import dev.concertina.schema.Dialect;
import dev.concertina.schema.Schema;
import dev.concertina.schema.Span;
import dev.concertina.schema.Templates;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What is to be checked.
 *
 * @param migrations those of the change, in the order in which they run, down ones included
 * @param added the files that are new as a whole
 * @param events what happened to migration files as a whole
 * @param unread files that could not be read at all
 * @param flyway how Flyway is set up at the head
 * @param base the schema before the change
 * @param running finds what the running version's source says about these subjects; asked at most
 *     once
 * @param next likewise for the new version
 * @param today for suppressions that expire
 * @param context against what is checked, for display
 */
public record Request(
    List<Migration> migrations,
    Set<String> added,
    List<PlacedEvent> events,
    List<Report.Unread> unread,
    FlywaySettings flyway,
    Schema base,
    Dialect dialect,
    Function<Set<Subject>, References> running,
    Function<Set<Subject>, References> next,
    LocalDate today,
    Report.Context context) {

  public Request {
    migrations = List.copyOf(migrations);
    added = Set.copyOf(added);
    events = List.copyOf(events);
    unread = List.copyOf(unread);
  }

  /** The same request, of whose migrations more is known. */
  Request with(List<Migration> known) {
    return new Request(
        known, added, events, unread, flyway, base, dialect, running, next, today, context);
  }

  /** The same request, which calls each table as the history does. */
  Request resolved() {
    if (!base.hasTemplates()) {
      return this;
    }
    return with(migrations.stream().map(this::resolved).toList());
  }

  private Migration resolved(Migration migration) {
    return migration.with(
        migration.statements().stream()
            .map(
                statement ->
                    statement.with(
                        statement.operations().stream()
                            .map(operation -> Templates.resolved(operation, base))
                            .toList()))
            .toList());
  }

  /**
   * An event and where it is said.
   *
   * @param text the file at the head, at whose top the finding may be accepted; empty when it is
   *     gone or can't be read
   */
  public record PlacedEvent(String file, Span span, FileEvent event, String text) {
    /** Where a comment would accept it. */
    Finding.Scope scope() {
      return text.isEmpty() ? Finding.Scope.NONE : Finding.Scope.FILE;
    }
  }
}
