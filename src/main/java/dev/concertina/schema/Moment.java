package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an operation finds when it runs, and the questions that every family of operations asks:
 * which partitions follow, where the rows are, what a rewrite touches.
 */
record Moment(int version, Schema schema, Session session) {

  boolean inTransaction() {
    return session.inTransaction();
  }

  /** The partitions under a table, however deep. */
  List<Name> partitions(Name table) {
    List<Name> below = new ArrayList<>();
    for (Table partition : schema.partitionsOf(table)) {
      below.add(partition.name());
      below.addAll(partitions(partition.name()));
    }
    return below;
  }

  boolean partitioned(Name table) {
    return schema.table(table).map(Table::partitioned).orElse(false)
        || !schema.partitionsOf(table).isEmpty();
  }

  /** The relations that hold the rows of a table: itself, or its partitions as far as known. */
  List<Name> rows(Name table) {
    List<Name> leaves = partitions(table).stream().filter(name -> !partitioned(name)).toList();
    return leaves.isEmpty() ? List.of(table) : leaves;
  }

  /** A lock on the table alone. */
  Footprint alone(Name table, Lock mode) {
    return new Footprint().lock(table, mode, Role.OWN);
  }

  /** A lock on the table and its partitions: most of ALTER TABLE descends. Measured. */
  Footprint descending(Name table, Lock mode) {
    return lockPartitions(alone(table, mode), table, mode);
  }

  Footprint lockPartitions(Footprint footprint, Name table, Lock mode) {
    partitions(table).forEach(name -> footprint.lock(name, mode, Role.PARTITION));
    return footprint;
  }

  /** A lock on another table and its partitions. */
  Footprint lockOther(Footprint footprint, Name table, Lock mode, Role role) {
    footprint.lock(table, mode, role);
    return lockPartitions(footprint, table, mode);
  }

  /** Writes every row and every index entry of the table again. Measured: two scans each. */
  void rewrite(Footprint footprint, Name table) {
    for (Name rows : rows(table)) {
      footprint.rewrite(rows).scan(rows);
      for (Index index : schema.indexesOf(rows)) {
        footprint.lock(index.name(), Lock.ACCESS_EXCLUSIVE, Role.INDEX).build(rows);
      }
    }
  }

  void scan(Footprint footprint, Name table) {
    footprint.scan(rows(table));
  }

  /** Builds a new index, which reads the table. */
  void build(Footprint footprint, Name table) {
    rows(table).forEach(rows -> footprint.build(rows).scan(rows));
  }

  /** Drops or empties the indexes of a table. */
  void lockIndexes(Footprint footprint, Name table) {
    schema
        .indexesOf(table)
        .forEach(index -> footprint.lock(index.name(), Lock.ACCESS_EXCLUSIVE, Role.INDEX));
  }

  /** The tables that a query reads, those behind views too. */
  Set<Name> read(Query query) {
    Set<Name> relations = new LinkedHashSet<>();
    query.detail().tables().stream().sorted().forEach(name -> collect(name, relations));
    return relations;
  }

  private void collect(Name relation, Set<Name> relations) {
    Deque<Name> open = new ArrayDeque<>(List.of(relation));
    while (!open.isEmpty()) {
      Name next = open.pop();
      if (!relations.add(next)) {
        continue;
      }
      relations.addAll(partitions(next));
      schema
          .view(next)
          .filter(view -> !view.materialized())
          .ifPresent(
              view ->
                  view.query().detail().tables().stream()
                      .sorted(Comparator.reverseOrder())
                      .forEach(open::push));
    }
  }

  /** Locks what a query reads against being changed; {@code all}: it reads every row. */
  void read(Footprint footprint, Query query, boolean all) {
    for (Name relation : read(query)) {
      footprint.lock(relation, Lock.ACCESS_SHARE, Role.DEPENDENT);
      boolean holdsRows =
          schema.view(relation).map(View::materialized).orElse(true) && !partitioned(relation);
      if (all && holdsRows) {
        footprint.scan(relation);
      }
    }
  }

  /** Locks the views on a relation, and those on them: what CASCADE drops. */
  void lockViewsOn(Footprint footprint, Name relation) {
    Set<Name> locked = new HashSet<>();
    Deque<Name> open = new ArrayDeque<>(List.of(relation));
    while (!open.isEmpty()) {
      for (View view : schema.viewsOn(open.pop())) {
        if (locked.add(view.name())) {
          footprint.lock(view.name(), Lock.ACCESS_EXCLUSIVE, Role.DEPENDENT);
          lockIndexes(footprint, view.name());
          open.push(view.name());
        }
      }
    }
  }

  /** The foreign keys of a table. */
  List<Constraint.ForeignKey> foreignKeys(Name table) {
    return schema.table(table).map(Table::constraints).orElse(List.of()).stream()
        .filter(Constraint.ForeignKey.class::isInstance)
        .map(Constraint.ForeignKey.class::cast)
        .toList();
  }

  /** The default partition of a table, or null when none is known. */
  Name defaultPartition(Name parent) {
    return schema.partitionsOf(parent).stream()
        .filter(partition -> partition.partition().isDefault())
        .map(Table::name)
        .findFirst()
        .orElse(null);
  }
}
