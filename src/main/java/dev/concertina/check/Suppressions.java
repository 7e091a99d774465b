package dev.concertina.check;

import dev.concertina.migration.Glob;
import dev.concertina.migration.Migration;
import dev.concertina.rule.FileEvent;
import dev.concertina.rule.Finding;
import dev.concertina.rule.Occurrence;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which findings somebody has accepted, and what is wrong with the acceptances. A finding of a
 * statement is accepted by a comment on the statement's line or above it, a finding about a whole
 * file by one at the file's top; both by the configuration.
 */
final class Suppressions {

  private final List<Settings.Allow> allowed;
  private final LocalDate today;
  private final List<Migration> migrations;
  private final Map<Statement, List<Suppression>> byStatement = new IdentityHashMap<>();
  private final Map<String, Suppression> comments = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();

  Suppressions(Request request, List<Settings.Allow> allowed) {
    this.allowed = allowed;
    today = request.today();
    migrations = request.migrations();
    for (Migration migration : request.migrations()) {
      for (Statement statement : migration.statements()) {
        List<Suppression> own = suppressions(migration.path(), statement.comments());
        own.forEach(this::know);
        byStatement.put(statement, own);
      }
    }
    for (Migration migration : request.migrations()) {
      boolean mayHold = migration.inSql() && migration.text().contains(Suppression.INTRODUCTION);
      if (mayHold && request.added().contains(migration.path())) {
        List<Statement.Comment> all =
            SqlReader.comments(migration.text(), migration.engine().syntax());
        suppressions(migration.path(), all).forEach(this::know);
      }
    }
  }

  private static List<Suppression> suppressions(String file, List<Statement.Comment> comments) {
    List<Suppression> found = new ArrayList<>();
    for (Statement.Comment comment : comments) {
      Suppression.read(file, comment.text(), comment.span()).ifPresent(found::add);
    }
    return found;
  }

  private void know(Suppression suppression) {
    comments.putIfAbsent(suppression.place(), suppression);
  }

  /**
   * Why a finding of this statement does not count, or null when it does. One that joins two places
   * may stand at another statement, and is accepted there.
   */
  Report.Suppressed of(Finding finding, Occurrence here) {
    boolean elsewhere =
        !finding.span().equals(here.operation().span())
            || !finding.file().equals(here.migration().path());
    Statement statement = elsewhere ? at(finding) : here.statement();
    return by(finding, byStatement.getOrDefault(statement, List.of()));
  }

  private Statement at(Finding finding) {
    for (Migration migration : migrations) {
      for (Statement statement : migration.statements()) {
        boolean around =
            migration.path().equals(finding.file())
                && statement.span().start() <= finding.span().start()
                && finding.span().end() <= statement.span().end();
        if (around) {
          return statement;
        }
      }
    }
    return null;
  }

  /**
   * Why a finding about a whole file does not count, or null when it does.
   *
   * @param text the file at the head; empty when it is gone
   */
  Report.Suppressed of(Finding finding, String text) {
    List<Suppression> head = new ArrayList<>();
    for (Suppression suppression : FileHead.suppressions(finding.file(), text)) {
      if (suppression.rule().equals(finding.rule())) {
        know(suppression);
        head.add(suppression);
      }
    }
    return by(finding, head);
  }

  private Report.Suppressed by(Finding finding, List<Suppression> comments) {
    for (Suppression suppression : comments) {
      if (suppression.rule().equals(finding.rule()) && !suppression.reason().isEmpty()) {
        used.add(suppression.place());
        if (!suppression.expired(today)) {
          return new Report.Suppressed(suppression.reason(), "comment", suppression.until());
        }
      }
    }
    for (Settings.Allow allow : allowed) {
      boolean holds = allow.until() == null || !today.isAfter(allow.until());
      if (holds
          && allow.rule().equals(finding.rule())
          && Glob.matches(allow.path(), finding.file())) {
        return new Report.Suppressed(allow.because(), "config", allow.until());
      }
    }
    return null;
  }

  /** What is wrong with the comments, after every finding was asked about. */
  List<Request.PlacedEvent> faults(Predicate<String> known) {
    List<Request.PlacedEvent> faults = new ArrayList<>();
    for (Suppression suppression : comments.values()) {
      String what = null;
      if (!known.test(suppression.rule())) {
        what = "unknown";
      } else if (suppression.reason().isEmpty()) {
        what = "without-reason";
      } else if (!used.contains(suppression.place())) {
        what = "unused";
      } else if (suppression.expired(today)) {
        what = "expired";
      }
      if (what != null) {
        FileEvent event = new FileEvent("suppression", what, null, false, suppression.rule(), null);
        Span span = suppression.span();
        faults.add(new Request.PlacedEvent(suppression.file(), span, event, ""));
      }
    }
    return faults;
  }
}
