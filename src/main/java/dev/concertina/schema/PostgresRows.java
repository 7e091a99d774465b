package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;
import dev.concertina.schema.Expression.Operator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What PostgreSQL does while rows change. The locks that it takes on indexes meanwhile disturb
 * nobody and are left out.
 */
final class PostgresRows {

  private final Moment moment;

  PostgresRows(Moment moment) {
    this.moment = moment;
  }

  Effect insert(Operation.Insert o) {
    Footprint footprint = writing(o.table());
    if (o.source() != null) {
      moment.read(footprint, o.source(), true);
    }
    lockReferenced(footprint, o.table());
    return footprint.effect();
  }

  Effect update(Operation.Update o) {
    Footprint footprint = writing(o.table());
    o.from().forEach(other -> reading(footprint, other));
    scanUnlessKeyed(footprint, o.table(), o.where());
    List<String> assigned = o.assignments().stream().map(Operation.Assignment::column).toList();
    for (Constraint.ForeignKey key : moment.foreignKeys(o.table())) {
      if (key.columns().stream().anyMatch(assigned::contains)) {
        footprint.lock(key.referenced(), Lock.ROW_SHARE, Role.REFERENCED);
      }
    }
    for (Name other : moment.schema().referencing(o.table())) {
      for (Constraint.ForeignKey key : moment.foreignKeys(other)) {
        if (assigned.stream()
            .anyMatch(c -> Dependents.references(moment.schema(), key, o.table(), c))) {
          referencing(footprint, other, key, Lock.ROW_SHARE);
        }
      }
    }
    return footprint.effect();
  }

  Effect delete(Operation.Delete o) {
    Footprint footprint = writing(o.table());
    o.using().forEach(other -> reading(footprint, other));
    scanUnlessKeyed(footprint, o.table(), o.where());
    for (Name other : moment.schema().referencing(o.table())) {
      for (Constraint.ForeignKey key : moment.foreignKeys(other)) {
        if (key.referenced().equals(o.table())) {
          boolean acts = key.onDelete() != null && !waits(key.onDelete());
          referencing(footprint, other, key, acts ? Lock.ROW_EXCLUSIVE : Lock.ROW_SHARE);
        }
      }
    }
    return footprint.effect();
  }

  /** Every row that goes is looked for in the tables that reference it. Measured. */
  private void referencing(Footprint footprint, Name other, Constraint.ForeignKey key, Lock mode) {
    footprint.lock(other, mode, Role.REFERENCING);
    boolean indexed =
        moment.schema().indexesOf(other).stream()
            .anyMatch(i -> !i.keys().isEmpty() && key.columns().contains(i.keys().get(0)));
    if (!indexed) {
      moment.scan(footprint, other);
    }
  }

  private static boolean waits(String onDelete) {
    return onDelete.equals("NO ACTION") || onDelete.equals("RESTRICT");
  }

  Effect merge(Operation.Merge o) {
    Footprint footprint = writing(o.table());
    if (moment.version() < 15) {
      footprint.refuse("MERGE exists from PostgreSQL 15 on");
    }
    moment.scan(footprint, o.table());
    lockReferenced(footprint, o.table());
    return footprint.effect();
  }

  Effect copy(Operation.CopyInto o) {
    Footprint footprint = writing(o.table());
    lockReferenced(footprint, o.table());
    return footprint.effect();
  }

  Effect select(Operation.Select o) {
    Footprint footprint = new Footprint();
    Query query = o.query();
    boolean bounded =
        Words.mentions(query.text(), "where") || Words.mentions(query.text(), "limit");
    if (o.locksRows()) {
      query.detail().tables().stream()
          .sorted()
          .forEach(table -> footprint.lock(table, Lock.ROW_SHARE, Role.DEPENDENT));
    }
    moment.read(footprint, query, !bounded);
    return footprint.effect();
  }

  /** The table, its partitions, and the tables behind a view that is written through. */
  private Footprint writing(Name table) {
    Footprint footprint = moment.descending(table, Lock.ROW_EXCLUSIVE);
    Name base = stored(table);
    return base.equals(table)
        ? footprint
        : footprint.lock(base, Lock.ROW_EXCLUSIVE, Role.DEPENDENT);
  }

  /** The table behind a view that is written through, otherwise the table itself. */
  private Name stored(Name table) {
    return moment.schema().view(table).map(view -> view.query().detail().onlyTable()).orElse(table);
  }

  private void scanUnlessKeyed(Footprint footprint, Name table, Expression where) {
    Name base = stored(table);
    if (!keyed(base, where)) {
      moment.scan(footprint, base);
    }
  }

  private void reading(Footprint footprint, Name table) {
    moment.lockOther(footprint, table, Lock.ACCESS_SHARE, Role.DEPENDENT);
    moment.scan(footprint, table);
  }

  private void lockReferenced(Footprint footprint, Name table) {
    for (Constraint.ForeignKey key : moment.foreignKeys(table)) {
      footprint.lock(key.referenced(), Lock.ROW_SHARE, Role.REFERENCED);
    }
  }

  /** Whether the WHERE picks rows by literals for every column of the primary or a unique key. */
  private boolean keyed(Name table, Expression where) {
    if (where == null) {
      return false;
    }
    Set<String> fixed = new HashSet<>();
    for (Expression.Conjunct conjunct : where.detail().conjuncts()) {
      boolean literal = conjunct.operator() == Operator.EQUAL || conjunct.operator() == Operator.IN;
      if (literal && conjunct.column() != null && !conjunct.values().isEmpty()) {
        fixed.add(conjunct.column());
      }
    }
    return keys(table).stream().anyMatch(fixed::containsAll);
  }

  private List<List<String>> keys(Name table) {
    List<List<String>> keys = new ArrayList<>();
    for (Index index : moment.schema().indexesOf(table)) {
      if (index.unique() && index.valid() && index.where() == null && !index.keys().isEmpty()) {
        keys.add(index.keys());
      }
    }
    return keys;
  }
}
