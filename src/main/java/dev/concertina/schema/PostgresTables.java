package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What PostgreSQL does while whole tables come, go and change. */
final class PostgresTables {

  private final Moment moment;

  PostgresTables(Moment moment) {
    this.moment = moment;
  }

  /** The new table itself is nobody's to wait for. */
  Effect create(Operation.CreateTable o) {
    if (o.ifNotExists() && moment.schema().table(o.table()).isPresent()) {
      return Effect.NONE.because("the table is already there");
    }
    Footprint footprint = new Footprint();
    if (o.partitionOf() != null) {
      new PostgresPartitions(moment).partitionOf(footprint, o.partitionOf());
    }
    o.like().forEach(source -> footprint.lock(source, Lock.ACCESS_SHARE, Role.DEPENDENT));
    for (Constraint constraint : o.constraints()) {
      if (constraint instanceof Constraint.ForeignKey key && !key.referenced().equals(o.table())) {
        moment.lockOther(footprint, key.referenced(), Lock.SHARE_ROW_EXCLUSIVE, Role.REFERENCED);
      }
    }
    return footprint.effect();
  }

  Effect createAs(Operation.CreateTableAs o) {
    Footprint footprint = new Footprint();
    boolean exists = o.ifNotExists() && moment.schema().knowsRelation(o.table());
    moment.read(footprint, o.query(), !exists);
    return footprint.because(exists ? "the table is already there" : "").effect();
  }

  Effect drop(Operation.DropTable o) {
    Footprint footprint = new Footprint();
    drop(footprint, o.table(), Role.OWN, o.cascade());
    moment
        .schema()
        .table(o.table())
        .map(Table::partition)
        .ifPresent(place -> leaveParent(footprint, o.table(), place.table()));
    return footprint.effect();
  }

  private void drop(Footprint footprint, Name table, Role role, boolean cascade) {
    footprint.lock(table, Lock.ACCESS_EXCLUSIVE, role);
    moment.lockIndexes(footprint, table);
    for (Sequence sequence : moment.schema().sequencesOf(table)) {
      footprint.lock(sequence.name(), Lock.ACCESS_EXCLUSIVE, Role.DEPENDENT);
    }
    for (Constraint.ForeignKey key : moment.foreignKeys(table)) {
      moment.lockOther(footprint, key.referenced(), Lock.ACCESS_EXCLUSIVE, Role.REFERENCED);
    }
    if (cascade) {
      for (Name other : moment.schema().referencing(table)) {
        moment.lockOther(footprint, other, Lock.ACCESS_EXCLUSIVE, Role.REFERENCING);
      }
      moment.lockViewsOn(footprint, table);
    } else {
      moment
          .schema()
          .viewsOn(table)
          .forEach(view -> footprint.refuse("the view " + view.name() + " depends on it"));
    }
    moment
        .schema()
        .partitionsOf(table)
        .forEach(partition -> drop(footprint, partition.name(), Role.PARTITION, cascade));
  }

  /** The parent and its default partition get other bounds to route by. Measured. */
  private void leaveParent(Footprint footprint, Name table, Name parent) {
    footprint.lock(parent, Lock.ACCESS_EXCLUSIVE, Role.PARENT);
    Name defaultPartition = moment.defaultPartition(parent);
    if (defaultPartition != null && !defaultPartition.equals(table)) {
      footprint.lock(defaultPartition, Lock.ACCESS_EXCLUSIVE, Role.DEFAULT_PARTITION);
    }
  }

  /** ALTER TABLE … RENAME also takes indexes, and is less gentle than ALTER INDEX. Measured. */
  Effect rename(Operation.RenameTable o) {
    boolean index = moment.schema().index(o.table()).isPresent();
    return new Footprint()
        .lock(o.table(), Lock.ACCESS_EXCLUSIVE, index ? Role.INDEX : Role.OWN)
        .effect();
  }

  /** The tables that TRUNCATE … CASCADE empties, the table itself first. */
  static Set<Name> truncated(Moment moment, Name table, boolean cascade) {
    Set<Name> emptied = new LinkedHashSet<>(List.of(table));
    List<Name> open = new ArrayList<>(emptied);
    while (!open.isEmpty()) {
      Name next = open.remove(0);
      List<Name> more = new ArrayList<>(moment.partitions(next));
      if (cascade) {
        more.addAll(moment.schema().referencing(next));
      }
      more.stream().filter(emptied::add).forEach(open::add);
    }
    return emptied;
  }

  /** New empty files take the place of the old ones: no row is written. */
  Effect truncate(Operation.Truncate o) {
    Footprint footprint = new Footprint();
    List<Name> partitions = moment.partitions(o.table());
    for (Name table : truncated(moment, o.table(), o.cascade())) {
      Role role =
          table.equals(o.table())
              ? Role.OWN
              : partitions.contains(table) ? Role.PARTITION : Role.REFERENCING;
      footprint.lock(table, Lock.ACCESS_EXCLUSIVE, role);
      moment.lockIndexes(footprint, table);
    }
    return footprint.effect();
  }
}
