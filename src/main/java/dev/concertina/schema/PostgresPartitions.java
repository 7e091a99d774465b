package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;
import java.util.List;
import java.util.Optional;

/** What PostgreSQL does while partitions come and go. */
final class PostgresPartitions {

  private final Moment moment;

  PostgresPartitions(Moment moment) {
    this.moment = moment;
  }

  Effect attach(Operation.AttachPartition o) {
    Name parent = o.table();
    Name child = o.partition().table();
    Footprint footprint = moment.alone(parent, Lock.SHARE_UPDATE_EXCLUSIVE);
    moment.lockOther(footprint, child, Lock.ACCESS_EXCLUSIVE, Role.PARTITION);
    Table known = moment.schema().table(parent).orElse(null);
    Bounds bounds = o.partition().isDefault() ? null : Bounds.of(known, o.partition());
    scanChild(footprint, o, bounds);
    Name defaultPartition = moment.defaultPartition(parent);
    if (defaultPartition != null && !o.partition().isDefault()) {
      checkDefault(footprint, defaultPartition, bounds);
    }
    indexes(footprint, parent, child);
    foreignKeys(footprint, parent, child);
    return footprint.effect();
  }

  private void scanChild(Footprint footprint, Operation.AttachPartition o, Bounds bounds) {
    Name child = o.partition().table();
    Table parent = moment.schema().table(o.table()).orElse(null);
    boolean first = parent != null && moment.schema().partitionsOf(parent.name()).isEmpty();
    if (o.partition().isDefault() && first && parent.complete()) {
      footprint.because("the default partition is the only one");
      return;
    }
    String proof = bounds == null ? null : bounds.insideProof(moment, child);
    if (proof != null) {
      footprint.because("the check " + proof + " proves it");
    } else {
      moment.scan(footprint, child);
      footprint.because("no validated check of " + child + " proves the bounds and NOT NULL");
    }
  }

  /** The default partition must not have rows that now belong elsewhere. Measured. */
  private void checkDefault(Footprint footprint, Name defaultPartition, Bounds bounds) {
    moment.lockOther(footprint, defaultPartition, Lock.ACCESS_EXCLUSIVE, Role.DEFAULT_PARTITION);
    if (bounds == null || bounds.outsideProof(moment, defaultPartition) == null) {
      moment.scan(footprint, defaultPartition);
    }
  }

  /** Every index of the parent finds its like in the child, or is built there. Measured. */
  private void indexes(Footprint footprint, Name parent, Name child) {
    for (Index index : moment.schema().indexesOf(parent)) {
      footprint.lock(index.name(), Lock.SHARE_UPDATE_EXCLUSIVE, Role.INDEX);
      boolean alike =
          moment.schema().indexesOf(child).stream().anyMatch(own -> Indexes.alike(own, index));
      if (!alike) {
        moment.build(footprint, child);
      }
    }
  }

  /** Every foreign key of the parent finds its like in the child, or is made there. Measured. */
  private void foreignKeys(Footprint footprint, Name parent, Name child) {
    for (Constraint.ForeignKey key : moment.foreignKeys(parent)) {
      boolean alike =
          moment.foreignKeys(child).stream()
              .anyMatch(
                  own ->
                      own.columns().equals(key.columns())
                          && own.referenced().equals(key.referenced()));
      Lock mode = alike ? Lock.ACCESS_EXCLUSIVE : Lock.SHARE_ROW_EXCLUSIVE;
      moment.lockOther(footprint, key.referenced(), mode, Role.REFERENCED);
      if (!alike) {
        moment.scan(footprint, child);
        moment.scan(footprint, key.referenced());
      }
    }
  }

  Effect detach(Operation.DetachPartition o) {
    Name parent = o.table();
    Name defaultPartition = moment.defaultPartition(parent);
    if (o.concurrently() || o.finalizing()) {
      Footprint footprint = moment.alone(parent, Lock.SHARE_UPDATE_EXCLUSIVE);
      footprint.lock(o.partition(), Lock.ACCESS_EXCLUSIVE, Role.PARTITION);
      refuseConcurrently(footprint, o, defaultPartition);
      return footprint.effect();
    }
    Footprint footprint = moment.alone(parent, Lock.ACCESS_EXCLUSIVE);
    // Before 14 only a foreign key to the parent, or being the default, makes it stronger.
    // Measured.
    boolean gentle =
        moment.version() < 14
            && moment.schema().referencing(parent).isEmpty()
            && !o.partition().equals(defaultPartition);
    footprint.lock(
        o.partition(),
        gentle ? Lock.SHARE_UPDATE_EXCLUSIVE : Lock.ACCESS_EXCLUSIVE,
        Role.PARTITION);
    if (defaultPartition != null && !defaultPartition.equals(o.partition())) {
      footprint.lock(defaultPartition, Lock.ACCESS_EXCLUSIVE, Role.DEFAULT_PARTITION);
    }
    for (Constraint.ForeignKey key : moment.foreignKeys(parent)) {
      moment.lockOther(footprint, key.referenced(), Lock.SHARE_ROW_EXCLUSIVE, Role.REFERENCED);
    }
    for (Name other : moment.schema().referencing(parent)) {
      // No row of it may reference a row that leaves. Measured.
      moment.lockOther(footprint, other, Lock.ACCESS_EXCLUSIVE, Role.REFERENCING);
      moment.scan(footprint, other);
      for (Index index : moment.schema().indexesOf(o.partition())) {
        if (index.constraint() != null) {
          footprint.lock(index.name(), Lock.ACCESS_EXCLUSIVE, Role.INDEX);
        }
      }
    }
    return footprint.effect();
  }

  private void refuseConcurrently(
      Footprint footprint, Operation.DetachPartition o, Name defaultPartition) {
    if (moment.version() < 14) {
      footprint.refuse("DETACH … CONCURRENTLY exists from PostgreSQL 14 on");
    }
    if (o.finalizing()) {
      return;
    }
    if (moment.inTransaction()) {
      footprint.refuse("ALTER TABLE ... DETACH CONCURRENTLY cannot run inside a transaction block");
    }
    if (defaultPartition != null) {
      footprint.refuse(o.table() + " has the default partition " + defaultPartition);
    }
  }

  /** CREATE TABLE … PARTITION OF: stronger on the parent than ATTACH. Measured. */
  void partitionOf(Footprint footprint, Operation.Partition place) {
    Name parent = place.table();
    footprint.lock(parent, Lock.ACCESS_EXCLUSIVE, Role.PARENT);
    Name defaultPartition = moment.defaultPartition(parent);
    if (defaultPartition != null && !place.isDefault()) {
      Optional<Table> known = moment.schema().table(parent);
      checkDefault(footprint, defaultPartition, Bounds.of(known.orElse(null), place));
    }
    for (Index index : moment.schema().indexesOf(parent)) {
      footprint.lock(index.name(), Lock.SHARE_UPDATE_EXCLUSIVE, Role.INDEX);
    }
    List<Constraint.ForeignKey> keys = moment.foreignKeys(parent);
    for (Constraint.ForeignKey key : keys) {
      moment.lockOther(footprint, key.referenced(), Lock.SHARE_ROW_EXCLUSIVE, Role.REFERENCED);
    }
  }
}
