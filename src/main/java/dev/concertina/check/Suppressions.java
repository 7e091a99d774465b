package dev.concertina.check;

import dev.concertina.migration.Glob;
import dev.concertina.migration.Migration;
import dev.concertina.rule.FileEvent;
import dev.concertina.rule.Finding;
import dev.concertina.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which findings somebody has accepted, and what is wrong with the acceptances. */
final class Suppressions {

  private final List<Settings.Allow> allowed;
  private final LocalDate today;
  private final Map<Statement, List<Suppression>> byStatement = new IdentityHashMap<>();
  private final Map<Suppression, String> files = new IdentityHashMap<>();
  private final Set<Suppression> used = new HashSet<>();

  Suppressions(List<Migration> migrations, List<Settings.Allow> allowed, LocalDate today) {
    this.allowed = allowed;
    this.today = today;
    for (Migration migration : migrations) {
      for (Statement statement : migration.statements()) {
        for (Statement.Comment comment : statement.comments()) {
          Suppression.read(comment.text(), comment.span())
              .ifPresent(
                  suppression -> {
                    files.put(suppression, migration.path());
                    byStatement.computeIfAbsent(statement, s -> new ArrayList<>()).add(suppression);
                  });
        }
      }
    }
  }

  /** Why a finding of this statement does not count, or null when it does. */
  Report.Suppressed of(Finding finding, Statement statement) {
    for (Suppression suppression : byStatement.getOrDefault(statement, List.of())) {
      if (suppression.rule().equals(finding.rule()) && !suppression.reason().isEmpty()) {
        used.add(suppression);
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
    for (Suppression suppression : byStatement.values().stream().flatMap(List::stream).toList()) {
      String what = null;
      if (!known.test(suppression.rule())) {
        what = "unknown";
      } else if (suppression.reason().isEmpty()) {
        what = "without-reason";
      } else if (!used.contains(suppression)) {
        what = "unused";
      } else if (suppression.expired(today)) {
        what = "expired";
      }
      if (what != null) {
        FileEvent event = new FileEvent("suppression", what, null, false, suppression.rule(), null);
        faults.add(new Request.PlacedEvent(files.get(suppression), suppression.span(), event));
      }
    }
    return faults;
  }
}
