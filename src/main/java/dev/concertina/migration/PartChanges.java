package dev.concertina.migration;

import dev.concertina.schema.Span;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.sql.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A file that holds several migrations, before and after a change: each of them is new, edited or
 * gone by itself.
 */
final class PartChanges {

  private final Map<String, Part> before = new LinkedHashMap<>();
  private final List<Part> after;

  PartChanges(List<Part> before, List<Part> after) {
    before.forEach(part -> this.before.putIfAbsent(part.id(), part));
    this.after = after;
  }

  /** The new ones, and those of the others that do something that they did not do. */
  List<Part> news() {
    List<Part> news = new ArrayList<>();
    for (Part part : after) {
      Part old = part.id() == null ? null : before.get(part.id());
      List<Statement> statements =
          old == null ? part.statements() : beyond(old.statements(), part.statements());
      boolean same = old != null && (unchanged(old, part) || part.memory().editable());
      if (!same && !statements.isEmpty()) {
        news.add(part.with(statements));
      }
    }
    return news;
  }

  private static List<Statement> beyond(List<Statement> old, List<Statement> now) {
    Map<String, Integer> known = new HashMap<>();
    old.forEach(statement -> known.merge(wording(statement), 1, Integer::sum));
    List<Statement> beyond = new ArrayList<>();
    for (Statement statement : now) {
      if (known.merge(wording(statement), -1, Integer::sum) < 0) {
        beyond.add(statement);
      }
    }
    return beyond;
  }

  private static String wording(Statement statement) {
    return Wording.of(statement.sql(), SqlSyntax.POSTGRESQL);
  }

  private static boolean unchanged(Part old, Part now) {
    return Objects.equals(old.memory().wording(), now.memory().wording());
  }

  /** Where those begin that were edited and do not run again. */
  List<Span> edited() {
    List<Span> edited = new ArrayList<>();
    for (Part part : after) {
      Part old = part.id() == null ? null : before.get(part.id());
      boolean allowed = old == null || part.repeatable() || part.memory().editable();
      if (!allowed && !unchanged(old, part)) {
        edited.add(part.memory().place());
      }
    }
    return edited;
  }

  /** Whether one is gone that ran once; what runs again whenever it changes may go. */
  boolean removed() {
    Set<String> left = new HashSet<>();
    after.forEach(part -> left.add(part.id()));
    return before.values().stream()
        .anyMatch(part -> part.id() != null && !part.repeatable() && !left.contains(part.id()));
  }

  /** The ids that two of them have, where one of the two is new. */
  List<String> twins() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    after.stream()
        .filter(part -> part.id() != null)
        .forEach(part -> counts.merge(part.id(), 1, Integer::sum));
    return counts.keySet().stream()
        .filter(id -> counts.get(id) > 1 && !before.containsKey(id))
        .toList();
  }
}
